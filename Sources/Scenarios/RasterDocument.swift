import Coverage
import Foundation
import Planning

/// `phusong raster --json`, also written beside the maps.
public struct RasterDocument: Codable, Hashable, Sendable {
    /// The rule that the maps are made by.
    public struct Rule: Codable, Hashable, Sendable {
        /// Name by which projects call it.
        public var id: String
        /// Counts up when the rule changes, from 1.
        public var version: Int
        /// Level that counts, at the receiver, dBm.
        public var rsrpDBm: Double
        /// Probability with which that level must be reached, 0…1.
        public var probability: Double
        /// Planning σ, dB: location variability and model error together.
        public var planningSigmaDB: Double
        /// Height of the phone above ground, metres.
        public var receiverHeightMeters: Double
        /// Medians from which ground is in class `basic` and `good`, dBm.
        public var basicMedianDBm: Double
        /// The same for class `good`, dBm.
        public var goodMedianDBm: Double
    }

    /// The cells of the maps: those of the terrain, in WGS 84.
    public struct Grid: Codable, Hashable, Sendable {
        /// Number of cells from west to east.
        public var columns: Int
        /// Number of cells from north to south.
        public var rows: Int
        /// Width of a cell, degrees.
        public var stepLongitudeDegrees: Double
        /// Height of a cell, degrees.
        public var stepLatitudeDegrees: Double
        /// Centres of the outermost cells: west, south, east, north.
        public var box: [Double]
    }

    /// Ground of the project's area within the grid; of the whole grid where the project names no area.
    public struct Area: Codable, Hashable, Sendable {
        /// All of it, km².
        public var km2: Double
        /// Its height is known. Shares are over this.
        public var knownKm2: Double
    }

    /// The sites that the maps are about.
    public struct Sites: Codable, Hashable, Sendable {
        /// Number of sites in the maps; those on unknown ground are not counted.
        public var used: Int
        /// Ids of sites in no map because the height of their ground is not known.
        public var onUnknownGround: [String]
    }

    /// One map: the best server among the sites that count in it.
    public struct Layer: Codable, Hashable, Sendable {
        /// `all`, `viettel`, `4g` or `viettel-4g`.
        public var id: String
        /// Id of the operator whose sites alone count; nil = all.
        public var `operator`: String?
        /// The technology that alone counts; nil = every one that the rule counts.
        public var technology: String?
        /// The rule's level is likely enough; `good` included.
        public var basicKm2: Double
        /// The same over the area's known ground, 0…1.
        public var basicShare: Double
        /// The rule's good level is likely enough, km².
        public var goodKm2: Double
        /// The same over the area's known ground, 0…1.
        public var goodShare: Double
        /// Any level was computed.
        public var levelKm2: Double
        /// Levels and probability.
        public var raster: String
        /// Numbers of the best servers.
        public var siteRaster: String
    }

    /// The outline of one class of one map, over the whole grid.
    public struct ServiceArea: Codable, Hashable, Sendable {
        /// `<layer>-<grade>`.
        public var id: String
        /// Id of the map.
        public var layer: String
        /// `basic` or `good`.
        public var grade: String
        /// Ground of the cells in the class, km².
        public var cellsKm2: Double
        /// Ground of the outline, km².
        public var shapeKm2: Double
        /// Number of polygons.
        public var parts: Int
        /// Number of places in all rings, closing ones included.
        public var vertices: Int
        /// Parts of the cells' ground that the shape leaves out, and that it adds.
        public var lostShare: Double
        /// Ground in the shape and in none of the cells, over the cells' ground, 0…1.
        public var addedShare: Double
        /// Tolerance of the simplifying, in cells; 0 when the stairs of the cells were kept.
        public var toleranceCells: Double

        /// Describes an outline.
        public init(
            id: String, layer: String, grade: String, cellsKm2: Double, shapeKm2: Double, parts: Int, vertices: Int, lostShare: Double,
            addedShare: Double, toleranceCells: Double
        ) {
            self.id = id
            self.layer = layer
            self.grade = grade
            self.cellsKm2 = cellsKm2
            self.shapeKm2 = shapeKm2
            self.parts = parts
            self.vertices = vertices
            self.lostShare = lostShare
            self.addedShare = addedShare
            self.toleranceCells = toleranceCells
        }
    }

