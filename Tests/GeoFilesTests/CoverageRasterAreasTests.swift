import Foundation
import Geodesy
import Geometry
import Testing

@testable import GeoFiles

@Suite struct CoverageRasterAreasTests {
    private static let side = 120

    private func area(
        _ limits: CoverageRasterAreas = CoverageRasterAreas(), atLeast threshold: Double = -100, _ value: (Int, Int) -> Float
    ) throws -> CoverageRasterAreas.Area {
        let scratch = try Scratch()
        let side = Self.side
        let frame = CoverageRasterFrame(west: 105, north: 22, stepLongitude: 0.001, stepLatitude: 0.001, columns: side, rows: side)
        let path = scratch.path("a.tif")
        let writer = try CoverageRasterWriter(
            path, frame: frame, bands: [CoverageRasterBand(name: "rsrp_dbm", unit: "dBm")], values: .float32, noData: -9999)
        let values = (0..<side).flatMap { row in (0..<side).map { value($0, row) } }
        try writer.write(values, band: 1, columns: 0..<side, rows: 0..<side)
        try writer.finish()
        return try limits.area(path, band: 1, atLeast: threshold)
    }

    @Test func aBlockOfCellsIsItsRectangle() throws {
        let found = try area { column, row in (10..<30).contains(column) && (20..<60).contains(row) ? -100 : -100.01 }
        #expect(found.shape.polygons.count == 1 && found.shape.vertexCount == 5)
        let box = try #require(found.shape.boundingBox)
        #expect(abs(box.west - 105.0095) < 1e-9 && abs(box.east - 105.0295) < 1e-9)
        #expect(abs(box.north - 21.9805) < 1e-9 && abs(box.south - 21.9405) < 1e-9)
        #expect(found.lostShare < 1e-9 && found.addedShare < 1e-9)
    }

    @Test func nothingReachedIsAnEmptyArea() throws {
        let found = try area { _, _ in .nan }
        #expect(found.shape.isEmpty && found.cellsKm2 == 0 && found.lostShare == 0)
        #expect(try area { _, _ in -120 }.shape.isEmpty)
    }

    @Test func noDataIsNeverReachedHoweverLowTheThreshold() throws {
        #expect(try area(atLeast: -20_000) { _, _ in .nan }.shape.isEmpty)
    }

    @Test func cellsThatMeetAtCornersAreStillValid() throws {
        let found = try area { column, row in (column + row) % 2 == 0 ? -90 : -110 }
        #expect(try found.shape.validityDefect() == nil)
        #expect(found.lostShare <= 0.01)
        let ring = try area { column, row in
            // A hole whose corners touch the outer edge and each other.
            (40...44).contains(column) && (40...44).contains(row) && (column - row).magnitude != 2 ? -90 : -110
        }
        #expect(try ring.shape.validityDefect() == nil)
        #expect(abs(ring.shape.areaSquareMeters / 1e6 / ring.cellsKm2 - 1) < 0.011)
    }

    @Test(arguments: [1, 2, 3]) func simplifyingIsValidAndKeepsTheGround(seed: Int) throws {
        var state = UInt64(seed)
        var waves: [(Double, Double, Double)] = []
        for _ in 0..<8 {
            func unit() -> Double {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Double(state >> 11) / Double(1 << 53)
            }
            waves.append((0.02 + 0.2 * unit(), 0.02 + 0.2 * unit(), 6 * unit()))
        }
        func value(_ column: Int, _ row: Int) -> Float {
            Float(-100 + waves.reduce(0.0) { $0 + 5 * sin(Double(column) * $1.0 + Double(row) * $1.1 + $1.2) })
        }
        let found = try area(CoverageRasterAreas(), value)
        let stairs = try area(CoverageRasterAreas(largestLostShare: -1), value)
        #expect(stairs.toleranceCells == 0)
        #expect(found.toleranceCells > 0 && found.shape.vertexCount < stairs.shape.vertexCount * 3 / 4)
        #expect(found.lostShare <= 0.01 && found.addedShare <= 0.01)
        #expect(try found.shape.validityDefect() == nil && stairs.shape.validityDefect() == nil)
        // The measured shares are what an overlay of our own says.
        let lost = try stairs.shape.subtracting(found.shape).areaSquareMeters / stairs.shape.areaSquareMeters
        #expect(abs(lost - found.lostShare) < 1e-6)
        // And the cells are all there.
        let reached = (0..<Self.side).reduce(0) { sum, row in sum + (0..<Self.side).count { value($0, row) >= -100 } }
        let cell = MultiPolygon(exterior: [
            Coordinate(longitude: 105, latitude: 21.94), Coordinate(longitude: 105.001, latitude: 21.94),
            Coordinate(longitude: 105.001, latitude: 21.941), Coordinate(longitude: 105, latitude: 21.941),
        ]).areaSquareMeters
        #expect(abs(stairs.cellsKm2 * 1e6 / (Double(reached) * cell) - 1) < 0.001)
    }
}
