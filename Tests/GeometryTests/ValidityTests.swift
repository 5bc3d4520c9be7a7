import Geodesy
import Testing

@testable import Geometry

@Suite struct ValidityTests {
    static func ring(_ pairs: [(Double, Double)]) -> [Coordinate] {
        pairs.map { Coordinate(longitude: $0.0, latitude: $0.1) }
    }

    let bowTie = MultiPolygon(exterior: ring([(105, 21), (106, 22), (106, 21), (105, 22)]))

    @Test func validAreasHaveNoDefect() throws {
        #expect(try MultiPolygon(exterior: ContainmentTests.square(105, 21, 1)).validityDefect() == nil)
        #expect(try MultiPolygon([]).validityDefect() == nil)
    }

    @Test func selfCrossingIsPlaced() throws {
        let defect = try #require(try bowTie.validityDefect())
        #expect(defect.reason.contains("Self-intersection"))
        #expect(defect.place == Coordinate(longitude: 105.5, latitude: 21.5))
    }

    @Test func brokenRingsAreDefectsNotExceptions() throws {
        #expect(try MultiPolygon(exterior: Self.ring([(105, 21), (106, 21)])).validityDefect() != nil)
        #expect(try MultiPolygon(exterior: Self.ring([(105, 21), (.nan, 21), (105, 22), (104, 21)])).validityDefect() != nil)
        let holeOutside = MultiPolygon(
            exterior: ContainmentTests.square(105, 21, 1), holes: [ContainmentTests.square(107, 21, 0.5)])
        #expect(try holeOutside.validityDefect()?.reason.contains("Hole") == true)
    }

    @Test func repairKeepsTheGround() throws {
        let repaired = try bowTie.repaired()
        #expect(repaired.polygons.count == 2)
        #expect(try repaired.validityDefect() == nil)
        #expect(try repaired.contains(Coordinate(longitude: 105.1, latitude: 21.5)))
        #expect(try !repaired.contains(Coordinate(longitude: 105.5, latitude: 21.9)))
    }

    @Test func repairMayLeaveNothing() throws {
        #expect(try MultiPolygon(exterior: Self.ring([(105, 21), (106, 21)])).repaired().isEmpty)
        #expect(try MultiPolygon(exterior: Self.ring([(105, 21), (106, 21), (105.5, 21), (105, 21)])).repaired().isEmpty)
        #expect(try MultiPolygon([]).repaired().isEmpty)
    }

    @Test func repairUnitesOverlappingParts() throws {
        let parts = MultiPolygon([
            Polygon(exterior: ContainmentTests.square(105, 21, 1)), Polygon(exterior: ContainmentTests.square(105.5, 21, 1)),
        ])
        #expect(try parts.validityDefect() != nil)
        let repaired = try parts.repaired()
        #expect(repaired.polygons.count == 1)
        let expected = MultiPolygon(exterior: Self.ring([(105, 21), (106.5, 21), (106.5, 22), (105, 22)]))
        #expect(abs(repaired.areaSquareMeters / expected.areaSquareMeters - 1) < 1e-3)
    }

    @Test func repairRefusesWhatIsNoNumber() {
        let area = MultiPolygon(exterior: Self.ring([(105, 21), (.infinity, 21), (105, 22), (104, 21)]))
        #expect { try area.repaired() } throws: { ($0 as? GeometryError)?.code == .coordinateNotFinite }
    }
}
