import Candidates
import Foundation
import Planning
import Siting

/// Words and numbers of a report in its language.
struct ReportWords {
    let language: Language
    let numbers: HumanNumbers

    init(_ language: Language) {
        self.language = language
        numbers = HumanNumbers(language: language)
    }

    var isVietnamese: Bool { language == .vietnamese }

    func say(_ vi: String, _ en: String) -> String { isVietnamese ? vi : en }
    func say(_ text: Bilingual) -> String { text.text(language) }
    func count(_ number: some BinaryInteger) -> String { numbers.count(number) }
    func money(_ costVND: Int64) -> String { numbers.money(costVND) }

    /// A number with as many decimals as it needs, at most three.
    func plain(_ number: Double) -> String {
        let decimals = (0...3).first { number.rounded($0) == number.rounded(3) } ?? 3
        return numbers.fixed(number, decimals: decimals).replacingOccurrences(of: "-", with: "−")
    }

    /// `01/11/2026`, or `2026-11-01`.
    func day(_ date: CalendarDate) -> String {
        isVietnamese ? "\(date)".split(separator: "-").reversed().joined(separator: "/") : "\(date)"
    }

    /// A sentence or a name as a head: its first letter is a capital one.
    func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// Names for a cell, at most so many, and how many more there are.
    func names(_ names: [String], atMost limit: Int = .max) -> String {
        let shown = names.prefix(limit).joined(separator: ", ")
        return names.count > limit ? shown + say(" và \(count(names.count - limit)) nữa", " and \(count(names.count - limit)) more") : shown
    }

    func operatorName(_ id: String) -> String { Operator.declared(id)?.displayName ?? id }

    /// What is done at a place.
    func work(_ option: String) -> String {
        if option.hasPrefix(OptionDesign.Work.upgrade.rawValue) { return say("nâng cấp", "upgrade") }
        if option.hasPrefix(OptionDesign.Work.raisedMast.rawValue) { return say("thay cột cao hơn", "higher mast") }
        if option.hasPrefix(OptionDesign.Work.sharedMast.rawValue) { return say("dùng chung cột", "shared mast") }
        return say("trạm mới", "new site")
    }

    func link(_ kind: BackhaulKind) -> String {
        switch kind {
        case .fibre: say("cáp quang", "fibre")
        case .microwave: say("vi ba", "microwave")
        case .satellite: say("vệ tinh", "satellite")
        }
    }

    func hopVerdict(_ verdict: String) -> String {
        switch verdict {
        case "clear": say("thông thoáng", "clear")
        case "blocked": say("bị địa hình che", "blocked by terrain")
        case "rain": say("suy hao mưa quá mức", "rain takes too much")
        case "too-long": say("quá xa cho vi ba", "too long for microwave")
        default: say("chưa rõ địa hình", "ground not known")
        }
    }

    /// Why a village is out of reach, by the code of the plan.
    func unreachable(_ code: String) -> String {
        switch code {
        case "no-candidate-in-range": say("không vị trí nào trong tầm phủ", "no candidate in range")
        case "no-candidate-reaches":
            say("không vị trí nào phủ tới theo dự báo trên địa hình", "by the prediction no candidate reaches it")
        case "no-chain": say("không nối được truyền dẫn cho vị trí phủ tới", "the sites that would reach it cannot be joined")
        case "too-few-operators":
            say("một trạm mới chưa đủ số nhà mạng theo quy tắc", "one new site brings too few operators for the rule")
        default: code
        }
    }
}
