import Testing

@testable import Geodesy

@Suite struct CoordinateTransformationTests {
    /// Ca Mau, where PROJ's own choice would take EPSG:5194.
    let place = Coordinate(longitude: 105.1524, latitude: 9.1769)
    let easting = 571_499.7622, northing = 1_014_890.8853

    /// As ArcGIS and GDAL write it: no code, another author's TOWGS84 inside.
    static let esri = """
        PROJCS["VN_2000_TM-3_104-30",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],\
        PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],\
        PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",104.5],PARAMETER["Scale_Factor",0.9999],\
        PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """
    static let bound = """
        PROJCS["VN-2000 / TM-3 104-30",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],\
        TOWGS84[-192.873,-39.382,-111.202,-0.00205,-0.0005,0.00335,0.0188]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],\
        PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",104.5],\
        PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]
        """

    @Test(arguments: ["EPSG:9207", "VN-2000/104.5", esri, bound])
    func vn2000TakesTheOfficialShift(definition: String) throws {
        let system = try CoordinateReferenceSystem(definition)
        #expect(system.isVN2000)
        let toPlace = try CoordinateTransformation(from: system, to: .wgs84)
        let point = try toPlace.transform(x: easting, y: northing)
        #expect(Geodesic.distanceMeters(Coordinate(longitude: point.x, latitude: point.y), place) < 0.002)
        let toMap = try CoordinateTransformation(from: .wgs84, to: system)
        let back = try toMap.transform(x: place.longitude, y: place.latitude)
        #expect(abs(back.x - easting) < 0.001 && abs(back.y - northing) < 0.001)
    }

    @Test func geographicVN2000IsLongitudeFirstAndShifted() throws {
        let transformation = try CoordinateTransformation(from: CoordinateReferenceSystem("EPSG:4756"), to: .wgs84)
        let point = try transformation.transform(x: 105, y: 21)
        let moved = Geodesic.distanceMeters(Coordinate(longitude: point.x, latitude: point.y), Coordinate(longitude: 105, latitude: 21))
        #expect(moved > 150 && moved < 260)
    }

    @Test func betweenTwoZonesOfVN2000NoDatumIsTouched() throws {
        let a = try CoordinateReferenceSystem("EPSG:9207")
        let b = try CoordinateReferenceSystem("EPSG:5897")
        let point = try CoordinateTransformation(from: a, to: b).transform(x: easting, y: northing)
        let direct = try VN2000.project(place, epsg: 5897)
        #expect(abs(point.x - direct.eastingMeters) < 0.001 && abs(point.y - direct.northingMeters) < 0.001)
    }

    @Test func toUTMThroughWGS84() throws {
        let a = try CoordinateReferenceSystem("EPSG:9207")
        let utm = try CoordinateReferenceSystem("EPSG:32648")
        let viaVN = try CoordinateTransformation(from: a, to: utm).transform(x: easting, y: northing)
        let direct = try CoordinateTransformation(from: .wgs84, to: utm).transform(x: place.longitude, y: place.latitude)
        #expect(abs(viaVN.x - direct.x) < 0.001 && abs(viaVN.y - direct.y) < 0.001)
        // UTM 48N is known in closed form at its own meridian.
        let center = try CoordinateTransformation(from: .wgs84, to: utm).transform(x: 105, y: 0)
        #expect(abs(center.x - 500_000) < 1e-6 && abs(center.y) < 1e-6)
    }

    @Test func batchEqualsOneByOne() throws {
        let transformation = try CoordinateTransformation(from: CoordinateReferenceSystem("EPSG:9207"), to: .wgs84)
        let points = (0..<100).map { PlanePoint(x: easting + Double($0) * 37, y: northing - Double($0) * 11) }
        let batch = try transformation.transform(points)
        for (point, moved) in zip(points, batch) {
            let single = try transformation.transform(x: point.x, y: point.y)
            #expect(single.x == moved.x && single.y == moved.y)
        }
        #expect(try transformation.transform([]).isEmpty)
    }

    @Test func sameSystemChangesNothing() throws {
        let same = try CoordinateTransformation(from: .wgs84, to: CoordinateReferenceSystem("OGC:CRS84"))
        let point = try same.transform(x: 105.1, y: 21.2)
        #expect(point.x == 105.1 && point.y == 21.2)
    }

    @Test func impossibleCoordinatesAreNamed() throws {
        let transformation = try CoordinateTransformation(from: CoordinateReferenceSystem("EPSG:9207"), to: .wgs84)
        #expect {
            try transformation.transform([PlanePoint(x: easting, y: northing), PlanePoint(x: .nan, y: 0)])
        } throws: { error in
            (error as? GeodesyError)?.code == .coordinateOutsideDomain && "\(error)".contains("coordinate 2")
        }
        #expect(throws: GeodesyError.self) { try transformation.transform(x: 1e30, y: 1e30) }
    }
}
