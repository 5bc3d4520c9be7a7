import Geodesy
import Planning
import Testing

@testable import Ingest

@Suite struct PlaceReadingTests {
    let workspace: Workspace
    static let place = Coordinate(longitude: 105.34808, latitude: 22.62924)

    init() throws { workspace = try Workspace() }

    func read(_ header: String, _ row: String, crs: String? = nil) throws -> ReadWorld {
        villages(try workspace.table("a.csv", "id,name,\(header)\nv1,A,\(row)\n", crs: crs))
    }

    @Test(arguments: [
        ("lon,lat", "105.34808,22.62924", [String]()), ("lat,lon", "22.62924,105.34808", []),
        ("lon,lat", "\"105,34808\",\"22,62924\"", ["coordinate-decimal-comma 2 lon", "coordinate-decimal-comma 2 lat"]),
        ("lon,lat", "\"105,34808/22,62924\",", ["coordinate-decimal-comma 2 lon"]),
        ("lon,lat", ",\"22.62924, 105.34808\"", []), ("Toạ độ", "\"105,34808/22,62924\"", ["coordinate-decimal-comma 2 Toạ độ"]),
        ("Tọa độ", "22.62924 105.34808", []), ("lon,lat", "105°20'53.088\"E,22°37'45.264\"N", []),
        ("lon,lat,gps", ",,\"22.62924, 105.34808\"", []), ("lon,lat", "  105.34808° , 22.62924° ", []),
    ])
    func readsCoordinatesAsPeopleTypeThem(header: String, row: String, defects: [String]) throws {
        let quoted = row.contains("°") && row.contains("'") ? "\"105°20'53.088\"\"E\",\"22°37'45.264\"\"N\"" : row
        let world = try read(header, quoted)
        #expect(world.defects == defects)
        let village = try #require(world.world.villages.first)
        #expect(Geodesic.distanceMeters(village.centre, Self.place) < 0.01)
    }

    @Test(arguments: [
        ("lon,lat", "22.62924,105.34808", "coordinate-swapped 2 lon"), ("lon,lat", "100.5,13.75", "coordinate-outside-country 2 lon"),
        ("lon,lat", "0,0", "coordinate-outside-country 2 lon"), ("lon,lat", "-105.3,22.6", "coordinate-outside-country 2 lon"),
        ("lon,lat", "105.3W,22.6", "coordinate-outside-country 2 lon"), ("lon,lat", "205.3,22.6", "coordinate-outside-country 2 lon"),
        ("lon,lat", "432792.7,2503484", "coordinate-projected 2 lon"), ("lon,lat", "10534808,2262924", "coordinate-projected 2 lon"),
        ("lon,lat", ",22.6", "coordinate-missing 2 lon"), ("lon,lat", "105.3,", "coordinate-missing 2 lat"),
        ("lon,lat", ",", "coordinate-missing 2 lon"), ("lon,lat", "xa,22.6", "coordinate-unreadable 2 lon"),
        ("lon,lat", "105.3,nan", "coordinate-unreadable 2 lat"), ("lon,lat", "105.3,inf", "coordinate-unreadable 2 lat"),
        ("gps", "đâu đó", "coordinate-unreadable 2 gps"), ("gps", "", "coordinate-missing 2 gps"),
        ("gps", "48.8 2.3", "coordinate-outside-country 2 gps"),
    ])
    func dropsWhatIsNoPlaceInTheCountry(header: String, row: String, defect: String) throws {
        let world = try read(header, row)
        #expect(world.defects.first == defect)
        #expect(world.world.villages.isEmpty)
        #expect(world.diagnostics.first?.severity == .error)
        #expect(world.diagnostics.first?.consequence == .rowDropped)
    }

    @Test(arguments: [("id", "lon"), ("name", "lat"), ("name", "x"), ("population", "toạ độ")])
    func missingColumnsRejectTheFile(columns: (String, String)) throws {
        let world = villages(try workspace.table("a.csv", "\(columns.0),\(columns.1)\n1,2\n"))
        #expect(world.diagnostics.map(\.code).contains(.columnMissing))
        #expect(world.world.villages.isEmpty)
    }

    /// "X" is the northing for Vietnamese surveyors, and the easting for everybody else.
    @Test(arguments: [("432792.6838,2503484.0000", 0), ("2503484.0000,432792.6838", 1), ("\"432792,6838\",\"2503484,0000\"", 2)])
    func projectedNumbersInEitherOrder(row: String, warnings: Int) throws {
        let world = try read("X,Y", row, crs: "VN-2000/106")
        #expect(world.diagnostics.count == warnings)
        #expect(Geodesic.distanceMeters(try #require(world.world.villages.first).centre, Self.place) < 0.01)
    }

    @Test func degreesWhereMetresAreStated() throws {
        let world = try read("X,Y", "105.34808,22.62924", crs: "VN-2000/106")
        #expect(world.world.villages.isEmpty)
        #expect(world.defects.first == "coordinate-outside-country 2 X")
    }

    /// VN-2000 longitude and latitude, some 220 m from WGS 84.
    @Test func geographicSystemsOtherThanWGS84() throws {
        let world = try read("lon,lat", "105.34808,22.62924", crs: "EPSG:4756")
        let metres = Geodesic.distanceMeters(try #require(world.world.villages.first).centre, Self.place)
        #expect((200...240).contains(metres))
        let swapped = try read("lon,lat", "22.62924,105.34808", crs: "EPSG:4756")
        #expect(swapped.defects.first == "coordinate-swapped 2 lon")
    }

    @Test(arguments: ["EPSG:999999", "VN-2000/200", "somewhere"])
    func unknownSystemsRejectTheFile(crs: String) throws {
        let world = try read("X,Y", "432792.7,2503484", crs: crs)
        #expect(world.defects == ["crs-unknown - crs"])
        #expect(world.world.villages.isEmpty)
    }
}
