import Geodesy
import Testing

@testable import Geometry

@Suite struct SpatialOrderTests {
    @Test func everyPointStandsOnce() {
        var generator = SeededGenerator(state: 10)
        let points = RandomShapes.points(500, &generator)
        #expect(SpatialOrder.positions(of: points).sorted() == Array(0..<500))
        #expect(SpatialOrder.positions(of: []).isEmpty)
    }

    @Test func coincidentPointsKeepTheirOrder() {
        let place = Coordinate(longitude: 105, latitude: 21)
        #expect(SpatialOrder.positions(of: [place, place, place]) == [0, 1, 2])
    }

    @Test func neighborsComeNearEachOther() {
        // A lattice of 32 by 32 row by row: two steps along the curve stay closer on average than rows would allow.
        let points = (0..<1024).map { Coordinate(longitude: Double($0 % 32), latitude: Double($0 / 32)) }
        let order = SpatialOrder.positions(of: points).map { points[Int($0)] }
        let quarter = Set(order.prefix(256).map { [Int($0.longitude) / 16, Int($0.latitude) / 16] })
        #expect(quarter == [[0, 0]])
    }
}
