import ArgumentParser

/// `phusong-bench analysis`. Thin: reads arguments, runs the benchmark, prints.
struct AnalysisCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analysis",
        abstract: "The grading of a whole country's villages by prediction: three sizes, one thread and two, memory.",
        discussion: """
            Examples:
              phusong-bench analysis
              phusong-bench analysis --degrees 1 --repetitions 3 --json

            Ground, villages and sites are synthetic. Each size is so many degrees of ground with 1,640 villages to a square degree: 5 are 41,000. \
            Every number of threads takes its turn in every round; verdicts that differ end the benchmark. Peak memory is that of the whole \
            program so far.
            Exit codes: 0 ok · 1 results differ · 64 usage
            """)

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Degrees of ground in either direction, 1 to 8.", valueName: "n"))
    var degrees = [1, 2, 5]

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Numbers of threads to measure.", valueName: "n"))
    var threads = [1, 2]

    @Option(help: ArgumentHelp("Rounds.", valueName: "n"))
    var repetitions = 3

    @Option(help: ArgumentHelp("Seed of the data.", valueName: "n"))
    var seed: UInt64 = 41

    @OptionGroup var report: ReportOptions

    func validate() throws {
        if !degrees.allSatisfy({ (1...8).contains($0) }) { throw ValidationError("--degrees is 1 to 8.") }
        if repetitions < 1 || threads.contains(where: { $0 < 1 }) { throw ValidationError("--repetitions and --threads are 1 or more.") }
    }

    func run() throws {
        let report = report
        // One thread is always among them: growth and ratio refer to it.
        let benchmark = AnalysisBenchmark(
            degrees: Set(degrees).sorted(), threads: Set(threads + [1]).sorted(), repetitions: repetitions, seed: seed,
            tell: { report.tell($0) })
        try report.show(try benchmark.run()) { AnalysisText(result: $0).text }
    }
}
