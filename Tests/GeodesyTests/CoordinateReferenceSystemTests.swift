import Testing

@testable import Geodesy

@Suite struct CoordinateReferenceSystemTests {
    @Test(arguments: [
        ("EPSG:4326", "EPSG:4326"), ("4326", "EPSG:4326"), (" epsg:9211 ", "EPSG:9211"), ("VN-2000/105.5", "EPSG:9209"),
        ("vn2000:105,5", "EPSG:9209"), ("VN2000 105°30'", "EPSG:9209"), ("VN-2000 / TM-3 106-00", "EPSG:9211"),
        ("VN-2000", "EPSG:4756"), ("OGC:CRS84", "OGC:CRS84"),
    ])
    func canonicalDefinition(text: String, definition: String) throws {
        #expect(try CoordinateReferenceSystem(text).definition == definition)
    }

    @Test func knowsGeographicAndVN2000() throws {
        #expect(CoordinateReferenceSystem.wgs84.isGeographic && !CoordinateReferenceSystem.wgs84.isVN2000)
        let map = try CoordinateReferenceSystem("EPSG:5897")
        #expect(!map.isGeographic && map.isVN2000)
        let geographic = try CoordinateReferenceSystem("EPSG:4756")
        #expect(geographic.isGeographic && geographic.isVN2000)
        #expect(try !CoordinateReferenceSystem("EPSG:32648").isVN2000)
        #expect(try CoordinateReferenceSystem("VN-2000/105.6").isVN2000)
    }

    @Test(arguments: ["", "EPSG:999999", "999999", "no such system", "+proj=nonsense", "VN-2000/abc", "PROJCS[\"cut"])
    func unknownDefinitions(text: String) {
        #expect {
            try CoordinateReferenceSystem(text)
        } throws: { error in
            (error as? GeodesyError)?.code == .unknownReferenceSystem
        }
    }

    @Test(arguments: ["VN-2000/10", "vn2000:205.5", "VN-2000/105°99'"])
    func badMeridians(text: String) {
        #expect {
            try CoordinateReferenceSystem(text)
        } throws: { error in
            (error as? GeodesyError)?.code == .badCentralMeridian
        }
    }

    @Test func equivalence() throws {
        let code = try CoordinateReferenceSystem("EPSG:32648")
        #expect(try code.isEquivalent(to: CoordinateReferenceSystem("+proj=utm +zone=48 +datum=WGS84 +units=m")))
        #expect(try !code.isEquivalent(to: CoordinateReferenceSystem("EPSG:32649")))
        #expect(try CoordinateReferenceSystem.wgs84.isEquivalent(to: CoordinateReferenceSystem("OGC:CRS84")))
    }
}
