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
              phusong plan GeoData/samples/tuyen-quang/project.yaml --share 90
              phusong plan GeoData/samples/tuyen-quang/scenarios/band-1800.yaml

            --sites and --budget cover the most households; --cover-all covers every village that any candidate reaches at the least cost and \
            lists the rest as unreachable; --share covers so many percent of the dead zones' households at the least cost. With --strict an \
            unreachable village makes the plan infeasible. A scenario file may state its goal itself.
            Writes plan.json, plan.geojson, villages-after.geojson, candidates.geojson, bound.json beside the files of `gaps`.
            Exit codes: 0 ok · 11 infeasible · 12 stopped at a limit or by Ctrl-C, best plan written · 64 usage · 65 bad data · \
            66 input missing · 73 cannot create · 74 I/O
            """)

    @Argument(help: "Project or scenario file, or the folder that holds project.yaml.", completion: .file(extensions: ["yaml"]))
    var project: String

    @Option(
        name: .long, help: ArgumentHelp("Most households for this money, in VND: \(VNDAmount.goodForms).", valueName: "vnd"))
    var budget: String?

    @Option(name: .long, help: ArgumentHelp("Most households with this many sites.", valueName: "n"))
    var sites: Int?

    @Flag(name: .long, help: "Cover every reachable village at the least cost.")
    var coverAll = false

    @Option(
        name: .long, help: ArgumentHelp("This share of the dead zones' households at the least cost.", valueName: "percent"))
    var share: Double?

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
        let named = [budget != nil, sites != nil, coverAll, share != nil].count { $0 }
        guard named <= 1 else { throw ValidationError("Say what to aim at: exactly one of --budget, --sites, --cover-all and --share.") }
        if let share, !(share >= 0.01 && share <= 100) { throw ValidationError("--share is a percentage from 0.01 to 100.") }
        if strict, !coverAll { throw ValidationError("--strict goes with --cover-all.") }
        if let sites, sites < 0 { throw ValidationError("--sites is 0 or more.") }
        if let budget, VNDAmount.parse(budget) == nil {
            throw ValidationError("--budget '\(budget)' is not an amount of VND of 0 or more, such as \(VNDAmount.goodForms).")
        }
        if let timeLimit, !(timeLimit >= 0) { throw ValidationError("--time-limit is 0 or more seconds.") }
    }

    private var goal: PlanGoal? {
        if let sites { return .sites(sites) }
        if let budget { return .budget(costVND: VNDAmount.parse(budget) ?? 0) }
        if let share { return .share(basisPoints: Int((share * 100).rounded())) }
        return coverAll ? .coverAll(strict: strict) : nil
    }

    func run() throws {
        try Failure.reporting(common) {
            let interruption = Interruption()
            let step = PlanStep(goal: goal, timeLimitSeconds: timeLimit, compute: compute, output: output, common: common)
            let result = try step.perform(project, interruption)
            if common.json {
                try Terminal.data(try CanonicalJSON.text(result.document))
            } else if !common.quiet {
                try Terminal.data(
                    PlanText(language: common.language).text(result.document)
                        + WrittenText(common.language).text(result.place, result.stageUses))
            }
            switch result.document.status {
            case .optimal: break
            case .infeasible: throw ExitCode(Exit.infeasible)
            case .feasible, .timeLimit: throw ExitCode(Exit.stoppedAtLimit)
            }
        }
    }
}
