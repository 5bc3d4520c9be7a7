import GeoFiles
import Geodesy
import Geometry
import Planning
import Testing

@testable import Ingest

@Suite struct FootprintReaderTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    static func layer(_ titles: [String], _ rows: [(values: [String?], shape: Shape?)]) -> OutputLayer {
        OutputLayer(
            name: "footprints", fields: titles.map { OutputField(name: $0, type: .text) },
            rows: rows.enumerated().map { index, row in
                OutputRow(
                    id: row.values.first?.flatMap { $0 } ?? "", values: row.values.map { $0.map { .text($0) } ?? .null }, shape: row.shape)
            })
    }

    @Test func readsOperatorTechnologySiteAndArea() throws {
        let source = try workspace.table(
            "f.gpkg", [Self.layer(["id", "operator", "technology", "site_id"], [(["f1", "Viettel", "LTE", "s1"], square(105.1, 22.1))])],
            .gpkg)
        let read = footprints(source)
        #expect(read.defects == [])
        let footprint = try #require(read.world.footprints.first)
        #expect(footprint.id == "f1" && footprint.operator == .viettel && footprint.technology == .lte4G && footprint.siteID == "s1")
        #expect(try footprint.area.contains(Coordinate(longitude: 105.1, latitude: 22.1)))
    }

    @Test func aPolygonForTwoTechnologiesIsTwoFootprints() throws {
        let source = try workspace.table(
            "f.gpkg", [Self.layer(["id", "operator", "technology"], [(["f1", "vnpt", "4G;3G"], square(105.1, 22.1))])], .gpkg)
        let read = footprints(source)
        #expect(read.world.footprints.map(\.id) == ["f1-3G", "f1-4G"])
        #expect(read.files == [.init(role: "footprints", file: "f.gpkg", rows: 1, used: 2)])
    }

    /// Files of several operators, none with ids: nothing is taken for a duplicate.
    @Test func severalFilesWithoutIDs() throws {
        func file(_ name: String) throws -> TableSource {
            try workspace.table(
                name,
                """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"Nhà mạng":"Viettel","Công nghệ":"4G","Mã trạm":"s1"},"geometry":{"type":"Polygon","coordinates":[[[105,22],[105.1,22],[105.1,22.1],[105,22]]]}},
                {"type":"Feature","properties":{"Nhà mạng":"Viettel","Công nghệ":"3G","Mã trạm":"s1"},"geometry":{"type":"Polygon","coordinates":[[[105,22],[105.1,22],[105.1,22.1],[105,22]]]}}]}
                """)
        }
        let read = footprints(try file("a.geojson"), try file("b.geojson"))
        #expect(read.defects == [])
        #expect(read.world.footprints.map(\.id) == ["viettel-4G-1", "viettel-3G-1", "viettel-4G-2", "viettel-3G-2"])
        #expect(Set(read.world.footprints.map(\.siteID)) == ["s1"])
    }

    static func polygon(_ rings: String, _ properties: String = #""id":"f1","operator":"vnpt","technology":"4G""#) -> String {
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"f0","operator":"vnpt","technology":"4G"},"geometry":{"type":"Polygon","coordinates":[[[106,22],[106.1,22],[106.1,22.1],[106,22]]]}},
        {"type":"Feature","properties":{\(properties)},"geometry":\(rings)}]}
        """
    }

    /// What is mended: the parts that are left, and the note. A hole outside its shell is taken for a part that was filed wrongly.
    @Test(arguments: [
        (#"{"type":"Polygon","coordinates":[[[105,22],[105.2,22.2],[105.2,22],[105,22.2],[105,22]]]}"#, 2, "geometry-invalid 2"),
        (
            #"{"type":"Polygon","coordinates":[[[105,22],[105.2,22],[105.2,22.2],[105,22.2],[105,22]],[[106,22],[106.1,22],[106.1,22.1],[106,22]]]}"#,
            2, "geometry-invalid 2"
        ),
        (
            #"{"type":"Polygon","coordinates":[[[105,22],[105.2,22],[105.2,22.2],[105,22.2],[105,22],[105,22.3],[105,22]]]}"#, 1,
            "geometry-invalid 2"
        ),
        (
            #"{"type":"MultiPolygon","coordinates":[[[[105,22],[105.2,22],[105.2,22.2],[105,22]]],[[[105.1,22],[105.3,22],[105.3,22.2],[105.1,22]]]]}"#,
            1, "geometry-invalid 2"
        ),
        (
            #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[105,22]},{"type":"Polygon","coordinates":[[[105,22],[105.2,22],[105.2,22.2],[105,22]]]}]}"#,
            1, "geometry-invalid 2"
        ),
        (#"{"type":"Polygon","coordinates":[[[105,22],[105.2,22],[105.2,22.2],[105,22.2]]]}"#, 1, "file-remark -"),
    ])
    func mendsWhatEnclosesGround(geometry: String, parts: Int, defect: String) throws {
        let read = footprints(try workspace.table("f.geojson", Self.polygon(geometry)))
        #expect(read.defects == [defect])
        #expect(read.errors.isEmpty)
        let area = try #require(read.world.footprints.last).area
        #expect(area.polygons.count == parts)
        #expect(try area.validityDefect() == nil)
    }

    @Test(arguments: [
        ("null", "geometry-empty 2"), (#"{"type":"Polygon","coordinates":[]}"#, "geometry-empty 2"),
        (#"{"type":"Polygon","coordinates":[[[105,22],[105.1,22.1],[105,22]]]}"#, "geometry-rejected 2"),
        (#"{"type":"Polygon","coordinates":[[[105.25,22.5],[105.5,22.75],[105.75,23.0],[105.25,22.5]]]}"#, "geometry-rejected 2"),
        (#"{"type":"Polygon","coordinates":[[[105,22],[NaN,22],[105.1,22.1],[105,22]]]}"#, "geometry-rejected 2"),
        (#"{"type":"Point","coordinates":[105,22]}"#, "geometry-wrong-kind 2"),
        (#"{"type":"LineString","coordinates":[[105,22],[105.1,22]]}"#, "geometry-wrong-kind 2"),
        (#"{"type":"Polygon","coordinates":[[[22,105],[22,105.1],[22.1,105.1],[22,105]]]}"#, "coordinate-swapped 2"),
        (#"{"type":"Polygon","coordinates":[[[2,48],[2.1,48],[2.1,48.1],[2,48]]]}"#, "coordinate-outside-country 2"),
        (
            #"{"type":"Polygon","coordinates":[[[500000,2500000],[500100,2500000],[500100,2500100],[500000,2500000]]]}"#,
            "coordinate-projected 2"
        ),
        (#"{"type":"Polygon","coordinates":[[[105,22],[105.1,22],[105.1,2.21],[105,22]]]}"#, "coordinate-outside-country 2"),
        (#"{"type":"Polygon","coordinates":[[[105,22],[105.1,22],[1051,22.1],[105,22]]]}"#, "coordinate-projected 2"),
    ])
    func dropsWhatCannotBeMeant(geometry: String, defect: String) throws {
        let read = footprints(try workspace.table("f.geojson", Self.polygon(geometry)))
        #expect(read.defects == [defect])
        #expect(read.diagnostics.first?.severity == .error)
        #expect(read.world.footprints.map(\.id) == ["f0"])
    }

    @Test func aSiteThatIsNotInTheListIsNotedAndKept() throws {
        let source = try workspace.table("f.geojson", Self.polygon("null").replacing("\"f0\",", with: "\"f0\",\"site_id\":\"s9\","))
        let list = try workspace.table("s.csv", "id,operator,lon,lat,technology\ns1,vnpt,105.1,22.1,4G\n")
        let read = WorldReader().read(InputFiles(sites: [list], footprints: [source])).withoutCompleteness
        #expect(read.defects == ["site-unknown 1 site_id", "geometry-empty 2"])
        #expect(read.world.footprints.map(\.siteID) == ["s9"])
        #expect(footprints(source).defects == ["geometry-empty 2"])
    }
}
