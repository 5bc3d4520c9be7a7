import ArgumentParser

/// `phusong-bench sweep`. Thin: reads arguments, runs the benchmark, prints.
struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Coverage of one site over all cells in range: time, error against exact paths, and SPLAT! beside it.",
        discussion: """
            Examples:
              swift run -c release phusong-bench sweep
              swift run -c release phusong-bench sweep --radius-km 15 --repetitions 1 --no-growth --no-splat --json

            The ground is a real tile of 90 m, and a 30 m grid resampled from it. Every piece of work takes its turn in every round. Sweeps are \
            compared with the point-to-point model at the same samples: a difference of 0.01 dB, or another raster on more threads, \
            ends the benchmark with exit code 1 and no number. SPLAT! (Debian package splat) is left out where it is not installed.
            Exit codes: 0 ok · 1 results differ · 64 usage
            """)

    @Option(help: ArgumentHelp("Raster or folder with the ground.", valueName: "path"))
    var terrain = SweepOptions().terrain

    @Option(help: ArgumentHelp("The site's longitude.", valueName: "degrees"))
    var longitude = SweepOptions().longitude

    @Option(help: ArgumentHelp("The site's latitude.", valueName: "degrees"))
    var latitude = SweepOptions().latitude

    @Option(help: ArgumentHelp("Radius of the map.", valueName: "km"))
    var radiusKm = SweepOptions().radiusKm

    @Option(help: ArgumentHelp("Rounds.", valueName: "n"))
    var repetitions = SweepOptions().repetitions

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Numbers of threads to measure.", valueName: "n"))
    var threads = SweepOptions().threads

    @Option(help: ArgumentHelp("Cell centres and samples to compare with exact paths.", valueName: "n"))
    var compared = SweepOptions().comparedCells

    @Flag(inversion: .prefixedNo, help: "Measure other radii and more sites.")
    var growth = true

    @Flag(inversion: .prefixedNo, help: "Compare with SPLAT!, where it is installed.")
    var splat = true

    @Option(help: ArgumentHelp("Python for the script that runs SPLAT!.", valueName: "program"))
    var python = SweepOptions().python

    @Option(help: ArgumentHelp("The script that runs SPLAT!.", valueName: "path"))
    var peerScript = SweepOptions().peerScript

    @OptionGroup var report: ReportOptions

    func validate() throws {
        for (name, number) in [("repetitions", repetitions), ("threads", threads.min() ?? 0), ("compared", compared)] where number < 1 {
            throw ValidationError("--\(name) is 1 or more.")
        }
        guard radiusKm > 0.5, radiusKm <= 200 else { throw ValidationError("--radius-km is from 0.5 to 200.") }
    }

    func run() throws {
        let options = SweepOptions(
            terrain: terrain, longitude: longitude, latitude: latitude, radiusKm: radiusKm, repetitions: repetitions,
            threads: Set(threads + [1]).sorted(), comparedCells: compared, comparedSamples: compared, measuresGrowth: growth,
            measuresSplat: splat, python: python, peerScript: peerScript)
        let report = report
        let result = try SweepBenchmark(options: options) { report.tell($0) }.run()
        try report.show(result) { SweepText(result: $0).text }
    }
}
