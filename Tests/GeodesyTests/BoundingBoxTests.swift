import Testing

@testable import Geodesy

@Suite struct BoundingBoxTests {
    let box = BoundingBox(west: 105, south: 21, east: 106, north: 22)

    @Test func nothingHasNoBox() {
        #expect(BoundingBox([Coordinate]()) == nil)
    }

    @Test func holdsItsPlacesEdgesIncluded() {
        let places = [Coordinate(longitude: 105, latitude: 22), Coordinate(longitude: 106, latitude: 21)]
        #expect(BoundingBox(places) == box)
        #expect(places.allSatisfy(box.contains))
        #expect(!box.contains(Coordinate(longitude: 106.000001, latitude: 21)))
        #expect(!box.contains(Coordinate(longitude: .nan, latitude: 21)))
    }

    @Test func touchingBoxesIntersect() {
        #expect(box.intersects(BoundingBox(west: 106, south: 22, east: 107, north: 23)))
        #expect(!box.intersects(BoundingBox(west: 106.1, south: 22, east: 107, north: 23)))
        #expect(
            box.union(BoundingBox(west: 107, south: 20, east: 108, north: 21)) == BoundingBox(west: 105, south: 20, east: 108, north: 22))
    }

    /// The promise that indexes rest on: no place within the distance is cut off.
    @Test(arguments: [1.0, 50, 4_000, 12_000, 500_000, 2_000_000])
    func expandedBoxHoldsTheGeodesicCircle(meters: Double) {
        for latitude in stride(from: -85.0, through: 85, by: 8.5) {
            let center = Coordinate(longitude: 105.5, latitude: latitude)
            let grown = BoundingBox(west: 105.5, south: latitude, east: 105.5, north: latitude).expanded(byMeters: meters)
            for azimuth in stride(from: 0.0, to: 360, by: 5) {
                let edge = Geodesic.destination(from: center, azimuthDegrees: azimuth, distanceMeters: meters)
                let spansAll = grown.west <= -180 && grown.east >= 180
                #expect(edge.latitude >= grown.south && edge.latitude <= grown.north)
                #expect(
                    spansAll || (edge.longitude >= grown.west && edge.longitude <= grown.east)
                        || (edge.longitude + 360 >= grown.west && edge.longitude + 360 <= grown.east))
            }
        }
    }

    @Test func expandingStaysTightNearVietNam() {
        let grown = BoundingBox(west: 105, south: 21, east: 105, north: 21).expanded(byMeters: 10_000)
        #expect(grown.north - 21 < 10_000 / 110_574 * 1.01 && grown.east - 105 < 10_000 / 103_000 * 1.01)
    }
}
