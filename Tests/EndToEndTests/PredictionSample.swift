import Foundation
import Testing

/// A copy of the Tuyên Quang sample whose terrain, land cover and footprints a test may change. Its tables are the sample's own, by links.
struct PredictionSample {
    static let source = Program.root.appendingPathComponent("GeoData/samples/tuyen-quang")
    static let tile = source.appendingPathComponent("terrain/N21E105.tif").path
    /// Of the tile's cells, degrees.
    static let cellDegrees = 1.0 / 1200

    let program: Program
    let name: String

    var path: String { program.path(name) }

    /// - Parameters:
    ///   - hasTile: whether the sample's own tile is in the terrain folder.
    ///   - changes: texts of the project file and what stands there instead.
    ///   - more: lines at its end.
    init(_ program: Program, _ name: String, hasTile: Bool = true, changes: [(String, String)] = [], more: String = "") throws {
        self.program = program
        self.name = name
        let files = FileManager.default
        try files.createDirectory(atPath: program.path("\(name)/terrain"), withIntermediateDirectories: true)
        for file in try files.contentsOfDirectory(atPath: Self.source.path)
        where ["csv", "geojson", "fgb"].contains((file as NSString).pathExtension) {
            try files.createSymbolicLink(
                atPath: program.path("\(name)/\(file)"), withDestinationPath: Self.source.appendingPathComponent(file).path)
        }
        if hasTile { try files.copyItem(atPath: Self.tile, toPath: program.path("\(name)/terrain/N21E105.tif")) }
        var text = try String(contentsOf: Self.source.appendingPathComponent("project.yaml"), encoding: .utf8)
        for (old, new) in [("../../", Program.root.appendingPathComponent("GeoData").path + "/")] + changes {
            try #require(text.contains(old))
            text = text.replacingOccurrences(of: old, with: new)
        }
        try write(text + more, "project.yaml")
    }

    func write(_ text: String, _ file: String) throws {
        try text.write(toFile: program.path("\(name)/\(file)"), atomically: true, encoding: .utf8)
    }

    /// Writes a raster as people do who have no tool at hand: an ESRI ASCII grid in WGS 84, rows from the north. Nil is no data.
    func writeGrid(
        _ file: String, west: Double, south: Double, columns: Int, rows: Int, cellDegrees: Double,
        _ value: (_ column: Int, _ row: Int) -> Int?
    ) throws {
        var text = "ncols \(columns)\nnrows \(rows)\nxllcorner \(west)\nyllcorner \(south)\ncellsize \(cellDegrees)\nNODATA_value -9999\n"
        for row in 0..<rows {
            text += (0..<columns).map { "\(value($0, row) ?? -9999)" }.joined(separator: " ") + "\n"
        }
        try write(text, "\(file).asc")
        try write(
            #"GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]"#,
            "\(file).prj")
    }

    /// Runs `gaps` and reads back what it wrote.
    func gaps(_ folder: String) throws -> PredictionRun { try PredictionRun(program, path, folder) }
}

/// What `gaps` wrote about a predicted project.
struct PredictionRun {
    struct Summary: Decodable {
        struct Terrain: Decodable {
            struct Tile: Decodable, Equatable {
                var tile: String
                var villages: Int
            }
            var covered: Double
            var missingTiles: [Tile]
        }
        struct Disagreement: Decodable {
            var id, footprints, prediction: String
            var signalDBm: Double?
        }
        struct Row: Decodable, Equatable {
            var reason, grade: String
            var villages: Int
        }
        struct Warning: Decodable { var code: String }
        var mode: String
        var villages: MainJobTests.Summary.Counts
        var terrain: Terrain
        var byReason: [Row]
        var disagreements: [Disagreement]
        var warnings: [Warning]
    }

    struct Village: Decodable, Equatable {
        enum CodingKeys: String, CodingKey {
            case id, grade, reason, basis, confidence, operators, notes, probability, extent, clusters
            case clustersCovered = "clusters_covered"
            case shareClustersCovered = "share_clusters_covered"
            case shareHouseholdsCovered = "share_households_covered"
            case roundingAgreement = "rounding_agreement"
            case bestSite = "best_site"
            case bestOperator = "best_operator"
            case bestTechnology = "technology"
            case signalDBm = "signal_dbm"
            case bandMHz = "band_mhz"
            case pathLossDB = "path_loss_db"
            case isLineOfSight = "line_of_sight"
            case uplinkMarginDB = "uplink_margin_db"
            case obstacleLongitude = "obstacle_lon"
            case obstacleLatitude = "obstacle_lat"
            case obstacleDistanceMeters = "obstacle_distance_m"
            case obstacleHeightMeters = "obstacle_height_m"
            case missingTile = "missing_tile"
            case gradeByFootprints = "grade_by_footprints"
            case gradeByPrediction = "grade_by_prediction"
            case nearestSiteMeters = "nearest_site_m"
        }
        var id, grade, reason, basis, confidence, operators, notes: String
        var bestSite, bestOperator, bestTechnology, missingTile, gradeByFootprints, gradeByPrediction: String?
        var signalDBm, probability, bandMHz, pathLossDB, uplinkMarginDB, obstacleLongitude, obstacleLatitude: Double?
        var obstacleDistanceMeters, obstacleHeightMeters, nearestSiteMeters: Double?
        var isLineOfSight: Bool?
        var extent: String?
        var clusters, clustersCovered: Int?
        var shareClustersCovered, shareHouseholdsCovered, roundingAgreement: Double?
        /// Filled from the geometry.
        var longitude = 0.0
        var latitude = 0.0
    }

    private struct Layer: Decodable {
        struct Feature: Decodable {
            struct Point: Decodable { var coordinates: [Double] }
            var properties: Village
            var geometry: Point
        }
        var features: [Feature]
    }

    let folder: String
    let summary: Summary
    /// In the order of the layer.
    let villages: [Village]

    init(_ program: Program, _ project: String, _ folder: String, arguments: [String] = []) throws {
        let outcome = try program.run(list: ["gaps", project, "--json", "-o", folder] + arguments)
        try #require(outcome.status == 0, "\(outcome.err)")
        self.folder = folder
        summary = try JSONDecoder().decode(Summary.self, from: outcome.outData)
        villages = try Self.villages(program.path("\(folder)/villages.geojson"))
    }

    /// The villages of a layer.
    static func villages(_ path: String) throws -> [Village] {
        let layer = try Data(contentsOf: URL(fileURLWithPath: path))
        return try JSONDecoder().decode(Layer.self, from: layer).features.map { feature in
            var village = feature.properties
            (village.longitude, village.latitude) = (feature.geometry.coordinates[0], feature.geometry.coordinates[1])
            return village
        }
    }

    func village(_ id: String) throws -> Village { try #require(villages.first { $0.id == id }) }

    func ids(_ grade: String) -> Set<String> { Set(villages.filter { $0.grade == grade }.map(\.id)) }
}
