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

    @Test func equalsContainsOneByOneFromManyThreads() async throws {
        var generator = SeededGenerator(state: 9)
        let areas = (0..<30).map { RandomShapes.area(vertices: 200, onLattice: $0.isMultiple(of: 2), &generator) }
        let points = RandomShapes.points(200, &generator)
        let index = try AreaIndex(areas)
        let expected = try points.map { place in try areas.indices.filter { try areas[$0].contains(place) } }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 { group.addTask { points.map { index.areas(containing: $0) } == expected } }
            for await same in group { #expect(same) }
        }
    }
}
