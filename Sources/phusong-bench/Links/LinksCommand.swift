import ArgumentParser

/// `phusong-bench links`. Thin: reads arguments, runs the benchmark, prints.
struct LinksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links",
        abstract: "Site–village predictions a second, with and without reading the profile, and the direct method beside them.",
        discussion: """
            Examples:
              swift run -c release phusong-bench links
              swift run -c release phusong-bench links --pairs 10000 --repetitions 3 --no-growth --json

            The mountains are synthetic. A prediction is the loss of one band along one path: sample the profile, scan it, finish the band. \
            Every piece of work takes its turn in every round, so that ratios stay fair on a busy machine. The direct method computes a \
            geodesic for every sample and runs the reference form of the model. Results are compared throughout: too great a \
            difference ends the benchmark with exit code 1 and no number.
            Exit codes: 0 ok · 1 results differ · 64 usage
            """)

    @Option(help: ArgumentHelp("Site–village pairs; growth goes on to four times as many.", valueName: "n"))
    var pairs = LinksOptions().pairs

    @Option(help: ArgumentHelp("Pairs for the direct method, which takes too long for all.", valueName: "n"))
    var directPairs = LinksOptions().directPairs

    @Option(help: ArgumentHelp("Predictions of the model alone.", valueName: "n"))
    var modelCalls = LinksOptions().modelCalls

    @Option(help: ArgumentHelp("Seed of the data.", valueName: "n"))
    var seed = LinksOptions().seed

    @Option(help: ArgumentHelp("Rounds.", valueName: "n"))
    var repetitions = LinksOptions().repetitions

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Numbers of threads to measure.", valueName: "n"))
    var threads = LinksOptions().threads

    @Flag(inversion: .prefixedNo, help: "Measure twice and four times as many pairs.")
    var growth = true

    @OptionGroup var report: ReportOptions

    func validate() throws {
        for (name, number) in [
            ("pairs", pairs), ("direct-pairs", directPairs), ("model-calls", modelCalls), ("repetitions", repetitions),
            ("threads", threads.min() ?? 0),
        ] where number < 1 {
            throw ValidationError("--\(name) is 1 or more.")
        }
    }

    func run() throws {
        // One thread is always among them: ratios and shares refer to it.
        let options = LinksOptions(
            pairs: pairs, directPairs: min(directPairs, pairs), modelCalls: modelCalls, seed: seed, repetitions: repetitions,
            threads: Set(threads + [1]).sorted(), measuresGrowth: growth)
        let report = report
        let result = try LinksBenchmark(options: options) { report.tell($0) }.run()
        try report.show(result) { LinksText(result: $0).text }
    }
}
