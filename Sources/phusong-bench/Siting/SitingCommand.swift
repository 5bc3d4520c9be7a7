import ArgumentParser
import Siting

/// `phusong-bench siting`. Thin: reads arguments, runs the benchmark, prints.
struct SitingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "siting",
        abstract: "The optimiser on the five generated sizes: stages, gap, memory; and spopt beside it.",
        discussion: """
            Examples:
              phusong-bench siting
              phusong-bench siting --sizes 1m --time-limit 150 --json
              phusong-bench siting --sizes 1k 5k --peer --python venv/bin/python

            The instances are those of the public generator (seed 1), drawn anew bit for bit; their covers are checked against sums made with the \
            generator itself, and any difference ends the benchmark. Sizes: 1k (1000 points, 1000 candidates), 5k (5000, 2000), 20k (20,000, 5000), \
            200k (200,000, 20,000), 1m (1,000,000, 50,000). --peer solves 1k and 5k with spopt too and compares the optimum. Peak memory is that of \
            the whole program so far.
            Exit codes: 0 ok · 1 results differ, or a helper broke · 64 usage
            """)

    @Option(parsing: .upToNextOption, help: ArgumentHelp("1k, 5k, 20k, 200k, 1m.", valueName: "size"))
    var sizes: [SitingSize] = [.k1, .k5, .k20]

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Numbers of sites instead of each size's own.", valueName: "n"))
    var sites: [Int] = []

    @Option(help: ArgumentHelp("Seconds for each solve.", valueName: "seconds"))
    var timeLimit: Double?

    @Option(help: ArgumentHelp("Threads for the sums behind the bound of large instances.", valueName: "n"))
    var threads = 1

    @Flag(help: "Compare with spopt at 1k and 5k.")
    var peer = false

    @Option(help: ArgumentHelp("Python that has spopt.", valueName: "program"))
    var python = SpoptPeer.Program().python

    @Option(help: ArgumentHelp("The script of the comparison.", valueName: "file"))
    var peerScript = SpoptPeer.Program().script

    @OptionGroup var report: ReportOptions

    func validate() throws {
        if sites.contains(where: { $0 < 0 }) { throw ValidationError("--sites is 0 or more.") }
        if let timeLimit, !(timeLimit >= 0) { throw ValidationError("--time-limit is 0 or more.") }
        if threads < 1 { throw ValidationError("--threads is 1 or more.") }
    }

    func run() throws {
        let report = report
        let benchmark = SitingBenchmark(
            sizes: Array(Set(sizes)), sites: sites, threads: threads, timeLimitSeconds: timeLimit,
            peer: peer ? SpoptPeer.Program(python: python, script: peerScript) : nil, tell: { report.tell($0) })
        try report.show(try benchmark.run()) { SitingText(result: $0).text }
    }
}
