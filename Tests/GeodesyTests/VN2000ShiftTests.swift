import Foundation
import Testing

@testable import Geodesy

/// The datum shift of EPSG:6960 by itself: how far it moves a place, and that going out and in again comes back.
@Suite struct VN2000ShiftTests {
    struct Golden: Decodable, Sendable {
        let name: String
        let lon, lat, easting, northing: Double
        let epsg: Int
        let unshiftedErrorMeters: Double

        enum CodingKeys: String, CodingKey {
            case name, lon, lat, easting, northing, epsg
            case unshiftedErrorMeters = "no_datum_shift_error_m"
        }
    }

    static let golden: [Golden] = {
        guard let url = Bundle.module.url(forResource: "Resources/vn2000_golden", withExtension: "json"),
            let data = try? Data(contentsOf: url)
        else { return [] }
        return (try? JSONDecoder().decode([Golden].self, from: data)) ?? []
    }()

    @Test func thereArePoints() { #expect(Self.golden.count == 7) }

    /// Without the shift a place would be so far off as the golden file says, computed apart.
    @Test(arguments: golden)
    func theShiftIsAsLargeAsItShouldBe(point: Golden) throws {
        let unshifted = try CoordinateTransformation(
            from: CoordinateReferenceSystem("EPSG:4756"), to: CoordinateReferenceSystem("EPSG:\(point.epsg)")
        ).transform(x: point.lon, y: point.lat)
        let (east, north) = (unshifted.x - point.easting, unshifted.y - point.northing)
        #expect(abs((east * east + north * north).squareRoot() - point.unshiftedErrorMeters) < 0.1)
    }

    /// Files with a declared system take the same way as numbers: the transformation between systems is the golden one in both directions.
    @Test(arguments: golden)
    func declaredSystemsTakeTheSameWay(point: Golden) throws {
        let zone = try CoordinateReferenceSystem("EPSG:\(point.epsg)")
        let out = try CoordinateTransformation(from: .wgs84, to: zone).transform(x: point.lon, y: point.lat)
        #expect(abs(out.x - point.easting) < 0.001)
        #expect(abs(out.y - point.northing) < 0.001)
        let back = try CoordinateTransformation(from: zone, to: .wgs84).transform(x: point.easting, y: point.northing)
        let place = Coordinate(longitude: back.x, latitude: back.y)
        // The way back starts from another height: see VN2000Tests.
        #expect(Geodesic.distanceMeters(place, Coordinate(longitude: point.lon, latitude: point.lat)) < 0.002)
    }

    /// Out and in again, in every zone, all over the country.
    @Test func outAndInComesBack() throws {
        for code in Set(VN2000.zones.map(\.epsgCode)).sorted() {
            let meridian = try #require(VN2000.zones.first { $0.epsgCode == code }).centralMeridianDegrees
            for latitude in stride(from: 8.5, through: 23.0, by: 2.5) {
                for offset in [-1.5, -0.4, 0, 0.7, 1.5] {
                    let place = Coordinate(longitude: meridian + offset, latitude: latitude)
                    let point = try VN2000.project(place, epsg: code)
                    let back = try VN2000.unproject(
                        eastingMeters: point.eastingMeters, northingMeters: point.northingMeters, epsg: code)
                    #expect(Geodesic.distanceMeters(place, back) < 0.002)
                }
            }
        }
    }
}
