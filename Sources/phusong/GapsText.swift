import Coverage
import Foundation
import Planning
import Publishing

/// A gap summary for people.
struct GapsText {
    let language: Language
    /// Communes listed at most.
    private let communesShown = 10

    init(language: Language) { self.language = language }

    private func say(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }

    /// - Parameter synthetic: what the project says is made up.
    func text(_ summary: GapSummary, synthetic: Bilingual?) -> String {
        let numbers = HumanNumbers(language: language)
        var text = Terminal.bold(summary.project) + "\n"
        text += say("  quy tắc \(summary.rule), tính đến \(summary.asOf)\n\n", "  rule \(summary.rule), as of \(summary.asOf)\n\n")
        var grades = TextTable(
            ["", say("thôn, bản", "villages"), "%", say("số hộ", "households"), say("số dân", "people")],
            [.left, .right, .right, .right, .right])
        func row(_ label: String, _ count: (GapSummary.Counts) -> Int) {
            grades.add(
                label, numbers.count(count(summary.villages)), numbers.percent(count(summary.villages), of: summary.villages.total),
                numbers.count(count(summary.households)), numbers.count(count(summary.population)))
        }
        row(Grade.covered.label.text(language), \.covered)
        row(Grade.partial.label.text(language), \.partial)
        row(Grade.uncovered.label.text(language), \.uncovered)
        row(Grade.unknown.label.text(language), \.unknown)
        row(say("tổng", "total"), \.total)
        text += grades.text() + "\n"

        for row in summary.byElectricity where row.villages.uncovered + row.villages.partial > 0 {
            let name = row.electricity.label.text(language)
            let dead = row.villages.uncovered + row.villages.partial
            text += say(
                "  Thôn thiếu sóng \(name): \(numbers.count(dead)), trong đó dưới 50 hộ: \(numbers.count(row.deadZonesUnder50Households))\n",
                "  Dead zones \(name): \(numbers.count(dead)), of these under 50 households: \(numbers.count(row.deadZonesUnder50Households))\n"
            )
        }
        for row in summary.byReason where row.grade.isDeadZone || row.grade == .unknown {
            text += "  \(row.grade.label.text(language)), \(row.reason.label.text(language)): \(numbers.count(row.villages))\n"
        }
        for row in summary.byServiceClass where [.only2G, .only3G].contains(row.serviceClass) {
            text += say(
                "  Mạng mới nhất ở thôn \(row.serviceClass.label.vi): \(numbers.count(row.villages)) thôn\n",
                "  Newest service, \(row.serviceClass.label.en): \(numbers.count(row.villages)) villages\n")
        }
        for row in summary.byFunding where row.funding != .unknown {
            text += say(
                "  Thôn thiếu sóng theo nguồn vốn, \(row.funding.label.vi) (\(row.electricity.label.vi)): \(numbers.count(row.villages))\n",
                "  Dead zones by funding, \(row.funding.label.en) (\(row.electricity.label.en)): \(numbers.count(row.villages))\n")
        }
        if summary.notEligible > 0 {
            text += say(
                "  Quy tắc không xét \(numbers.count(summary.notEligible)) thôn khác trong bảng\n",
                "  Not looked at, since the rule is not about them: \(numbers.count(summary.notEligible)) villages more\n")
        }
        text += terrain(summary, numbers)
        text += evidence(summary, numbers)
        let communes = summary.byCommune.filter { $0.villages.uncovered + $0.villages.partial > 0 }
            .sorted { ($1.villages.uncovered, $0.communeCode) < ($0.villages.uncovered, $1.communeCode) }
        if !communes.isEmpty {
            text += "\n"
            var table = TextTable(
                [
                    say("xã nhiều thôn thiếu sóng nhất", "communes with most dead zones"), say("tỉnh", "province"),
                    say("số thôn", "villages"),
                    say("số hộ", "households"),
                ], [.left, .left, .right, .right])
            for commune in communes.prefix(communesShown) {
                table.add(
                    commune.commune, commune.province, numbers.count(commune.villages.uncovered + commune.villages.partial),
                    numbers.count(commune.households.uncovered + commune.households.partial))
            }
            text += table.text()
            if communes.count > communesShown {
                text += say(
                    "  … và \(communes.count - communesShown) xã nữa\n", "  … and \(communes.count - communesShown) communes more\n")
            }
        }
        text += warnings(summary, synthetic)
        return text + "\n"
    }

