import Foundation
import Testing

@testable import Geodesy

/// Golden points computed apart from this program with PROJ 9.5.1 and EPSG:6960.
@Suite struct VN2000Tests {
    struct Golden: Decodable, Sendable {
        let name: String
        let lon, lat, meridian, easting, northing: Double
        let epsg: Int
    }

    static let golden: [Golden] = {
        guard let url = Bundle.module.url(forResource: "Resources/vn2000_golden", withExtension: "json"),
            let data = try? Data(contentsOf: url)
        else { return [] }
        return (try? JSONDecoder().decode([Golden].self, from: data)) ?? []
    }()

    @Test func goldenFileIsThere() { #expect(Self.golden.count == 7) }

    @Test(arguments: golden)
    func projectsWithinAMillimetre(point: Golden) throws {
        let place = Coordinate(longitude: point.lon, latitude: point.lat)
        let byMeridian = try VN2000.project(place, centralMeridianDegrees: point.meridian)
        let byCode = try VN2000.project(place, epsg: point.epsg)
        #expect(abs(byMeridian.eastingMeters - point.easting) < 0.001)
        #expect(abs(byMeridian.northingMeters - point.northing) < 0.001)
        #expect(byMeridian == byCode)
    }

    /// Two millimetres here: the shift raises a place by up to 40 m, a plane point has no height to keep, so the way back starts from
    /// another height and ends 1.3 mm away at worst. The golden points were computed towards the map.
    @Test(arguments: golden)
    func unprojectsWithinTwoMillimetres(point: Golden) throws {
        let place = try VN2000.unproject(eastingMeters: point.easting, northingMeters: point.northing, epsg: point.epsg)
        #expect(Geodesic.distanceMeters(place, Coordinate(longitude: point.lon, latitude: point.lat)) < 0.002)
        let again = try VN2000.unproject(
            eastingMeters: point.easting, northingMeters: point.northing, centralMeridianDegrees: point.meridian)
        #expect(again == place)
    }

    @Test func everyZoneOfTheTableIsThatOfItsMeridian() throws {
        #expect(VN2000.zones.count == 63)
        for zone in VN2000.zones {
            #expect(VN2000.epsgCode(centralMeridianDegrees: zone.centralMeridianDegrees) == zone.epsgCode)
            let origin = try VN2000.project(Coordinate(longitude: zone.centralMeridianDegrees, latitude: 16), epsg: zone.epsgCode)
            // The shift moves a place by some 200 m; a wrong meridian would be 25 km or more.
            #expect(abs(origin.eastingMeters - 500_000) < 300)
        }
        #expect(VN2000.zone(gsoCode: "08")?.epsgCode == 9211)
        #expect(VN2000.zone(gsoCode: "99") == nil)
    }

    @Test func meridianThatEPSGDoesNotList() throws {
        let place = Coordinate(longitude: 105.6, latitude: 21)
        let own = try VN2000.project(place, centralMeridianDegrees: 105.6)
        #expect(abs(own.eastingMeters - 500_000) < 300)
        let back = try VN2000.unproject(
            eastingMeters: own.eastingMeters, northingMeters: own.northingMeters, centralMeridianDegrees: 105.6)
        #expect(Geodesic.distanceMeters(back, place) < 0.002)
    }

    @Test(arguments: [10.5, 200, .nan])
    func meridianOutsideTheCountryIsRefused(meridian: Double) {
        #expect(throws: GeodesyError.self) {
            try VN2000.project(Coordinate(longitude: 105, latitude: 21), centralMeridianDegrees: meridian)
        }
    }
}
