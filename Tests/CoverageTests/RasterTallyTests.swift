import Geodesy
import Geometry
import Planning
import Radio
import Terrain
import Testing

@testable import Coverage

@Suite struct RasterTallyTests {
    private func coverage(_ terrain: TerrainGrid) throws -> RasterCoverage {
        let site = Site(
            id: "s", operator: .viettel, place: Coordinate(longitude: 105.2, latitude: 21), technologies: [.lte4G], mastHeightMeters: 45)
        return try #require(
            RasterCoverage(
                World(sites: [site]), rule: Fixture.rule, asOf: Fixture.day("2026-11-01"),
                environment: RadioEnvironment(terrain: terrain, climate: .northernMountains), layers: [RasterLayer()],
                radiusMeters: 2_000))
    }

    private func tally(_ coverage: RasterCoverage, _ area: [MultiPolygon]) throws -> RasterTally {
        var tally = RasterTally(coverage, area: area)
        for index in coverage.tiles.indices { tally.count(try coverage.compute(index, threads: 1), coverage) }
        return tally
    }

    @Test func groundIsMeasuredOnTheEllipsoid() throws {
        let coverage = try coverage(Ground.flat())
        let tally = try tally(coverage, [])
        let half = 0.5 / 1200
        let box = MultiPolygon(exterior: [
            Coordinate(longitude: 105 - half, latitude: 20.9 - half), Coordinate(longitude: 105.4 + half, latitude: 20.9 - half),
            Coordinate(longitude: 105.4 + half, latitude: 21.1 + half), Coordinate(longitude: 105 - half, latitude: 21.1 + half),
        ])
        #expect(abs(tally.areaKm2 - box.areaSquareMeters / 1e6) < 0.01)
        #expect(tally.areaKm2 == tally.knownKm2)
        // A circle of 2 km on flat ground is served by its mast.
        #expect(abs(tally.layers[0].levelKm2 - .pi * 4) < 0.1)
        #expect(tally.layers[0].goodKm2 <= tally.layers[0].basicKm2 && tally.layers[0].basicKm2 <= tally.layers[0].levelKm2)
        #expect(tally.servedKm2 == [0: tally.servedKm2[0] ?? 0] && abs((tally.servedKm2[0] ?? 0) - tally.layers[0].basicKm2) < 1e-9)
    }

    @Test func onlyTheAreaCounts() throws {
        let coverage = try coverage(Ground.half())
        let disc = MultiPolygon.disc(center: Coordinate(longitude: 105.2, latitude: 21), radiusMeters: 1_000, vertices: 64)
        let tally = try tally(coverage, [disc, disc])
        #expect(abs(tally.areaKm2 - disc.areaSquareMeters / 1e6) < 0.1)
        #expect(abs(tally.layers[0].levelKm2 - tally.areaKm2) < 1e-9)
        // Half of the ground to the east is unknown.
        let all = try self.tally(coverage, [])
        #expect(all.knownKm2 < all.areaKm2 * 0.65 && all.knownKm2 > all.areaKm2 * 0.6)
    }

    @Test func theMaskAgreesWithTheAreaPostByPost() throws {
        var random = SplitMix(state: 3)
        let terrain = try Ground.flat()
        func star(_ longitude: Double, _ latitude: Double, _ size: Double) -> [Coordinate] {
            (0..<11).map { corner in
                let angle = -2 * Double.pi * Double(corner) / 11
                let reach = size * (0.3 + 0.7 * random.unit())
                // Sines are odd numbers: no corner falls on a row of posts, where the two rules may differ.
                return Coordinate(longitude: longitude + reach * Self.sine(angle + .pi / 2), latitude: latitude + reach * Self.sine(angle))
            }
        }
        let areas = [
            MultiPolygon([Polygon(exterior: star(105.2, 21, 0.09), holes: [star(105.2, 21, 0.02)])]),
            MultiPolygon([Polygon(exterior: star(105.39, 21.09, 0.05))]), MultiPolygon([]),
        ]
        let mask = RasterMask(areas, over: terrain)
        var inside = 0
        for row in stride(from: 0, to: terrain.rows, by: 9) {
            let line = mask.row(row, columns: 0..<terrain.columns)
            #expect(mask.row(row, columns: 100..<200) == Array(line[100..<200]))
            for column in stride(from: 0, to: terrain.columns, by: 7) {
                let place = Coordinate(
                    longitude: terrain.west + Double(column) * terrain.stepLongitude,
                    latitude: terrain.north - Double(row) * terrain.stepLatitude)
                let expected = try areas.contains { try $0.repaired().contains(place) }
                #expect(line[column] == expected, "\(place)")
                if expected { inside += 1 }
            }
        }
        #expect(inside > 50)
    }

    /// A series, so that the test needs no other library.
    private static func sine(_ angle: Double) -> Double {
        var (term, sum) = (angle, angle)
        for step in 1..<20 {
            term *= -angle * angle / Double(2 * step * (2 * step + 1))
            sum += term
        }
        return sum
    }
}
