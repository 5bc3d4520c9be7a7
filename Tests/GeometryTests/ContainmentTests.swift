import Geodesy
import Testing

@testable import Geometry

@Suite struct ContainmentTests {
    static func square(_ west: Double, _ south: Double, _ size: Double) -> [Coordinate] {
        [(0, 0), (size, 0), (size, size), (0, size)].map { Coordinate(longitude: west + $0.0, latitude: south + $0.1) }
    }

    let holed = MultiPolygon(exterior: square(105, 21, 1), holes: [square(105.25, 21.25, 0.5)])

    @Test(arguments: [
        (105.1, 21.1, true), (105.5, 21.5, false), (104.9, 21.5, false), (105, 21, true), (105.5, 21, true), (105.25, 21.5, true),
        (105.25, 21.25, true), (105.1, 21.25, true), (105.9, 21.75, true), (104.5, 21, false), (106.5, 22, false), (106, 22, true),
    ])
    func boundaryIsInsideHoleIsOutside(longitude: Double, latitude: Double, isInside: Bool) throws {
        let place = Coordinate(longitude: longitude, latitude: latitude)
        #expect(try holed.contains(place) == isInside)
        #expect(try AreaIndex([holed]).areas(containing: place) == (isInside ? [0] : []))
    }

    @Test func notANumberIsNowhere() throws {
        #expect(try !holed.contains(Coordinate(longitude: .nan, latitude: 21.1)))
        #expect(try AreaIndex([holed]).areas(containing: Coordinate(longitude: .nan, latitude: 21.1)).isEmpty)
    }

    @Test func equalsBruteForceOnRandomAreas() throws {
        var generator = SeededGenerator(state: 1)
        let places = RandomShapes.points(150, &generator)
        for round in 0..<90 {
            let area = RandomShapes.area(vertices: 5 + round * 4, onLattice: round.isMultiple(of: 3), &generator)
            let expected = EvenOddOracle.covers(area, places)
            #expect(try places.map { try area.contains($0) } == expected)
            let index = try AreaIndex([area])
            #expect(places.map { !index.areas(containing: $0).isEmpty } == expected)
        }
    }

    /// Midpoints of slanted edges, rounded, lie on the edge or a rounding beside it: only exact arithmetic tells.
    @Test func equalsBruteForceBesideSlantedEdges() throws {
        var generator = SeededGenerator(state: 2)
        let area = RandomShapes.area(vertices: 60, onLattice: false, &generator)
        let ring = area.polygons[0].exterior
        var places: [Coordinate] = ring
        for (a, b) in zip(ring, ring.dropFirst()) {
            for share in [0.5, 0.25, 1.0 / 3] {
                places.append(
                    Coordinate(
                        longitude: a.longitude + share * (b.longitude - a.longitude),
                        latitude: a.latitude + share * (b.latitude - a.latitude)))
            }
        }
        let expected = EvenOddOracle.covers(area, places)
        #expect(try places.map { try area.contains($0) } == expected)
        let join = try PointInPolygonJoin(points: places).polygonsCovering([area])
        #expect(join.map { !$0.isEmpty } == expected)
        #expect(expected.contains(false) && expected.prefix(ring.count).allSatisfy { $0 })
    }

    @Test func brokenRingsAreNamed() {
        let line = MultiPolygon(exterior: [Coordinate(longitude: 105, latitude: 21), Coordinate(longitude: 106, latitude: 21)])
        #expect { try line.contains(Coordinate(longitude: 105, latitude: 21)) } throws: { ($0 as? GeometryError)?.code == .brokenRing }
        #expect { try AreaIndex([MultiPolygon([]), line]) } throws: { ($0 as? GeometryError)?.index == 1 }
    }

    @Test func emptyAreaHoldsNothing() throws {
        #expect(try !MultiPolygon([]).contains(Coordinate(longitude: 105, latitude: 21)))
        #expect(try AreaIndex([]).areas(containing: Coordinate(longitude: 105, latitude: 21)).isEmpty)
        #expect(MultiPolygon([]).isEmpty && MultiPolygon([]).boundingBox == nil)
    }
}
