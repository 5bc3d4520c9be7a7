import ArgumentParser
import Foundation
import Planning
import Publishing
import Scenarios

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Runs side by side: villages, people, cost, and what changed from the first to the others.",
        discussion: """
            Example:
              phusong compare runs/plan-0123456789ab runs/plan-ba9876543210

            Writes compare.json, compare.csv and diff.geojson (sites added, removed and changed, villages gained, lost \
            and regraded).
            Exit codes: 0 ok · 64 usage · 65 not a run · 66 run missing · 73 cannot create · 74 I/O
            """)

    @Argument(help: ArgumentHelp("Folders of two or more runs; the first is the base.", valueName: "run"))
    var runs: [String]

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if runs.count < 2 { throw ValidationError("Name at least two runs.") }
    }

    func run() throws {
        try Failure.reporting(common) {
            let comparison = try Comparison.of(runs)
            let hash = Fingerprint.of(try CanonicalJSON.data(comparison))
            let folder = output.output ?? "runs/compare-\(hash.prefix(12))"
            let interruption = Interruption()
            interruption.protect(folder)
            // The default folder's name is the hash of its content: writing it again changes nothing, and mends what was damaged.
            let isWritten = try RunStore.commit(
                to: folder, overwrite: output.force || output.output == nil, remedy: OutputOptions.takenRemedy
            ) { staging in
                try ComparisonPublisher.write(comparison, to: staging)
            }
            if common.json {
                try Terminal.data(try CanonicalJSON.text(comparison))
            } else if !common.quiet {
                let place = RunPlace(folder: folder, isUnchanged: !isWritten)
                try Terminal.data(
                    ComparisonText(language: common.language).text(comparison) + WrittenText(common.language).text(place))
            }
        }
    }
}

/// A comparison for people.
struct ComparisonText {
    let language: Language

    private func say(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }

    func text(_ comparison: Comparison) -> String {
        let numbers = HumanNumbers(language: language)
        var table = TextTable(
            [
                say("lượt chạy", "run"), say("mục tiêu", "goal"), say("có sóng", "covered"), say("trắng sóng", "no signal"),
                say("hộ có sóng", "households covered"),
                say("trạm mới", "new sites"), say("chi phí", "cost"), say("đồng/hộ", "VND/household"),
            ], [.left, .left, .right, .right, .right, .right, .right, .right])
        for run in comparison.runs {
            table.add(
                run.run, run.goal ?? run.command, numbers.count(run.villages.covered),
                numbers.count(run.villages.uncovered + run.villages.partial),
                numbers.count(run.households.covered), run.sites.map { numbers.count($0) } ?? "–", run.costVND.map(numbers.money) ?? "–",
                run.costPerHouseholdVND.map { numbers.count($0) } ?? "–")
        }
        var text = table.text() + "\n"
        for difference in comparison.differences {
            text += Terminal.bold("  \(difference.from) → \(difference.to)") + "\n"
            text += say(
                "    trạm thêm \(difference.sitesAdded.count), bớt \(difference.sitesRemoved.count), đổi \(difference.sitesChanged.count); thôn được thêm \(difference.villagesGained.count) (\(numbers.count(difference.householdsGained)) hộ), mất \(difference.villagesLost.count) (\(numbers.count(difference.householdsLost)) hộ), đổi loại \(difference.villagesRegraded.count); chi phí \(signed(difference.costDifferenceVND, numbers))\n",
                "    sites added \(difference.sitesAdded.count), removed \(difference.sitesRemoved.count), changed \(difference.sitesChanged.count); villages gained \(difference.villagesGained.count) (\(numbers.count(difference.householdsGained)) households), lost \(difference.villagesLost.count) (\(numbers.count(difference.householdsLost)) households), regraded \(difference.villagesRegraded.count); cost \(signed(difference.costDifferenceVND, numbers))\n"
            )
        }
        for warning in comparison.warnings { text += say("  cảnh báo: ", "  warning: ") + warning + "\n" }
        return text + "\n"
    }

    private func signed(_ cost: Int64, _ numbers: HumanNumbers) -> String { (cost > 0 ? "+" : "") + numbers.money(cost) }
}
