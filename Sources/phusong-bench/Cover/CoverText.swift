import Foundation

/// The result of `cover` for people.
struct CoverText {
    let result: CoverResult

    var text: String {
        func number(_ value: Int64?) -> String { value.map(String.init) ?? "none" }
        var lines = ["\(result.file): \(result.targets) targets, \(result.options) options"]
        lines.append("status     \(result.status.rawValue)" + (result.proof.map { ", proven by \($0)" } ?? ""))
        lines.append("objective  \(number(result.objective))")
        if let gap = result.gap, let source = result.boundSource {
            lines.append("bound      \(number(result.bound)) (\(source)), gap \(String(format: "%.4f", gap * 100)) %")
        }
        if let reason = result.reason { lines.append("reason     \(reason)") }
        lines.append("sites      " + result.sites.map(String.init).joined(separator: " "))
        var table = TextTable("stage", "seconds")
        for (stage, seconds) in result.seconds.sorted(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
            table.add(stage, String(format: "%.3f", seconds))
        }
        return lines.joined(separator: "\n") + "\n\n" + table.text
    }
}
