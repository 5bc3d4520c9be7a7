import ArgumentParser

/// Benchmarks of PhuSong's own parts, beside other people's programs where there are some. Nothing here is part of the product.
@main
struct PhuSongBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phusong-bench",
        abstract: "Measures speed and size of PhuSong on made-up data.",
        discussion: """
            Build it with optimisation, or the numbers mean nothing:
              swift run -c release phusong-bench gaps
            """,
        subcommands: [
            AnalysisCommand.self, CrosswalkCommand.self, ExportBenchmarkCommand.self, GapsCommand.self, LinksCommand.self,
            ProfileCommand.self, SweepCommand.self,
            CoverCommand.self,
            SitingCommand.self,
        ])
}
