import ArgumentParser
import Foundation
import Planning
import Publishing
import Scenarios

struct RasterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raster",
        abstract: "Maps of the best server's level, probability and number, as Cloud-Optimized GeoTIFF.",
        discussion: """
            Examples:
              phusong raster GeoData/samples/tuyen-quang -o coverage.tif
              phusong raster my-province -o maps/coverage.tif --by-operator --areas
              phusong raster my-province -o viettel-4g.tif --operator viettel --technology 4G --radius-km 15

            Writes coverage.tif (bands rsrp_dbm, probability; no data −9999), coverage-site.tif (numbers of the best servers; no data 0), \
            coverage-sites.csv (their ids) and coverage.json (km² served, files). With --by-operator also coverage-<operator>-<technology>.tif; \
            with --areas coverage-service-areas.geojson and .gpkg: classes `basic` and `good` by level, `basic` holds `good`.
            The frame is the box of the project's villages and sites and 0.05° around it, where there is terrain; km² and shares in the table \
            are for the project's `area` within it. Every site on air that counts is in the map. A cell has the level of the exact path to its centre; a village may stand beside it, so that \
            verdicts come from paths of their own (`phusong gaps`).
            Exit codes: 0 ok · 64 usage · 65 bad data, no terrain, or no site that counts · 66 input missing · 73 cannot create · 74 I/O · \
            130 interrupted
            """)

    @Argument(help: "Project file, or the folder that holds project.yaml.", completion: .file(extensions: ["yaml"]))
    var project: String

    @Option(
        name: [.short, .long], help: ArgumentHelp("File to write; the others stand beside it.", valueName: "file.tif"),
        completion: .file(extensions: ["tif"]))
    var output = "coverage.tif"

    @Option(name: .long, help: ArgumentHelp("Only this operator's sites.", valueName: "name"))
    var `operator`: String?

    @Option(name: .long, help: ArgumentHelp("Only this technology: 2G, 3G, 4G or 5G. Default: all that count.", valueName: "name"))
    var technology: String?

    @Flag(name: .long, help: "One more map for each operator and technology.")
    var byOperator = false

    @Option(
        name: .long,
        help: ArgumentHelp("How far from a mast is looked, 0.5 to 200. Default: the project's range, else 35.", valueName: "km"))
    var radiusKm: Double?

    @Flag(name: .long, help: "Service areas as polygons, for every map.")
    var areas = false

    @Flag(name: .long, help: "Replace files that stand there already.")
    var force = false

    @OptionGroup var compute: ComputeOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard ["tif", "tiff"].contains((output as NSString).pathExtension.lowercased()) else {
            throw ValidationError("-o is a file that ends in .tif, not '\(output)'.")
        }
        if let technology, Technology(label: technology) == nil {
            throw ValidationError("--technology is 2G, 3G, 4G or 5G, not '\(technology)'.")
        }
        if let radiusKm, !RasterOptions.radiiKm.contains(radiusKm) { throw ValidationError("--radius-km is 0.5 to 200.") }
    }

    func run() throws {
        try Failure.reporting(common) {
            let document = try perform(Interruption())
            if common.json {
                try Terminal.data(try CanonicalJSON.text(document))
            } else if !common.quiet {
                try Terminal.data(RasterText(language: common.language).text(document, output: output))
            }
        }
    }

    private func perform(_ interruption: Interruption) throws -> RasterDocument {
        let progress = RasterProgress(common)
        defer { progress.finish() }
        let loaded = try compute.load(project, common)
        let run = try RasterRun(
            loaded,
            RasterOptions(
                carrier: `operator`, technology: technology.flatMap { Technology(label: $0) }, byOperator: byOperator,
                radiusMeters: radiusKm.map { $0 * 1_000 }))
        let publisher = RasterPublisher(run, name: (output as NSString).lastPathComponent, withAreas: areas)
        try RasterFileSet.throwIfTaken(output, names: publisher.names, overwrite: force)
        interruption.protect(output)
        var document: RasterDocument?
        try RasterFileSet.commit(output, overwrite: force) { folder in
            document = try publisher.write(to: folder, threads: compute.threadCount) { progress.show($0) }
            return publisher.names
        } willPlace: {
            // Renaming takes no time, and half of it would be worse than a Ctrl-C that comes too late.
            interruption.setGentle(true)
        }
        guard let document else { throw ExitCode.failure }
        return document
    }
}
