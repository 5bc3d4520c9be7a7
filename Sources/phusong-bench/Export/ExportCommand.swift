import ArgumentParser
import Foundation

/// `phusong-bench export`. Thin: reads arguments, runs the benchmark, prints.
struct ExportBenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "A country's villages exported to each format: time, size and peak memory at two sizes.",
        discussion: """
            Examples:
              phusong-bench export
              phusong-bench export --villages 5000 20000 --formats csv kmz --json

            Runs `phusong gaps` on a made-up country (footprints, no terrain) and `phusong export` once for each format, as programs of their own, so \
            that the peak memory is that of one format. Growth is that of memory from the least to the greatest size.
            Exit codes: 0 ok · 1 a program failed · 64 usage
            """)

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Numbers of villages.", valueName: "n"))
    var villages = [10_250, 41_000]

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Formats of `phusong export`.", valueName: "format"))
    var formats = ["geojsonseq", "csv", "fgb", "geojson", "gpkg", "shp", "kmz", "xlsx", "mbtiles"]

    @Option(help: ArgumentHelp("The program; default: beside this one.", valueName: "path"))
    var program: String?

    @Option(help: ArgumentHelp("Seed of the data.", valueName: "n"))
    var seed: UInt64 = 41

    @OptionGroup var report: ReportOptions

    func validate() throws {
        if villages.isEmpty || villages.contains(where: { $0 < 1 }) { throw ValidationError("--villages are 1 or more.") }
    }

    func run() throws {
        let beside = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("phusong").path
        guard let binary = program ?? beside, FileManager.default.isExecutableFile(atPath: binary) else {
            throw ValidationError("phusong does not stand beside this program: build it, or name it with --program.")
        }
        let report = report
        let benchmark = ExportBenchmark(
            villages: Set(villages).sorted(), formats: formats, program: binary, seed: seed, tell: { report.tell($0) })
        try report.show(try benchmark.run()) { ExportText(result: $0).text }
    }
}
