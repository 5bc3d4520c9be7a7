import ArgumentParser
import Foundation
import Planning
import Scenarios

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "The coverage rules at hand, explained.",
        discussion: """
            Example:
              phusong rules --lang vi

            A rule is a file: copy one, change its numbers and its id, and name it in the project or with --rule.
            Exit codes: 0 ok · 65 a rule is defective · 66 the data folder was not found
            """)

    @OptionGroup var common: CommonOptions

    func run() throws {
        try Failure.reporting(common) {
            guard let folder = DataFolder.rules(common.data) else {
                throw StoreError(
                    .missing, path: common.data ?? "GeoData", reason: "the folder of the shipped rules was not found",
                    remedy: "name it with --data or PHUSONG_DATA")
            }
            let rules = try RuleStore(folder: folder).shipped()
            if common.json {
                try Terminal.data(try CanonicalJSON.text(rules.map(\.rule)))
            } else if !common.quiet {
                try Terminal.data(rules.map { text($0) }.joined(separator: "\n"))
            }
        }
    }

    private func text(_ found: RuleStore.Found) -> String {
        let rule = found.rule
        let isVietnamese = common.language == .vietnamese
        func line(_ vi: String, _ en: String, _ value: String) -> String { "  \(isVietnamese ? vi : en): \(value)\n" }
        var text =
            "\(Terminal.bold(rule.id)) (\(isVietnamese ? "phiên bản" : "version") \(rule.version)) \(rule.title.text(common.language))\n"
        let technologies = rule.technologies.map { counted in
            counted.technology.rawValue + (counted.until.map { isVietnamese ? " đến \($0)" : " until \($0)" } ?? "")
        }
        text += line("công nghệ được tính", "technologies that count", technologies.joined(separator: ", "))
        text += line(
            "ngưỡng", "threshold",
            "RSRP \(Int(rule.rsrpDBm)) dBm (\(isVietnamese ? "tốt" : "good") \(Int(rule.goodRSRPDBm))), \(rule.receiverHeightMeters) m, \(Int(rule.probability * 100)) %, σ \(rule.planningSigmaDB) dB"
        )
        let discs = rule.discRadiiMeters.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \(Int($0.value)) m" }
        text += line("bán kính thay vùng phủ", "discs where no footprint is given", discs.joined(separator: ", "))
        text += line("số nhà mạng tối thiểu", "operators needed", String(rule.minimumOperators))
        if let only = rule.onlyOperator { text += line("chỉ tính nhà mạng", "only this operator counts", only.id) }
        let place: Bilingual =
            switch rule.environment {
            case .outdoor: Bilingual(vi: "ngoài trời", en: "outdoors")
            case .indoor:
                Bilingual(
                    vi: "trong nhà (cộng \(rule.indoorExtraBelow1GHzDB) dB dưới 1 GHz, \(rule.indoorExtraAbove1GHzDB) dB trên 1 GHz)",
                    en: "indoors (\(rule.indoorExtraBelow1GHzDB) dB more below 1 GHz, \(rule.indoorExtraAbove1GHzDB) dB above)")
            case .vehicle: Bilingual(vi: "trong xe (cộng \(rule.vehicleExtraDB) dB)", en: "in a vehicle (\(rule.vehicleExtraDB) dB more)")
            }
        text += line("nơi dùng điện thoại", "where the phone is", place.text(common.language))
        text += line("thôn được xét", "villages it is about", EligibilityText(rule.eligibility, common.language).text)
        text += line("mức", "grades", rule.grades.map { $0.label.text(common.language) }.joined(separator: ", "))
        text += line("nguồn", "source", rule.source)
        if !rule.note.text(common.language).isEmpty { text += line("ghi chú", "note", rule.note.text(common.language)) }
        return text
    }
}
