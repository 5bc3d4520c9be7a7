import Geodesy
import Testing

@testable import Geometry

@Suite struct InnerPlaceTests {
    private func ring(_ corners: [(Double, Double)]) -> [Coordinate] { corners.map { Coordinate(longitude: $0.0, latitude: $0.1) } }

    @Test func itLiesInsideEvenWhereTheMiddleDoesNot() throws {
        // A horseshoe: its centre of gravity lies in the gap.
        let shoe = MultiPolygon(exterior: ring([(0, 0), (3, 0), (3, 3), (2, 3), (2, 1), (1, 1), (1, 3), (0, 3)]))
        let holed = MultiPolygon(
            exterior: ring([(0, 0), (4, 0), (4, 4), (0, 4)]), holes: [ring([(1, 1), (3, 1), (3, 3), (1, 3), (1, 1)])])
        for area in [shoe, holed] {
            let place = try #require(try area.innerPlace())
            #expect(try area.contains(place))
            #expect(try area.innerPlace() == place)
        }
    }

    @Test func nothingLiesInsideNothing() throws {
        #expect(try MultiPolygon([]).innerPlace() == nil)
    }
}
