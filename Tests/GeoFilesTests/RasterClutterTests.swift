import CGDAL
import Foundation
import Geodesy
import Terrain
import Testing

@testable import GeoFiles

/// Land cover becomes heights over bare ground, by the nearest cell.
@Suite struct RasterClutterTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try RasterWorkshop.make(scratch.path("ground.tif"))
        // A third of the posts' step: classes by column of the ground.
        try RasterWorkshop.make(scratch.path("cover.tif")) {
            ($0.columns, $0.rows, $0.type) = (33, 33, GDT_Byte)
            $0.geoTransform = [104.999, 0.002 / 3, 0, 22.001, 0, -0.002 / 3]
            $0.noData = 0
            $0.value = { column, _ in [10, 50, 80, 95, 33, 0][min(5, column / 3)] }
        }
    }

    private func read(_ surface: TerrainSurface, _ heights: ClutterHeights = .worldCover) throws -> TerrainRead {
        try TerrainReader().read(
            scratch.path("ground.tif"), name: "ground.tif", box: BoundingBox(west: 105, south: 21.98, east: 105.02, north: 22),
            surface: surface, clutter: .init(path: scratch.path("cover.tif"), name: "cover.tif", heights: heights))
    }

    @Test func classesBecomeHeightsOnBareGround() throws {
        let result = try read(.dtm)
        let clutter = try #require(result.grid?.clutterMeters)
        #expect(Array(clutter[0..<5]) == [15, 10, 0, 15, 0])
        #expect(clutter[5..<11].allSatisfy { $0.isNaN }, "no data is not a class")
        #expect(result.unknownClasses.map(\.value) == [33])
        #expect(result.unknownClasses.map(\.posts) == [11])
        #expect(result.clutterRasters.map(\.use) == [.warped])
        #expect(result.grid?.clutterMeters(at: Coordinate(longitude: 105.0009, latitude: 22)) == 15)
    }

    @Test func aProjectsOwnTableHolds() throws {
        let result = try read(.dtm, ClutterHeights(metersByClass: [10: 22, 33: 4]))
        #expect(Array(try #require(result.grid?.clutterMeters)[0..<5]) == [22, 0, 0, 0, 4])
        #expect(result.unknownClasses.map(\.value) == [50, 80, 95])
    }

    @Test func aSurfaceModelTakesNone() throws {
        let result = try read(.dsm)
        #expect(result.grid != nil && result.grid?.clutterMeters == nil)
        #expect(result.clutterRasters.isEmpty)
    }

    @Test func coverOfAnotherCountryGivesNone() throws {
        try RasterWorkshop.make(scratch.path("cover.tif")) { ($0.type, $0.geoTransform) = (GDT_Byte, [100, 0.002, 0, 15, 0, -0.002]) }
        let result = try read(.dtm)
        #expect(result.clutterProblems.map(\.kind) == [.elsewhere])
        #expect(result.grid != nil && result.grid?.clutterMeters == nil)
    }
}