    /// A file that was written.
    public struct File: Codable, Hashable, Sendable {
        /// Name in the folder.
        public var file: String
        /// SHA-256 of its bytes, 64 hex digits.
        public var sha256: String

        /// - Throws: `StoreError` when the file cannot be read back.
        public init(_ file: String, in folder: String) throws(StoreError) {
            guard let hash = Fingerprint.ofFile("\(folder)/\(file)") else {
                throw StoreError(.io, path: file, reason: "what was written cannot be read back", remedy: "check the disk")
            }
            (self.file, sha256) = (file, hash)
        }
    }

    /// Name and version of the format.
    public var schema = "phusong.raster/1"
    /// Name of the project, or of the scenario.
    public var project: String
    /// The day by which sites and technologies count.
    public var asOf: CalendarDate
    /// What counts as signal.
    public var rule: Rule
    /// How far from a mast is looked, kilometres.
    public var radiusKm: Double
    /// Where the cells lie.
    public var grid: Grid
    /// The ground that is counted.
    public var area: Area
    /// How many sites are in the maps, and which are not.
    public var sites: Sites
    /// The maps: first that of everything asked for, then those by operator and technology.
    public var layers: [Layer]
    /// Outlines map by map, `basic` before `good`; empty unless they were asked for.
    public var serviceAreas: [ServiceArea]
    /// Every file but this document.
    public var files: [File]
    /// Hash over program version, command, parameters, rule, seed and inputs: equal hash, equal maps.
    public var inputHash: String
    /// One sentence saying what is made up in the inputs; empty for real data.
    public var synthetic: String
    /// Warnings of the project, and those of the maps.
    public var warnings: [GapSummary.Warning]

    /// Tells of finished maps.
    ///
    /// - Parameters:
    /// - rasters: file names of levels and of best servers, in the order of the maps.
    /// - files: every other file that was written.
    public init(
        _ run: RasterRun, _ tally: RasterTally, rasters: [(raster: String, sites: String)], serviceAreas: [ServiceArea], files: [File]
    ) {
        func km2(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
        func share(_ value: Double) -> Double {
            tally.knownKm2 > 0 ? (value / tally.knownKm2 * 1e6).rounded() / 1e6 : 0
        }
        let coverage = run.coverage
        let terrain = coverage.terrain
        let box = terrain.boundingBox
        project = run.loaded.project.name
        asOf = run.loaded.project.asOf
        rule = Rule(
            id: coverage.rule.id, version: coverage.rule.version, rsrpDBm: coverage.rule.rsrpDBm, probability: coverage.rule.probability,
            planningSigmaDB: coverage.rule.planningSigmaDB, receiverHeightMeters: coverage.rule.receiverHeightMeters,
            basicMedianDBm: coverage.basicDBm, goodMedianDBm: coverage.goodDBm)
        radiusKm = coverage.radiusMeters / 1_000
        grid = Grid(
            columns: terrain.columns, rows: terrain.rows, stepLongitudeDegrees: terrain.stepLongitude,
            stepLatitudeDegrees: terrain.stepLatitude,
            box: [box.west, box.south, box.east, box.north].map { ($0 * 1e7).rounded() / 1e7 })
        area = Area(km2: km2(tally.areaKm2), knownKm2: km2(tally.knownKm2))
        sites = Sites(
            used: coverage.sites.count - coverage.sitesOnUnknownGround.count,
            onUnknownGround: coverage.sitesOnUnknownGround.map { run.loaded.read.world.sites[$0].id })
        layers = coverage.layers.indices.map { index in
            let (layer, counts) = (coverage.layers[index], tally.layers[index])
            return Layer(
                id: layer.id, operator: layer.carrier?.id, technology: layer.technology?.rawValue, basicKm2: km2(counts.basicKm2),
                basicShare: share(counts.basicKm2), goodKm2: km2(counts.goodKm2), goodShare: share(counts.goodKm2),
                levelKm2: km2(counts.levelKm2), raster: rasters[index].raster, siteRaster: rasters[index].sites)
        }
        self.serviceAreas = serviceAreas
        self.files = files
        inputHash = run.loaded.inputHash(command: "raster", parameters: run.parameters)
        synthetic = run.loaded.project.synthetic?.en ?? ""
        warnings = run.warnings
    }
}
