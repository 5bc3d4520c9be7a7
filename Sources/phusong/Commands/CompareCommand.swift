import ArgumentParser
import Foundation
import Planning
import Publishing
import Scenarios

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract:
            "Runs or scenarios side by side: villages, people, cost, fairness, regret, and what changed from the first to the others.",
        discussion: """
            Examples:
              phusong compare runs/plan-0123456789ab runs/plan-ba9876543210
              phusong compare scenarios/budget-8bn.yaml scenarios/tall-masts.yaml
              phusong compare --matrix budgets-and-masts.yaml

            A scenario or project file is planned first, or its run is taken from runs/ where nothing has changed since. A matrix file names questions \
            with answers; every combination is planned.
            Writes compare.json, compare.csv, diff.geojson (sites moved, added, removed and changed, villages gained, lost and regraded, with the \
            cause), cost.svg, coverage.svg and compare.html, one page without outside requests.
            Exit codes: 0 ok · 12 stopped by Ctrl-C or a limit, compared with the best plans written · 64 usage · 65 not a run, or other \
            villages or people · 66 run missing · 73 cannot create · 74 I/O
            """)

    @Argument(
        help: ArgumentHelp("Two or more folders of runs, or scenario files; the first is the base.", valueName: "run"),
        completion: .file(extensions: ["yaml"]))
    var runs: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("Plan and compare every combination of this matrix file.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var matrix: String?

    @Flag(name: .long, help: "Compare even where villages, households or places differ, and say what does.")
    var allowDifferentDemand = false

    @Option(name: .long, help: ArgumentHelp("Seconds for each plan that has to be searched for.", valueName: "s"))
    var timeLimit: Double?

    @OptionGroup var compute: ComputeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        let namesMatrix = matrix != nil || (runs.count == 1 && RunMatrix.isMatrix(runs[0]))
        if !namesMatrix, runs.count < 2 { throw ValidationError("Name at least two runs or scenarios, or a --matrix.") }
        if let timeLimit, !(timeLimit >= 0) { throw ValidationError("--time-limit is 0 or more seconds.") }
    }

    func run() throws {
        try Failure.reporting(common) {
            let interruption = Interruption()
            // A matrix file names itself, so that nobody has to.
            let matrix = matrix ?? (runs.count == 1 ? runs[0] : nil)
            var files = self.matrix == nil && matrix != nil ? [] : runs
            if let matrix {
                let stem = URL(fileURLWithPath: matrix).deletingPathExtension().lastPathComponent
                // Matrices of one name from two folders, and another text of one, have folders of their own.
                let hash = Fingerprint.of(URL(fileURLWithPath: matrix).standardizedFileURL.path + (Fingerprint.ofFile(matrix) ?? ""))
                    .prefix(8)
                let folder = URL(fileURLWithPath: "runs/scenarios/\(stem)-\(hash)").standardizedFileURL.path
                files += try RunMatrix.read(matrix, for: folder).write(to: folder, overwrite: output.force)
            }
            let step = CompareStep(
                timeLimitSeconds: timeLimit, allowsDifferentDemand: allowDifferentDemand, compute: compute, output: output, common: common)
            let result = try step.perform(files, interruption)
            if common.json {
                try Terminal.data(try CanonicalJSON.text(result.comparison))
            } else if !common.quiet {
                try Terminal.data(result.text(common.language) + WrittenText(common.language).text(result.place))
            }
            if result.isIncomplete { throw ExitCode(Exit.stoppedAtLimit) }
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
                say("lượt chạy", "run"), say("mục tiêu", "goal"), say("có sóng", "covered"), say("thiếu sóng", "dead zones"),
                say("hộ có sóng", "households covered"),
                say("trạm", "sites"), say("chi phí", "cost"), say("đồng/hộ", "VND/household"),
                say("xã ít nhất", "least commune"), "Gini",
            ], [.left, .left, .right, .right, .right, .right, .right, .right, .right, .right])
        for run in comparison.runs {
            table.add(
                run.run, PlanGoalText.word(run.goal ?? run.command, language), numbers.count(run.villages.covered),
                numbers.count(run.villages.uncovered + run.villages.partial),
                numbers.count(run.households.covered), run.sites.map { numbers.count($0) } ?? "–",
                run.status == .infeasible ? say("không khả thi", "infeasible") : run.costVND.map(numbers.money) ?? "–",
                run.costPerHouseholdVND.map { numbers.count($0) } ?? "–",
                run.equity.leastShare.map { numbers.fixed($0 * 100, decimals: 1) + " %" } ?? "–",
                numbers.fixed(run.equity.gini, decimals: 3))
        }
        var text = table.text() + "\n"
        for difference in comparison.differences {
            text += Terminal.bold("  \(difference.from) → \(difference.to)") + "\n"
            text += say(
                "    trạm dời \(difference.sitesMoved.count), thêm \(difference.sitesAdded.count), bớt \(difference.sitesRemoved.count), đổi \(difference.sitesChanged.count); thôn được thêm \(difference.villagesGained.count) (\(numbers.count(difference.householdsGained)) hộ), mất \(difference.villagesLost.count) (\(numbers.count(difference.householdsLost)) hộ), đổi loại \(difference.villagesRegraded.count); chi phí \(signed(difference.costDifferenceVND, numbers))\n",
                "    sites moved \(difference.sitesMoved.count), added \(difference.sitesAdded.count), removed \(difference.sitesRemoved.count), changed \(difference.sitesChanged.count); villages gained \(difference.villagesGained.count) (\(numbers.count(difference.householdsGained)) households), lost \(difference.villagesLost.count) (\(numbers.count(difference.householdsLost)) households), regraded \(difference.villagesRegraded.count); cost \(signed(difference.costDifferenceVND, numbers))\n"
            )
        }
        text += insight(comparison, numbers)
        for warning in comparison.warnings { text += say("  cảnh báo: ", "  warning: ") + warning.text(language) + "\n" }
        return text + "\n"
    }

    /// Fairness, stability, regret.
    private func insight(_ comparison: Comparison, _ numbers: HumanNumbers) -> String {
        var text = ""
        if let stability = comparison.stability {
            text += say(
                "  vị trí có trong mọi phương án: \(stability.inAll), trong một số: \(stability.inSome), chỉ trong một: \(stability.inOne)\n",
                "  places in all plans: \(stability.inAll), in some: \(stability.inSome), in one: \(stability.inOne)\n")
        }
        if let regret = comparison.regret, let best = regret.plans.first(where: { $0.run == regret.leastRegretPlan }) {
            let names = regret.leastRegretPlans.joined(separator: ", ")
            text += say(
                "  phương án ít hối tiếc nhất: \(names) (thiếu nhiều nhất \(numbers.count(best.largestRegretHouseholds)) hộ theo giả định khác)\n",
                "  least regret: \(names) (at most \(numbers.counted(best.largestRegretHouseholds, "household")) fewer under another assumption)\n"
            )
        }
        return text
    }

    private func signed(_ cost: Int64, _ numbers: HumanNumbers) -> String { (cost > 0 ? "+" : "") + numbers.money(cost) }
}