    /// What the field says, and where somebody should measure.
    private func evidence(_ summary: GapSummary, _ numbers: HumanNumbers) -> String {
        var text = ""
        if summary.measureHere > 0 {
            text += say(
                "  Nên đo kiểm: \(numbers.count(summary.measureHere)) thôn (xem measure-here.csv, nơi một lần đo quyết định nhiều nhất đứng đầu)\n",
                "  Worth a measurement: \(numbers.count(summary.measureHere)) villages (measure-here.csv, the one that decides most first)\n"
            )
        }
        guard let evidence = summary.evidence else { return text }
        text += say(
            "  Thực địa: \(numbers.count(evidence.measurements)) lần đo, \(numbers.count(evidence.reports)) phản ánh ở \(numbers.count(evidence.villages)) thôn; trái với dự báo hoặc vùng phủ công bố: \(numbers.count(evidence.conflicts)) (xem evidence-conflicts.csv)\n",
            "  Field evidence: \(numbers.count(evidence.measurements)) measurements, \(numbers.count(evidence.reports)) reports on \(numbers.count(evidence.villages)) villages; against prediction or claim: \(numbers.count(evidence.conflicts)) (evidence-conflicts.csv)\n"
        )
        for row in evidence.calibration {
            let name = "\(row.technology.rawValue), \(row.below1GHz ? "< 1 GHz" : "≥ 1 GHz")"
            let figures = "\(numbers.fixed(row.biasDB, decimals: 1)) dB, σ \(numbers.fixed(row.sigmaDB, decimals: 1)) dB"
            let isApplied = evidence.isCalibrationApplied && row.applicable
            text += say(
                "    đo − dự báo, \(name): \(figures), \(row.pairs) cặp\(isApplied ? "; đã áp dụng" : "")\n",
                "    measured − predicted, \(name): \(figures), \(row.pairs) pairs\(isApplied ? "; applied" : "")\n")
        }
        return text
    }

    /// What a prediction rests on, and where it contradicts the footprints.
    private func terrain(_ summary: GapSummary, _ numbers: HumanNumbers) -> String {
        guard summary.mode != "footprints" else { return "" }
        let share = numbers.percent(Int((summary.terrain.covered * 10_000).rounded()), of: 10_000)
        var text = say(
            "  Dự báo theo ITU-R P.1812 trên địa hình; thôn nằm trên địa hình đã biết: \(share)\n",
            "  Predicted by ITU-R P.1812 over terrain; villages on known ground: \(share)\n")
        for tile in summary.terrain.missingTiles {
            if tile.hasHoles {
                text += say(
                    "  Mảnh địa hình \(tile.tile) có chỗ khuyết: \(numbers.count(tile.villages)) thôn chưa xếp loại được\n",
                    "  Terrain tile \(tile.tile) has holes: \(numbers.count(tile.villages)) villages cannot be graded because of them\n")
                continue
            }
            text += say(
                "  Thiếu mảnh địa hình \(tile.tile): \(numbers.count(tile.villages)) thôn chưa xếp loại được\n",
                "  Terrain tile \(tile.tile) is missing: \(numbers.count(tile.villages)) villages cannot be graded without it\n")
        }
        if summary.mode == "both" {
            text += say(
                "  Vùng phủ và dự báo trái nhau: \(numbers.count(summary.disagreements.count)) thôn (xem summary.json, disagreements)\n",
                "  Footprints and prediction disagree: \(numbers.count(summary.disagreements.count)) villages (summary.json, disagreements)\n"
            )
        }
        return text
    }

    private func warnings(_ summary: GapSummary, _ synthetic: Bilingual?) -> String {
        var text = ""
        if let synthetic { text += say("\n  Dữ liệu mẫu: ", "\n  Sample data: ") + synthetic.text(language) + "\n" }
        if let assumed = summary.warnings.first(where: { $0.code == "assumed-extent" }) {
            let numbers = HumanNumbers(language: language)
            text += say(
                "\n  \(numbers.count(assumed.count)) thôn chưa rõ các cụm dân cư: một vòng điểm quanh trung tâm được dùng thay.\n",
                "\n  Clusters are not known for \(numbers.count(assumed.count)) villages: a ring of points around the centre stands for them.\n"
            )
        }
        return text + DataWarnings(language: language).text(summary.warnings)
    }
}
