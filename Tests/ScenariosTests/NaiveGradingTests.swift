import Geodesy
import Geometry
import Testing

@testable import Scenarios

/// The slow path must agree with the fast one on borders too: arc-minute coordinates and grid-like polygons make them ordinary.
@Suite struct NaiveGradingTests {
    static let area = MultiPolygon([
        Polygon(exterior: ring(105, 21, 105.25, 21.25), holes: [ring(105.1, 21.1, 105.15, 21.15)])
    ])

    static func ring(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Coordinate] {
        [(west, south), (east, south), (east, north), (west, north), (west, south)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
    }

    @Test(arguments: [
        (105.25, 21.1), (105.0, 21.1), (105.1, 21.25), (105.1, 21.0), (105, 21), (105.25, 21.25), (105.1, 21.12), (105.15, 21.12),
        (105.12, 21.1),
        (105.12, 21.15), (105.12, 21.12), (105.05, 21.05), (105.3, 21.1), (104.9, 21.0), (105.25, 21.3),
    ])
    func bordersAgreeWithGEOS(longitude: Double, latitude: Double) throws {
        let place = Coordinate(longitude: longitude, latitude: latitude)
        #expect(try NaiveGrading.covers(Self.area, place) == Self.area.contains(place))
    }
}
