import Geodesy
import Testing

@testable import Geometry

@Suite struct PointInPolygonJoinTests {
    private func bruteForce(_ points: [Coordinate], _ areas: [MultiPolygon]) -> [[Int32]] {
        var covering = [[Int32]](repeating: [], count: points.count)
        for (index, area) in areas.enumerated() {
            for (point, isCovered) in EvenOddOracle.covers(area, points).enumerated() where isCovered {
                covering[point].append(Int32(index))
            }
        }
        return covering
    }

    @Test(arguments: [1, 2, 7])
    func equalsBruteForce(threads: Int) throws {
        var generator = SeededGenerator(state: 3)
        let points = RandomShapes.points(300, &generator)
        // Few vertices and many, with holes and several parts.
        let areas = (0..<400).map { round in
            RandomShapes.area(
                vertices: round.isMultiple(of: 10) ? 400 : 12, onLattice: round.isMultiple(of: 3), &generator)
        }
        let join = try PointInPolygonJoin(points: points)
        let found = try join.polygonsCovering(areas, threads: threads)
        #expect(found.map(Array.init) == bruteForce(points, areas))
        #expect(found.pairCount > 1000 && found.count == 300)
    }

    @Test func sameForAnyNumberOfThreads() throws {
        var generator = SeededGenerator(state: 4)
        let points = RandomShapes.points(800, &generator)
        let areas = (0..<900).map { _ in RandomShapes.area(vertices: 12, onLattice: false, &generator) }
        let join = try PointInPolygonJoin(points: points)
        let one = try join.polygonsCovering(areas, threads: 1)
        for threads in [2, 3, 5] { #expect(try join.polygonsCovering(areas, threads: threads) == one) }
        #expect(one.offsets.last == one.pairCount)
    }

    @Test func emptyInputs() throws {
        let square = MultiPolygon(exterior: ContainmentTests.square(105, 21, 1))
        let place = Coordinate(longitude: 105.5, latitude: 21.5)
        #expect(try PointInPolygonJoin(points: []).polygonsCovering([square], threads: 2).isEmpty)
        #expect(try PointInPolygonJoin(points: [place]).polygonsCovering([], threads: 2).map(Array.init) == [[]])
        #expect(try PointInPolygonJoin(points: [place]).polygonsCovering([MultiPolygon([]), square], threads: 2).map(Array.init) == [[1]])
        #expect(try PointInPolygonJoin(points: [place]).polygonsCovering([square], threads: -3).pairCount == 1)
    }

    @Test func coincidentPointsAreAllFound() throws {
        let place = Coordinate(longitude: 105.5, latitude: 21.5)
        let square = MultiPolygon(exterior: ContainmentTests.square(105, 21, 1))
        let found = try PointInPolygonJoin(points: [place, place, place]).polygonsCovering([square, square], threads: 2)
        #expect(found.map(Array.init) == [[0, 1], [0, 1], [0, 1]])
    }

    @Test func brokenPolygonIsNamedByItsLowestIndex() throws {
        let square = MultiPolygon(exterior: ContainmentTests.square(105, 21, 1))
        var areas = [MultiPolygon](repeating: square, count: 2000)
        areas[700] = MultiPolygon(exterior: [Coordinate(longitude: 105, latitude: .nan)])
        areas[1500] = MultiPolygon(exterior: [Coordinate(longitude: 105, latitude: 21)])
        let join = try PointInPolygonJoin(points: [Coordinate(longitude: 105.5, latitude: 21.5)])
        for threads in 1...3 {
            #expect { try join.polygonsCovering(areas, threads: threads) } throws: { ($0 as? GeometryError)?.index == 700 }
        }
    }

    @Test func brokenPolygonIsNamedWhereNoPointIsNear() throws {
        let broken = MultiPolygon(exterior: [Coordinate(longitude: 105, latitude: 21), Coordinate(longitude: 106, latitude: 21)])
        let join = try PointInPolygonJoin(points: [Coordinate(longitude: 20, latitude: 50)])
        #expect { try join.polygonsCovering([MultiPolygon([]), broken]) } throws: { ($0 as? GeometryError)?.index == 1 }
    }

    /// GEOS answers for a polygon that crosses itself; nothing breaks off, and ground enclosed once is inside.
    @Test func crossingPolygonIsAnswered() throws {
        let bowTie = MultiPolygon(
            exterior: [(105, 21), (106, 22), (106, 21), (105, 22)].map { Coordinate(longitude: $0.0, latitude: $0.1) })
        let join = try PointInPolygonJoin(points: [Coordinate(longitude: 105.1, latitude: 21.5)])
        #expect(try join.polygonsCovering([bowTie], threads: 1).pairCount == 1)
    }

    @Test func pointWithoutNumbersIsNamed() {
        let points = [Coordinate(longitude: 105, latitude: 21), Coordinate(longitude: .infinity, latitude: 21)]
        #expect { try PointInPolygonJoin(points: points) } throws: { ($0 as? GeometryError)?.index == 1 }
    }
}
