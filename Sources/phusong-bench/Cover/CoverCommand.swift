import ArgumentParser
import Foundation
import Siting

/// `phusong-bench cover`. Thin: reads arguments, reads the instance, solves, prints.
struct CoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cover",
        abstract: "Solves a public covering instance: least-cost cover, or most demand with so many sites or so much money.",
        discussion: """
            Examples:
              phusong-bench cover scp41.txt --format orlib --json
              phusong-bench cover SJC324.txt --format sjc --sites 40 --radius 150 --json
              phusong-bench cover instance.json --format json --time-limit 60

            orlib  set covering of OR-Library (scp…): rows, columns; a cost for each column; for each row how many columns cover it, and which, \
            from 1. The goal is the least cost that covers every row.
            sjc    maximal covering of São José dos Campos: number of points, then x y of each; the demand of each stands in \
            demand-NAME.dat beside NAME.txt (or in --demand). Every point is a demand and a candidate; one covers another at a distance \
            ≤ --radius. The goal is the most demand with --sites sites.
            json   {"weights": [whole numbers ≥ 0], "costs": [whole numbers ≥ 0, 1 each if absent], "covers": [[positions in weights from 0, one list \
            for each cost]], "mustCover": [positions, optional], "goal": {"sites": n} or {"budget": n} or {"coverAll": true} or {"weight": n} or \
            {"share": 0…1}}. weight and share ask for the least cost that covers so much, or such a share of all; without a goal, the goal is \
            that of --sites, or coverAll.

            The document has status (optimal, feasible, infeasible or timeLimit), objective, bound, boundSource, proof (own, or solver and \
            version; only with optimal), gap, sites (numbers of the chosen columns, points or lists: from 1, in json from 0), seconds by stage, and \
            what the search did. Ctrl-C ends the search with the best plan so far.
            Exit codes: 0 ok, also when a limit ended the search · 11 infeasible · 64 usage · 65 bad data · 66 a file is missing
            """)

    @Argument(help: "The instance.")
    var file: String

    @Option(help: ArgumentHelp("orlib, sjc or json.", valueName: "format"))
    var format: CoverFormat

    @Option(help: ArgumentHelp("Sites that may be chosen.", valueName: "n"))
    var sites: Int?

    @Option(help: ArgumentHelp("sjc: distance that a site covers, in the file's unit.", valueName: "length"))
    var radius: Double?

    @Option(help: ArgumentHelp("sjc: file of the demands, when it is not demand-NAME.dat beside the instance.", valueName: "file"))
    var demand: String?

    @Option(help: ArgumentHelp("Seconds after which the best plan so far is given.", valueName: "seconds"))
    var timeLimit: Double?

    @Option(help: ArgumentHelp("Threads for the sums behind the bound of large instances; the answer is the same.", valueName: "n"))
    var threads = 1

    @OptionGroup var report: ReportOptions

    func validate() throws {
        if let sites, sites < 0 { throw ValidationError("--sites is 0 or more.") }
        if let radius, !(radius >= 0) { throw ValidationError("--radius is 0 or more.") }
        if let timeLimit, !(timeLimit >= 0) { throw ValidationError("--time-limit is 0 or more.") }
        if threads < 1 { throw ValidationError("--threads is 1 or more.") }
        if format == .sjc, sites == nil || radius == nil { throw ValidationError("--format sjc wants --sites and --radius.") }
        if format == .orlib, sites != nil { throw ValidationError("--format orlib covers all; --sites is for sjc and json.") }
        if format != .sjc, radius != nil || demand != nil { throw ValidationError("--radius and --demand are for --format sjc.") }
    }

    func run() throws {
        let limits = SitingLimits(timeLimitSeconds: timeLimit, threads: threads)
        let result: CoverResult
        do {
            let timer = StageTimer()
            let instance = try read()
            result = try CoverResult(file: file, format: format, instance: instance, limits: limits, timer: timer)
        } catch let error as InputDefects {
            FileHandle.standardError.write(Data((error.description + "\n").utf8))
            throw ExitCode(error.exitCode)
        } catch let error as SitingError {
            FileHandle.standardError.write(Data("\(file): \(error)\n".utf8))
            throw ExitCode(65)
        }
        try report.show(result) { CoverText(result: $0).text }
        if result.status == .infeasible { throw ExitCode(11) }
    }

    private func read() throws -> CoverInstance {
        switch format {
        case .orlib: try OrlibFile(path: file).instance()
        case .sjc: try SJCFile(path: file, demandPath: demand).instance(sites: sites ?? 0, radius: radius ?? 0)
        case .json: try CoverDocument.instance(path: file, sites: sites)
        }
    }
}

extension CoverFormat: ExpressibleByArgument {}
