import Foundation
import Geodesy
import Terrain
import Testing

@testable import Candidates

/// Made-up ground around 105° E, 22° N with posts every 3 seconds.
@Suite struct HighSpotsTests {
    static let size = 201
    static let step = 1.0 / 1200
    static let centre = Coordinate(longitude: 105 + 100 * step, latitude: 22 - 100 * step)

    /// - Parameter height: of a post by its column and row.
    static func grid(_ height: (Int, Int) -> Double) throws -> TerrainGrid {
        var heights: [Float] = []
        for row in 0..<size { for column in 0..<size { heights.append(Float(height(column, row))) } }
        return try TerrainGrid(
            west: 105, north: 22, stepLongitude: step, stepLatitude: step, columns: size, rows: size, heightsMeters: heights, surface: .dtm)
    }

    static func place(_ column: Int, _ row: Int) -> Coordinate {
        Coordinate(longitude: 105 + Double(column) * step, latitude: 22 - Double(row) * step)
    }

    /// Hills of 150 m with a radius of five posts.
    static func hills(_ tops: [(Int, Int)]) throws -> TerrainGrid {
        try grid { column, row in
            100 + (tops.map { max(0, 150 - 30 * hypot(Double(column - $0.0), Double(row - $0.1))) }.max() ?? 0)
        }
    }

    @Test func theTopsOfHillsAreFoundAndNothingElse() throws {
        let tops = [(80, 90), (120, 110), (100, 130)]
        let spots = try HighSpots(Self.hills(tops)).around(Self.centre, withinMeters: 4000)
        #expect(Set(spots.map(\.place)) == Set(tops.map { Self.place($0.0, $0.1) }))
        #expect(spots.allSatisfy { $0.heightMeters == 250 && $0.positionMeters > 100 })
        #expect(spots.map(\.positionMeters) == spots.map(\.positionMeters).sorted(by: >))
    }

    @Test func aShoulderStandsOutThoughItIsNoSummit() throws {
        // A slope that rises northwards, with a spur on it: every summit lies at the edge.
        let grid = try Self.grid { column, row in
            let spur = max(0, 60 - 12 * hypot(Double(column - 100), Double(row - 100)))
            return 1000 - 4 * Double(row) + spur
        }
        let spots = HighSpots(grid).around(Self.centre, withinMeters: 2000)
        #expect(spots.count == 1)
        #expect(Geodesic.distanceMeters(try #require(spots.first).place, Self.centre) < 200)
    }

    @Test func flatGroundAndUnknownGroundHaveNone() throws {
        #expect(try HighSpots(Self.grid { _, _ in 50 }).around(Self.centre, withinMeters: 4000).isEmpty)
        let holed = try Self.grid { column, row in
            (column, row) == (103, 104) ? .nan : 100 + max(0, 150 - 30 * hypot(Double(column - 100), Double(row - 100)))
        }
        #expect(HighSpots(holed).around(Self.centre, withinMeters: 4000).isEmpty)
        let outside = Coordinate(longitude: 107, latitude: 22)
        #expect(try HighSpots(Self.hills([(100, 100)])).around(outside, withinMeters: 4000).isEmpty)
    }

    @Test func theSearchedCircleDoesNotMoveSpots() throws {
        let spots = try HighSpots(Self.hills([(80, 90), (120, 110)]))
        let wide = spots.around(Self.centre, withinMeters: 4000)
        let narrow = spots.around(Self.place(84, 92), withinMeters: 800)
        #expect(narrow == wide.filter { $0.place == Self.place(80, 90) })
    }

    @Test(arguments: [0, 10, 45] as [Double])
    func theSlopeOfAPlaneIsItsAngle(degrees: Double) throws {
        let rise = tan(degrees * .pi / 180) * Self.step * 110_574
        let grid = try Self.grid { _, row in 2000 - rise * Double(row) }
        #expect(abs(HighSpots(grid).slopeDegrees(at: Self.centre) - degrees) < 0.1)
    }

    @Test func aRidgeHidesAndAHighMastSeesOverIt() throws {
        let grid = try Self.grid { column, _ in abs(column - 100) <= 1 ? 40 : 0 }
        let sight = SightLine(terrain: grid)
        #expect(!sight.isClear(from: Self.place(90, 100), heightMeters: 30, to: Self.place(110, 100), otherHeightMeters: 1.5))
        #expect(sight.isClear(from: Self.place(90, 100), heightMeters: 90, to: Self.place(110, 100), otherHeightMeters: 1.5))
        #expect(
            !sight.isClear(from: Self.place(90, 100), heightMeters: 90, to: Coordinate(longitude: 106, latitude: 22), otherHeightMeters: 1))
    }
}
