import Geodesy
import Testing

@testable import Geometry

@Suite struct AreaIndexTests {
    @Test func neighborsShareTheirBorder() throws {
        let index = try AreaIndex([
            MultiPolygon(exterior: ContainmentTests.square(105, 21, 1)), MultiPolygon([]),
            MultiPolygon(exterior: ContainmentTests.square(106, 21, 1)),
        ])
        #expect(index.areas(containing: Coordinate(longitude: 105.5, latitude: 21.5)) == [0])
        #expect(index.areas(containing: Coordinate(longitude: 106, latitude: 21.5)) == [0, 2])
        #expect(index.areas(containing: Coordinate(longitude: 108, latitude: 21.5)) == [])
    }

    /// Fresh indices asked first by eight threads at once: were an area not warm, threads would build its index against each other.
    @Test func equalsBruteForceFromEightThreads() async throws {
        var generator = SeededGenerator(state: 9)
        let areas = (0..<30).map { RandomShapes.area(vertices: 200, onLattice: $0.isMultiple(of: 2), &generator) }
        let points = RandomShapes.points(200, &generator)
        let expected = points.map { place in areas.indices.filter { EvenOddOracle.covers(areas[$0], place) } }
        for _ in 0..<25 {
            let index = try AreaIndex(areas)
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 { group.addTask { points.map { index.areas(containing: $0) } == expected } }
                for await same in group { #expect(same) }
            }
        }
    }
}
