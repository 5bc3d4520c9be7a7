import Coverage
import Foundation
import Planning

/// `phusong raster --json`, also written beside the maps.
public struct RasterDocument: Codable, Hashable, Sendable {
    public struct Rule: Codable, Hashable, Sendable {
        public var id: String
        public var version: Int
        /// Level that counts, at the receiver, dBm.
        public var rsrpDBm: Double
        public var probability: Double
        public var planningSigmaDB: Double
        public var receiverHeightMeters: Double
        /// Medians from which ground is in class `basic` and `good`, dBm.
        public var basicMedianDBm: Double
        public var goodMedianDBm: Double
    }

    public struct Grid: Codable, Hashable, Sendable {
        public var columns: Int
        public var rows: Int
        public var stepLongitudeDegrees: Double
        public var stepLatitudeDegrees: Double
        /// Centres of the outermost cells: west, south, east, north.
        public var box: [Double]
    }

    /// Ground of the project's area within the grid; of the whole grid where the project names no area.
    public struct Area: Codable, Hashable, Sendable {
        public var km2: Double
        /// Its height is known. Shares are over this.
        public var knownKm2: Double
    }

    public struct Sites: Codable, Hashable, Sendable {
        public var used: Int
        /// Ids of sites in no map because the height of their ground is not known.
        public var onUnknownGround: [String]
    }

    public struct Layer: Codable, Hashable, Sendable {
        public var id: String
        public var `operator`: String?
        public var technology: String?
        /// The rule's level is likely enough; `good` included.
        public var basicKm2: Double
        public var basicShare: Double
        public var goodKm2: Double
        public var goodShare: Double
        /// Any level was computed.
        public var levelKm2: Double
        /// Levels and probability.
        public var raster: String
        /// Numbers of the best servers.
        public var siteRaster: String
    }

    public struct ServiceArea: Codable, Hashable, Sendable {
        public var id: String
        public var layer: String
        /// `basic` or `good`.
        public var grade: String
        public var cellsKm2: Double
        public var shapeKm2: Double
        public var parts: Int
        public var vertices: Int
        /// Parts of the cells' ground that the shape leaves out, and that it adds.
        public var lostShare: Double
        public var addedShare: Double
        public var toleranceCells: Double

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

    public struct File: Codable, Hashable, Sendable {
        public var file: String
        public var sha256: String

        /// - Throws: `StoreError` when the file cannot be read back.
        public init(_ file: String, in folder: String) throws(StoreError) {
            guard let hash = Fingerprint.ofFile("\(folder)/\(file)") else {
                throw StoreError(.io, path: file, reason: "what was written cannot be read back", remedy: "check the disk")
            }
            (self.file, sha256) = (file, hash)
        }
    }

    public var schema = "phusong.raster/1"
    public var project: String
    public var asOf: CalendarDate
    public var rule: Rule
    public var radiusKm: Double
    public var grid: Grid
    public var area: Area
    public var sites: Sites
    public var layers: [Layer]
    public var serviceAreas: [ServiceArea]
    public var files: [File]
    public var inputHash: String
    /// One sentence saying what is made up in the inputs; empty for real data.
    public var synthetic: String
    public var warnings: [GapSummary.Warning]

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
