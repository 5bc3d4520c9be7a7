import Coverage
import Foundation
import GeoFiles
import Geodesy
import Planning
import Scenarios

/// Computes and writes best-server maps: for `coverage.tif` also `coverage-site.tif`, `coverage-sites.csv`, `coverage.json`; by operator
/// `coverage-viettel-4g.tif` and so on; with areas `coverage-service-areas.geojson` and `.gpkg`.
public struct RasterPublisher: Sendable {
    /// The maps that are made.
    public let run: RasterRun
    /// Name of the first map without its ending.
    public let stem: String
    /// Whether the served ground is outlined too.
    public let withAreas: Bool

    /// What the work is at.
    public enum Step: Hashable, Sendable {
        /// Computing levels: steps of ``RasterCoverage/stepCount`` that are done, and all of them.
        case sweeping(done: Int, of: Int)
        /// Finishing the raster files.
        case writing
        /// Drawing the service areas.
        case outlining
    }

    /// - Parameter name: of the first map, ending in `.tif` or `.tiff`.
    public init(_ run: RasterRun, name: String, withAreas: Bool) {
        self.run = run
        self.name = name
        stem = (name as NSString).deletingPathExtension
        self.withAreas = withAreas
    }

    private let name: String

    private var rasters: [(raster: String, sites: String)] {
        let ending = (name as NSString).pathExtension
        return run.coverage.layers.enumerated().map { index, layer in
            let own = index == 0 ? stem : "\(stem)-\(layer.id)"
            return ("\(own).\(ending)", "\(own)-site.\(ending)")
        }
    }

    private var siteTable: String { "\(stem)-sites.csv" }
    private var document: String { "\(stem).json" }
    private var areaFiles: [(file: String, format: VectorFormat)] {
        withAreas ? [("\(stem)-service-areas.geojson", .geojson), ("\(stem)-service-areas.gpkg", .gpkg)] : []
    }

    /// Every file that is written.
    public var names: [String] {
        rasters.flatMap { [$0.raster, $0.sites] } + [siteTable] + areaFiles.map(\.file) + [document]
    }

    /// Computes the maps and writes them into a staging folder.
    ///
    /// - Throws: `GeoFileError` or `StoreError` when something cannot be written.
    public func write(to folder: String, threads: Int, progress: @escaping @Sendable (Step) -> Void = { _ in }) throws -> RasterDocument {
        let tally = try writeRasters(folder, threads, progress)
        var areas: [RasterDocument.ServiceArea] = []
        if withAreas {
            progress(.outlining)
            areas = try writeAreas(folder)
        }
        try writeSites(folder, tally)
        let files = try names.filter { $0 != document }.map { try RasterDocument.File($0, in: folder) }
        let summary = RasterDocument(run, tally, rasters: rasters, serviceAreas: areas, files: files)
        try RunStore.write(CanonicalJSON.data(summary), to: "\(folder)/\(document)")
        return summary
    }

    /// Levels far below anything that a phone can hear.
    private static let noLevelDBm = -9999.0

    private func writeRasters(
        _ folder: String, _ threads: Int, _ progress: @escaping @Sendable (Step) -> Void
    ) throws -> RasterTally {
        let coverage = run.coverage
        let writers = try zip(coverage.layers, rasters).map { layer, names in
            let tags = tags(layer)
            return (
                levels: try CoverageRasterWriter(
                    "\(folder)/\(names.raster)", frame: run.frame, bands: levelBands, values: .float32, noData: Self.noLevelDBm, tags: tags),
                sites: try CoverageRasterWriter(
                    "\(folder)/\(names.sites)", frame: run.frame, bands: [siteBand], values: .int32, noData: 0, tags: tags)
            )
        }
        var tally = RasterTally(coverage, area: run.loaded.read.world.area)
        let counter = SweepCounter(total: coverage.stepCount, progress)
        for index in coverage.tiles.indices {
            let tile = try compute(index, threads, counter)
            tally.count(tile, coverage)
            for (writer, layer) in zip(writers, tile.layers) {
                try writer.levels.write(layer.rsrpDBm, band: 1, columns: tile.columns, rows: tile.rows)
                try writer.levels.write(layer.rsrpDBm.map(coverage.probability), band: 2, columns: tile.columns, rows: tile.rows)
                try writer.sites.write(layer.site.map { $0 + 1 }, band: 1, columns: tile.columns, rows: tile.rows)
            }
        }
        progress(.writing)
        for writer in writers {
            try writer.levels.finish()
            try writer.sites.finish()
        }
        return tally
    }

