import Geodesy
import Testing

@testable import Geometry

@Suite struct PointIndexTests {
    @Test func withinEqualsBruteForce() {
        var generator = SeededGenerator(state: 5)
        let points = RandomShapes.points(700, &generator)
        let index = PointIndex(points)
        for place in RandomShapes.points(25, &generator) {
            for radius in [0, 700, 5_000, 60_000, 5_000_000.0] {
                let found = index.within(radiusMeters: radius, of: place)
                let expected = points.indices.map { ($0, Geodesic.distanceMeters(place, points[$0])) }.filter { $0.1 <= radius }
                    .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
                #expect(found.map(\.index) == expected.map(\.0))
                #expect(found.map(\.distanceMeters) == expected.map(\.1))
            }
        }
    }

    @Test func nearestEqualsBruteForce() {
        var generator = SeededGenerator(state: 6)
        let points = RandomShapes.points(500, &generator)
        let index = PointIndex(points)
        // Far away places too, where degrees mislead about metres.
        let places =
            RandomShapes.points(80, &generator) + [Coordinate(longitude: 20, latitude: 80), Coordinate(longitude: -75, latitude: -50)]
        for place in places {
            let expected = points.indices.map { (Geodesic.distanceMeters(place, points[$0]), $0) }.min { $0 < $1 }
            let found = index.nearest(to: place)
            #expect(found?.index == expected?.1 && found?.distanceMeters == expected?.0)
        }
    }

    @Test func limitIsIncluded() {
        let a = Coordinate(longitude: 105, latitude: 21)
        let b = Coordinate(longitude: 105.01, latitude: 21.01)
        let distance = Geodesic.distanceMeters(a, b)
        #expect(PointIndex([b]).within(radiusMeters: distance, of: a).count == 1)
        #expect(PointIndex([b]).within(radiusMeters: distance.nextDown, of: a).isEmpty)
    }

    @Test func acrossTheAntimeridianAndNearAPole() {
        let index = PointIndex([Coordinate(longitude: -179.99, latitude: 10), Coordinate(longitude: 0, latitude: 89.9)])
        #expect(index.within(radiusMeters: 5_000, of: Coordinate(longitude: 179.99, latitude: 10)).map(\.index) == [0])
        #expect(index.nearest(to: Coordinate(longitude: 179.99, latitude: 10))?.index == 0)
        #expect(index.within(radiusMeters: 30_000, of: Coordinate(longitude: 180, latitude: 89.9)).map(\.index) == [1])
    }

    @Test func emptyAndUnusablePoints() {
        let place = Coordinate(longitude: 105, latitude: 21)
        #expect(PointIndex([]).nearest(to: place) == nil)
        #expect(PointIndex([]).within(radiusMeters: 1e9, of: place).isEmpty)
        let index = PointIndex([Coordinate(longitude: .nan, latitude: 0), place])
        #expect(index.nearest(to: place)?.index == 1)
        #expect(index.within(radiusMeters: 3e7, of: place).map(\.index) == [1])
        #expect(index.nearest(to: Coordinate(longitude: .nan, latitude: 0)) == nil)
        #expect(index.within(radiusMeters: .nan, of: place).isEmpty)
        #expect(PointIndex([place, place]).nearest(to: place)?.index == 0)
    }

    @Test func manyThreadsAtOnce() async {
        var generator = SeededGenerator(state: 7)
        let points = RandomShapes.points(300, &generator)
        let index = PointIndex(points)
        let expected = points.map { index.within(radiusMeters: 9_000, of: $0).count }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 { group.addTask { points.map { index.within(radiusMeters: 9_000, of: $0).count } == expected } }
            for await same in group { #expect(same) }
        }
    }
}
