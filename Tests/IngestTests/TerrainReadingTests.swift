import Foundation
import GeoFiles
import Geodesy
import Planning
import Radio
import Terrain
import Testing

@testable import Ingest

@Suite struct TerrainReadingTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    /// An ESRI grid of 11 × 11 posts, 0.002° apart, from 105.0, 22.0 to the south-east, without a system unless it is given.
    private func put(_ name: String, west: Double = 104.999, south: Double = 21.979, height: (Int, Int) -> String = { _, _ in "300" })
        throws
    {
        try FileManager.default.createDirectory(
            atPath: ("\(workspace.folder)/\(name)" as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        let rows = (0..<11).map { row in (0..<11).map { height($0, row) }.joined(separator: " ") }
        let text =
            "ncols 11\nnrows 11\nxllcorner \(west)\nyllcorner \(south)\ncellsize 0.002\nNODATA_value -9999\n"
            + rows.joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(workspace.folder)/\(name)"))
        let system =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]"
        let stem = ("\(workspace.folder)/\(name)" as NSString).deletingPathExtension
        try Data(system.utf8).write(to: URL(fileURLWithPath: stem + ".prj"))
    }

    private func source(_ name: String = "dem", _ surface: TerrainSurface = .dsm, clutter: String? = nil) -> TerrainSource {
        TerrainSource(
            path: "\(workspace.folder)/\(name)", displayName: name, surface: surface,
            clutter: clutter.map { ClutterHeights.Source(path: "\(workspace.folder)/\($0)", name: $0) })
    }

    private func world(_ places: (Double, Double)...) -> World {
        World(
            villages: places.enumerated().map {
                Village(id: "v\($0)", name: "v", centre: Coordinate(longitude: $1.0, latitude: $1.1))
            })
    }

    @Test func theWorldsBoxIsRead() throws {
        try put("dem/a.asc") { column, row in "\(100 + column + 10 * row)" }
        let reading = TerrainReading.read(source(), world: world((105.004, 21.996), (105.012, 21.986)))
        let grid = try #require(reading.grid, "\(reading.diagnostics)")
        #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
        #expect(abs(grid.heightMeters(at: Coordinate(longitude: 105.004, latitude: 21.996)) - 122) < 1e-6)
        // The box is wider than the places by 0.05°, more than this raster has.
        #expect(reading.report.grid?.box == reading.report.rasters.first?.box)
        #expect(reading.report.cover == 1 && reading.report.villages.total == 2)
        #expect(reading.report.rasters.map(\.use) == [.copied])
        #expect(reading.report.grid?.knownShare == 1)
    }

    @Test func unknownGroundIsNamedByTileAndCause() throws {
        try put("dem/a.asc") { column, row in column == 5 && row == 5 ? "-9999" : "300" }
        // On the hole, beyond the raster in the same tile, and in the next tile north.
        var world = world((105.010, 21.990), (105.5, 21.5), (105.01, 22.5), (105.002, 21.998))
        world.sites = [
            Site(id: "s", operator: Operator.known[0], place: Coordinate(longitude: 105.02, latitude: 22.4), technologies: [.lte4G])
        ]
        let reading = TerrainReading.read(source(), world: world)
        #expect(
            reading.report.missingTiles == [.init(tile: "N21E105", villages: 1, sites: 0), .init(tile: "N22E105", villages: 1, sites: 1)])
        #expect(reading.report.voidTiles == [.init(tile: "N21E105", villages: 1, sites: 0)])
        #expect(reading.report.cover == 0.25)
        #expect(reading.diagnostics.map(\.code) == [.terrainTileMissing, .terrainTileMissing, .terrainVoid])
        #expect(reading.diagnostics.map(\.field) == ["N21E105", "N22E105", "N21E105"])
    }

    @Test func aFolderThatIsNotThereIsADiagnostic() throws {
        let reading = TerrainReading.read(source("nowhere"), world: world((105, 22)))
        #expect(reading.grid == nil)
        #expect(reading.diagnostics.map(\.code) == [.fileMissing])
        #expect(source("nowhere").files.isEmpty)
    }

    @Test func missingLandCoverLeavesTheHeights() throws {
        try put("dem/a.asc")
        let reading = TerrainReading.read(source("dem", .dtm, clutter: "cover.asc"), world: world((105.004, 21.996)))
        #expect(reading.grid != nil && reading.grid?.clutterMeters == nil)
        #expect(reading.diagnostics.map(\.code) == [.fileMissing])
        #expect(reading.diagnostics.map(\.file) == ["cover.asc"])
    }

    @Test func landCoverStandsOnBareGroundOnly() throws {
        try put("dem/a.asc")
        try put("cover.asc") { column, _ in column < 5 ? "10" : "33" }
        let place = Coordinate(longitude: 105.004, latitude: 21.996)
        let bare = TerrainReading.read(source("dem", .dtm, clutter: "cover.asc"), world: world((105.004, 21.996), (105.014, 21.99)))
        #expect(bare.grid?.clutterMeters(at: place) == 15)
        #expect(bare.diagnostics.map(\.code) == [.clutterClassUnknown])
        #expect(bare.report.clutterRasters.map(\.file) == ["cover.asc"])
        let surface = TerrainReading.read(source("dem", .dsm, clutter: "cover.asc"), world: world((105.004, 21.996)))
        #expect(surface.grid != nil && surface.grid?.clutterMeters == nil)
    }

    @Test func aWorldWithoutPlacesNeedsNoTerrain() throws {
        let reading = TerrainReading.read(source("nowhere"), world: World())
        #expect(reading.grid == nil && reading.diagnostics.isEmpty)
    }

    @Test func everyFileThatDecidesIsListed() throws {
        try put("dem/a.asc")
        try put("dem/south/b.asc", south: 21.9)
        try put("cover.asc")
        try Data("notes".utf8).write(to: URL(fileURLWithPath: "\(workspace.folder)/dem/README.txt"))
        let files = source("dem", .dtm, clutter: "cover.asc").files
        #expect(
            files.map { "\($0.role) \($0.displayName)" } == [
                "terrain dem/a.asc", "terrain dem/a.prj", "terrain dem/south/b.asc", "terrain dem/south/b.prj", "clutter cover.asc",
                "clutter cover.prj",
            ])
        #expect(source("dem", .dsm, clutter: "cover.asc").files.count == 4)
    }

    @Test(arguments: [(23.0, RadioClimate.northernMountains), (20.5, .northernMountains), (20.4, .lowlands), (10, .lowlands)])
    func theUsualAirFollowsTheLatitude(latitude: Double, climate: RadioClimate) {
        #expect(RadioClimate.usual(atLatitude: latitude) == climate)
    }
}
