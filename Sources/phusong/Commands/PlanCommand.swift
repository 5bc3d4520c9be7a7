import ArgumentParser
import Foundation
import Planning
import Publishing
import Scenarios
import Siting

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Proposes the sites that close the gap, with a proven bound.",
        discussion: """
            Examples:
              phusong plan GeoData/samples/tuyen-quang/project.yaml --sites 10
              phusong plan GeoData/samples/tuyen-quang/project.yaml --budget 20e9
              phusong plan GeoData/samples/tuyen-quang/project.yaml --cover-all

            --sites and --budget cover the most households; --cover-all covers every village that any candidate reaches at the least cost and \
            lists the rest as unreachable. With --strict an unreachable village makes the plan infeasible.
            Writes plan.json, plan.geojson, villages-after.geojson beside the layers of `gaps`.
            Exit codes: 0 ok · 11 infeasible · 12 stopped at a limit or by Ctrl-C, best plan written · 64 usage · 65 bad data · \
            66 input missing · 73 cannot create · 74 I/O
            """)

    @Argument(help: "Project file, or the folder that holds project.yaml.")
    var project: String

    @Option(
        name: .long, help: ArgumentHelp("Most households for this money, in VND (20000000000, 20_000_000_000 or 20e9).", valueName: "vnd"))
    var budget: String?

    @Option(name: .long, help: ArgumentHelp("Most households with this many sites.", valueName: "n"))
    var sites: Int?

    @Flag(name: .long, help: "Cover every reachable village at the least cost.")
    var coverAll = false

    @Flag(name: .long, help: "With --cover-all: an unreachable village makes the plan infeasible (exit 11).")
    var strict = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Stop the search after this many seconds and keep the best plan. Default: the project's plan.timeLimitSeconds, else 120.",
            valueName: "s"))
    var timeLimit: Double?

    @OptionGroup var compute: ComputeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        let named = [budget != nil, sites != nil, coverAll].count { $0 }
        guard named == 1 else { throw ValidationError("Say what to aim at: exactly one of --budget, --sites and --cover-all.") }
        if strict, !coverAll { throw ValidationError("--strict goes with --cover-all.") }
        if let sites, sites < 0 { throw ValidationError("--sites is 0 or more.") }
        if let budget, Self.money(budget) == nil { throw ValidationError("--budget '\(budget)' is not an amount of VND of 0 or more.") }
        if let timeLimit, !(timeLimit >= 0) { throw ValidationError("--time-limit is 0 or more seconds.") }
    }

    /// `20000000000`, `20_000_000_000`, `20e9`, `20 tỷ`, `20bn`; nil when it is none of these, negative, or beyond 64 bits.
    static func money(_ text: String) -> Int64? {
        var digits = text.lowercased().replacingOccurrences(of: "_", with: "").trimmingCharacters(in: .whitespaces)
        var factor: Int64 = 1
        for suffix in ["tỷ", "tỉ", "ty", "bn"] where digits.hasSuffix(suffix) {
            digits = String(digits.dropLast(suffix.count)).trimmingCharacters(in: .whitespaces)
            factor = 1_000_000_000
            break
        }
        if let whole = Int64(digits) {
            let (product, overflow) = whole.multipliedReportingOverflow(by: factor)
            return overflow || whole < 0 ? nil : product
        }
        guard let number = Double(digits), number.isFinite, number >= 0, let exact = Int64(exactly: (number * Double(factor)).rounded())
        else { return nil }
        return exact
    }

    private var goal: PlanGoal {
        if let sites { return .sites(sites) }
        if let budget { return .budget(costVND: Self.money(budget) ?? 0) }
        return .coverAll(strict: strict)
    }

    func run() throws {
        try Failure.reporting(common) {
            let interruption = Interruption()
            let step = PlanStep(goal: goal, timeLimitSeconds: timeLimit, compute: compute, output: output, common: common)
            let (run, place) = try step.perform(project, interruption)
            if common.json {
                Terminal.data(try CanonicalJSON.text(run.document))
            } else if !common.quiet {
                Terminal.data(PlanText(language: common.language).text(run.document) + WrittenText(common.language).text(place))
            }
            switch run.solution.status {
            case .optimal: break
            case .infeasible: throw ExitCode(Exit.infeasible)
            case .feasible, .timeLimit: throw ExitCode(Exit.stoppedAtLimit)
            }
        }
    }
}

/// Reads, grades, plans, writes: the body of `plan`, also a step of `demo`.
struct PlanStep {
    /// Long enough for a province's plan to be proven, short enough that nobody waits without an answer.
    static let standardTimeLimitSeconds = 120.0

    let goal: PlanGoal
    let timeLimitSeconds: Double?
    let compute: ComputeOptions
    let output: OutputOptions
    let common: CommonOptions

    func perform(_ project: String, _ interruption: Interruption) throws -> (PlanRun, RunPlace) {
        let start = StartTime()
        let isVietnamese = common.language == .vietnamese
        var progress = StageProgress(stages: 4, isQuiet: common.quiet)
        defer { progress.finish() }
        progress.begin("read", isVietnamese ? "đọc dữ liệu" : "reading inputs")
        let loaded = try LoadedProject(path: project, ruleOverride: compute.rule, rules: RuleStore(folder: DataFolder.rules(common.data)))
        try loaded.throwIfUnusable()
        var parameters = goal.parameters
        if let timeLimitSeconds { parameters["timeLimitSeconds"] = String(timeLimitSeconds) }
        let place = try RunPlace(
            output, defaultFolder: loaded.defaultFolder(command: "plan", parameters: parameters),
            inputHash: loaded.inputHash(command: "plan", parameters: parameters))
        interruption.protect(place.folder)
        progress.begin("grade", isVietnamese ? "xếp loại thôn, bản" : "grading villages")
        let gaps = try GapRun(loaded, threads: compute.threadCount)
        progress.begin("plan", isVietnamese ? "tìm phương án" : "searching for the best plan")
        interruption.setGentle(true)
        let limit = timeLimitSeconds ?? loaded.project.timeLimitSeconds ?? Self.standardTimeLimitSeconds
        let run = try PlanRun(gaps, goal: goal, timeLimitSeconds: limit) { interruption.isAsked }
        interruption.setGentle(false)
        // A plan that was cut short may differ from the one that stands there.
        guard !place.isUnchanged || run.solution.status != .optimal else { return (run, place) }
        progress.begin("write", isVietnamese ? "ghi kết quả" : "writing layers")
        try RunStore.commit(to: place.folder, overwrite: output.force || place.isUnchanged) { folder in
            try RunPublisher.write(
                run, parameters: parameters,
                .init(threads: compute.threadCount, startedAt: start.text, durationsSeconds: progress.durationsSeconds), to: folder)
        }
        return (run, place)
    }
}
