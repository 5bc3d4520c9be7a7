import Foundation

/// Outcomes as a table for people.
struct ProfileText {
    let outcomes: [CaseOutcome]

    var text: String {
        let hasReference = outcomes.contains { $0.referenceLossDB != nil }
        var table =
            hasReference ? TextTable("profile", "row", "loss dB", "reference dB", "difference dB") : TextTable("profile", "row", "loss dB")
        for outcome in outcomes {
            let loss = if case .success(let answer) = outcome.result { String(format: "%.8f", answer.lossDB) } else { "–" }
            if hasReference {
                table.add(
                    outcome.profile, String(outcome.row), loss, outcome.referenceLossDB.map { String(format: "%.8f", $0) } ?? "",
                    outcome.differenceDB.map { String(format: "%.1e", $0) } ?? "")
            } else {
                table.add(outcome.profile, String(outcome.row), loss)
            }
        }
        return table.text + summary
    }

    private var summary: String {
        var lines: [String] = []
        for outcome in outcomes {
            guard case .success(let answer) = outcome.result else { continue }
            lines += answer.warnings.map { "warning: \(outcome.profile), row \(outcome.row): \($0)" }
        }
        let differences = outcomes.compactMap(\.differenceDB).map(abs)
        if let greatest = differences.max() {
            lines.append("\(differences.count) cases with reference; greatest difference \(String(format: "%.2e", greatest)) dB")
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
