import Foundation
import Planning

/// The audit of the crosswalk as text.
enum CrosswalkText {
    static func text(_ result: CrosswalkResult) -> String {
        let audit = result.audit
        var table = TextTable("way", "total", "one", "divided", "ambiguous", "unmatched", "wrong", "match rate")
        let counts = [
            ("old wards by code", audit.wardsByCode), ("old wards by name, district, province", audit.wardsByName),
            ("2025 communes by code", audit.communesByCode), ("2025 communes by name, province", audit.communesByName),
        ]
        for (name, count) in counts {
            table.add(
                name, String(count.total), String(count.one), String(count.divided), String(count.ambiguous), String(count.unmatched),
                String(count.wrong), String(format: "%.2f %%", count.matchRate * 100))
        }
        let lines = audit.findings.map { finding in
            "  \(finding.way): \(finding.code) \(finding.name): \(finding.outcome)"
                + (finding.led.isEmpty ? "" : " → \(finding.led.joined(separator: ", "))") + "\n"
        }
        return table.text + "\nEvery row that is no plain match (\(audit.findings.count)):\n" + lines.joined()
    }
}
