import Coverage
import Foundation
import Planning

extension ReportSections {
    /// Headline numbers and the paragraph for a letter.
    var overview: ReportSection {
        let summary = content.summary
        var numbers: [(String, String, String)] = [
            (say("Thôn, bản được xét", "Villages examined"), count(summary.villages.total), households(summary.households.total))
        ]
        if let own = content.ownSites {
            let served = content.villages.count { $0.operators.contains(content.carrier?.id ?? "") }
            numbers.append((say("Trạm của nhà mạng", "Own sites"), count(own), ""))
            numbers.append((say("Thôn nhà mạng phục vụ", "Villages it serves"), count(served), ""))
        } else {
            numbers.append((say("Có sóng", "Covered"), count(summary.villages.covered), share(summary.villages.covered)))
        }
        numbers.append((say("Trắng sóng", "No signal"), count(summary.villages.uncovered), households(summary.households.uncovered)))
        numbers.append((say("Lõm sóng", "Partly covered"), count(summary.villages.partial), households(summary.households.partial)))
        if summary.villages.unknown > 0 {
            numbers.append((say("Chưa rõ", "Unknown"), count(summary.villages.unknown), households(summary.households.unknown)))
        }
        numbers += planNumbers
        let tiles = numbers.map { number -> HTML in
            let under: HTML = number.2.isEmpty ? "" : "<span>\(number.2)</span>"
            return "<div><dt>\(number.0)</dt><dd>\(number.1)\(under)</dd></div>"
        }
        var blocks: [ReportBlock] = [
            .html("<dl class=\"key\">\n\(tiles.markup(separator: "\n"))\n</dl>\n"),
            .paragraph("\(GapParagraph(summary, content.language).text.trimmingCharacters(in: .whitespacesAndNewlines))"),
        ]
        if let plan = content.plan, !content.isForOperator {
            blocks.append(.paragraph("\(PlanSentences(plan, words).status) \(planResult(plan))"))
        }
        blocks.append(
            .note(
                "\(say("Trắng sóng: không điểm dân cư nào có sóng. Lõm sóng: chỉ một phần có sóng. Thôn thiếu sóng trong báo cáo này là thôn trắng sóng hoặc lõm sóng.", "No signal: none of the village's places has any. Partly covered: some have. A dead zone in this report is a village with no signal or partly covered."))"
            ))
        return ReportSection("overview", say("Tóm tắt", "Summary"), blocks)
    }

    private func households(_ number: Int) -> String { say("\(count(number)) hộ", words.numbers.counted(number, "household")) }
    private func share(_ number: Int) -> String { words.numbers.percent(number, of: content.summary.villages.total) }

    private var planNumbers: [(String, String, String)] {
        guard let plan = content.plan, plan.hasPlan else { return [] }
        let new = content.proposals.count { $0.existingSite == nil }
        var numbers = [
            (
                say("Trạm xây mới", "New sites"), count(new),
                new == content.proposals.count
                    ? ""
                    : say(
                        "và \(count(content.proposals.count - new)) trạm nâng cấp, dùng chung",
                        "and \(count(content.proposals.count - new)) upgraded or shared")
            )
        ]
        guard !content.isForOperator else { return numbers }
        numbers.append((say("Tổng chi phí", "Total cost"), words.money(plan.costVND), ""))
        numbers.append((say("Hộ được phủ thêm", "Households newly covered"), count(gainedHouseholds(plan)), ""))
        return numbers
    }
}
