import ArgumentParser

/// `phusong-bench gaps`. Thin: reads arguments, runs the benchmark, prints.
struct GapsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "Villages against footprints: the join, the grading, brute force, and geopandas sjoin on the same data.",
        discussion: """
            Examples:
              swift run -c release phusong-bench gaps
              swift run -c release phusong-bench gaps --villages 20000 --footprints 10000 --repetitions 3 --json

            The data are synthetic. Every piece of work takes its turn in every round, so that ratios stay fair on a busy machine. The same \
            data go through a temporary GeoPackage to geopandas, when python3 has it; reading is timed apart. Results are compared \
            throughout: any difference ends the benchmark with exit code 1 and no number.
            Exit codes: 0 ok · 1 results differ, or a helper broke · 64 usage
            """)

    @Option(help: ArgumentHelp("Number of villages.", valueName: "n"))
    var villages = GapsOptions().villages

    @Option(help: ArgumentHelp("Number of footprints.", valueName: "n"))
    var footprints = GapsOptions().footprints

    @Option(help: ArgumentHelp("Seed of the data.", valueName: "n"))
    var seed = GapsOptions().seed

    @Option(help: ArgumentHelp("Rounds.", valueName: "n"))
    var repetitions = GapsOptions().repetitions

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Numbers of threads to measure.", valueName: "n"))
    var threads = GapsOptions().threads

    @Option(help: ArgumentHelp("Villages for brute force, which takes too long for all.", valueName: "n"))
    var sample = GapsOptions().sample

    @Flag(inversion: .prefixedNo, help: "Measure a quarter, a half and the whole.")
    var growth = true

    @Flag(inversion: .prefixedNo, help: "Compare with geopandas.")
    var peer = true

    @Option(help: ArgumentHelp("Python that has geopandas.", valueName: "program"))
    var python = GapsOptions.Peer().python

    @Option(help: ArgumentHelp("The script of the comparison.", valueName: "file"))
    var peerScript = GapsOptions.Peer().script

    @OptionGroup var report: ReportOptions

    func validate() throws {
        for (name, number) in [
            ("villages", villages), ("footprints", footprints), ("repetitions", repetitions), ("sample", sample),
            ("threads", threads.min() ?? 0),
        ] where number < 1 {
            throw ValidationError("--\(name) is 1 or more.")
        }
        if growth, min(villages, footprints) < 8 {
            throw ValidationError("Growth takes a quarter of 8 villages and 8 footprints at least; use --no-growth.")
        }
    }

    func run() throws {
        let options = GapsOptions(
            villages: villages, footprints: footprints, seed: seed, repetitions: repetitions, threads: Set(threads).sorted(),
            sample: sample, peer: peer ? GapsOptions.Peer(python: python, script: peerScript) : nil, measuresGrowth: growth)
        let report = report
        let result = try GapsBenchmark(options: options) { report.tell($0) }.run()
        try report.show(result) { GapsText(result: $0).text }
    }
}
