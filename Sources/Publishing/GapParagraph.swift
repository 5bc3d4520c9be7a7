import Coverage
import Planning

/// The gap summary as a paragraph that can stand in a letter.
public struct GapParagraph: Sendable {
    /// The sentences on one line, with a newline at the end.
    public let text: String

    /// Writes what a summary says, for people.
    public init(_ summary: GapSummary, _ language: Language) {
        let writer = Writer(summary: summary, isVietnamese: language == .vietnamese)
        text = writer.sentences.joined(separator: " ") + "\n"
    }

    private struct Writer {
        let summary: GapSummary
        let isVietnamese: Bool

        private func say(_ vi: String, _ en: String) -> String { isVietnamese ? vi : en }

        private var numbers: HumanNumbers { HumanNumbers(language: isVietnamese ? .vietnamese : .english) }

        private func count(_ number: Int) -> String { numbers.count(number) }

        private func day(_ date: CalendarDate) -> String {
            isVietnamese ? "\(date)".split(separator: "-").reversed().joined(separator: "/") : "\(date)"
        }

        private func share(_ part: Int, _ whole: Int) -> String { numbers.percent(part, of: whole) }

        var sentences: [String] {
            [heading, notEligible, grades, reasons, electricity, only3G, funding, unknown].compactMap(\.self) + lists
        }

        private var heading: String {
            let day = day(summary.asOf)
            let villages = count(summary.villages.total)
            return say(
                "\(summary.project): tính đến ngày \(day), theo quy tắc \(summary.rule), có \(villages) thôn, bản được xét"
                    + (summary.households.total > 0 ? " với \(count(summary.households.total)) hộ dân." : "."),
                "\(summary.project): as of \(day), by the rule \(summary.rule): \(numbers.counted(summary.villages.total, "village")) examined"
                    + (summary.households.total > 0 ? ", with \(numbers.counted(summary.households.total, "household"))." : "."))
        }

        private var notEligible: String? {
            guard summary.notEligible > 0 else { return nil }
            return say(
                "\(count(summary.notEligible)) thôn khác không thuộc diện xét.",
                "Outside the rule: \(numbers.counted(summary.notEligible, "village")).")
        }

        private var only3G: String? {
            let villages = summary.byServiceClass.first { $0.serviceClass == .only3G }?.villages ?? 0
            guard villages > 0 else { return nil }
            return say(
                "\(count(villages)) thôn chưa có mạng nào mới hơn 3G.", "Nothing newer than 3G: \(numbers.counted(villages, "village")).")
        }

        private var grades: String {
            let (villages, households) = (summary.villages, summary.households)
            guard villages.uncovered + villages.partial > 0 else {
                return say("Không thôn nào được xác định là thiếu sóng.", "No village was found to lack signal.")
            }
            var text = say(
                "Trong đó \(count(villages.uncovered)) thôn trắng sóng (\(share(villages.uncovered, villages.total)); \(count(households.uncovered)) hộ)",
                "Of these \(count(villages.uncovered)) have no signal (\(share(villages.uncovered, villages.total)); \(count(households.uncovered)) households)"
            )
            if villages.partial > 0 {
                text += say(
                    " và \(count(villages.partial)) thôn lõm sóng (\(share(villages.partial, villages.total)); \(count(households.partial)) hộ)",
                    " and \(count(villages.partial)) are partly covered (\(share(villages.partial, villages.total)); \(count(households.partial)) households)"
                )
            }
            return text + "."
        }

        private var reasons: String? {
            let dead = summary.byReason.filter(\.grade.isDeadZone)
            var sums: [(Reason, Int)] = []
            for row in dead {
                if let known = sums.firstIndex(where: { $0.0 == row.reason }) {
                    sums[known].1 += row.villages
                } else {
                    sums.append((row.reason, row.villages))
                }
            }
            guard !sums.isEmpty else { return nil }
            let parts = sums.sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }.map {
                say("\($0.0.label.vi) (\(count($0.1)))", "\($0.0.label.en) (\(count($0.1)))")
            }
            return say("Nguyên nhân chính: ", "Main reasons: ") + parts.joined(separator: ", ") + "."
        }

        private var electricity: String? {
            func dead(_ kind: Electricity) -> Int {
                summary.byElectricity.first { $0.electricity == kind }.map { $0.villages.uncovered + $0.villages.partial } ?? 0
            }
            guard dead(.none) > 0 else { return nil }
            return say(
                "\(count(dead(.none))) thôn thiếu sóng chưa có điện lưới dùng được.",
                "\(count(dead(.none))) of them have no usable grid electricity.")
        }

        private var funding: String? {
            func villages(_ kind: Funding) -> Int { summary.byFunding.filter { $0.funding == kind }.reduce(0) { $0 + $1.villages } }
            guard villages(.fund) + villages(.operator) > 0 else { return nil }
            var text = say(
                "Theo nguồn vốn: \(count(villages(.fund))) thôn thuộc Quỹ dịch vụ viễn thông công ích, \(count(villages(.operator))) thôn do nhà mạng tự đầu tư",
                "By funding: \(count(villages(.fund))) for the universal-service fund, \(count(villages(.operator))) for the operators")
            if villages(.unknown) > 0 {
                text += say(", \(count(villages(.unknown))) thôn chưa rõ", ", \(count(villages(.unknown))) not decided")
            }
            return text + "."
        }

        private var unknown: String? {
            guard summary.villages.unknown > 0 else { return nil }
            return say(
                "\(count(summary.villages.unknown)) thôn chưa kết luận được vì thiếu dữ liệu.",
                "Not judged for want of data: \(numbers.counted(summary.villages.unknown, "village")).")
        }

        private var lists: [String] {
            summary.lists.filter { $0.official["uncovered"] != nil }.map { list in
                let official = count(list.official["uncovered"] ?? 0)
                return say(
                    "Danh sách \(list.id) (\(day(list.asOf))) ghi \(official) thôn trắng sóng.",
                    "The list \(list.id) (\(list.asOf)) states \(official) without signal.")
            }
        }
    }
}