    private func compute(_ tile: Int, _ threads: Int, _ counter: SweepCounter) throws(StoreError) -> RasterTile {
        do {
            return try run.coverage.compute(tile, threads: threads) { counter.count() }
        } catch {
            let sites = run.loaded.read.world.sites
            let names = error.sites.prefix(3).map { sites[$0].id }.joined(separator: ", ") + (error.sites.count > 3 ? ", …" : "")
            throw StoreError(
                .badData, path: run.loaded.project.inputs.sites.first?.displayName ?? "sites", reason: "\(names): \(error.cause)",
                remedy: "mend the row, or choose another --radius-km")
        }
    }

    private var levelBands: [CoverageRasterBand] {
        let rule = run.coverage.rule
        return [
            CoverageRasterBand(
                name: "rsrp_dbm", unit: "dBm",
                tags: [
                    "meaning": "median reference signal received power of the best server at \(rule.receiverHeightMeters) m above ground"
                ]),
            CoverageRasterBand(
                name: "probability", unit: "1",
                tags: ["meaning": "probability that RSRP reaches \(rule.rsrpDBm) dBm, at a planning sigma of \(rule.planningSigmaDB) dB"]),
        ]
    }

    private var siteBand: CoverageRasterBand {
        CoverageRasterBand(
            name: "site_number", unit: "1", tags: ["meaning": "site_number of the best server in \(siteTable)"])
    }

    private func tags(_ layer: RasterLayer) -> [String: String] {
        [
            "phusong_project": run.loaded.project.name, "phusong_layer": layer.id, "phusong_rule": run.coverage.rule.id,
            "phusong_as_of": "\(run.loaded.project.asOf)", "phusong_radius_km": "\(run.coverage.radiusMeters / 1_000)",
            "phusong_synthetic": run.loaded.project.synthetic?.en ?? "",
            "phusong_no_data": "no known path within the radius: not a statement of no signal",
        ].filter { !$0.value.isEmpty }
    }

    /// The numbers in the site maps, with ids and the ground of the first map that each serves.
    private func writeSites(_ folder: String, _ tally: RasterTally) throws(GeoFileError) {
        let sites = run.loaded.read.world.sites
        let lost = Set(run.coverage.sitesOnUnknownGround)
        let rows = run.coverage.sites.filter { !lost.contains($0) }.map { position in
            let site = sites[position]
            let served = tally.servedKm2[Int32(clamping: position)] ?? 0
            return OutputRow(
                id: site.id,
                values: [
                    .integer(Int64(position) + 1), .text(site.id), .text(site.operator.id),
                    .text(site.technologies.map(\.rawValue).joined(separator: ";")), .real((served * 1_000).rounded() / 1_000),
                    .boolean(site.isConfidential), .boolean(site.isSynthetic),
                ],
                shape: .point(site.place))
        }
        let fields: [OutputField] = [
            OutputField(name: "site_number", type: .integer), OutputField(name: "id", type: .text),
            OutputField(name: "operator", type: .text),
            OutputField(name: "technologies", type: .text), OutputField(name: "served_km2", type: .real),
            OutputField(name: "confidential", type: .boolean), OutputField(name: "synthetic", type: .boolean),
        ]
        let layer = OutputLayer(name: "sites", title: "Sites by their number in the maps", fields: fields, rows: rows)
        try VectorWriter.write([layer], to: "\(folder)/\(siteTable)", format: .csv)
    }

    private func writeAreas(_ folder: String) throws(GeoFileError) -> [RasterDocument.ServiceArea] {
        let coverage = run.coverage
        var rows: [OutputRow] = []
        var shown: [RasterDocument.ServiceArea] = []
        for (layer, names) in zip(coverage.layers, rasters) {
            let raster = "\(folder)/\(names.raster)"
            let good = try CoverageRasterAreas().area(raster, band: 1, atLeast: coverage.goodDBm)
            // Each is simplified by itself, which would let the better class stick out.
            let basic = try CoverageRasterAreas().area(raster, band: 1, atLeast: coverage.basicDBm, holding: good.shape)
            let rule = coverage.rule
            for (grade, rsrp, median, area) in [
                ("basic", rule.rsrpDBm, coverage.basicDBm, basic), ("good", rule.goodRSRPDBm, coverage.goodDBm, good),
            ] {
                let (row, summary) = ServiceAreaLayer.feature(layer, grade: grade, rsrpDBm: rsrp, medianDBm: median, area, run)
                rows.append(row)
                shown.append(summary)
            }
        }
        for (file, format) in areaFiles {
            try VectorWriter.write([ServiceAreaLayer.layer(rows)], to: "\(folder)/\(file)", format: format, coordinateDecimals: 6)
        }
        return shown
    }
}
