import Geodesy
import Planning
import Testing

@testable import Ingest

@Suite struct AreaAndCandidateReaderTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    static func collection(_ features: [(properties: String, geometry: String)]) -> String {
        let texts = features.map { #"{"type":"Feature","properties":{\#($0.properties)},"geometry":\#($0.geometry)}"# }
        return #"{"type":"FeatureCollection","features":[\#(texts.joined(separator: ","))]}"#
    }

    static let box = #"{"type":"Polygon","coordinates":[[[105,22],[106,22],[106,23],[105,23],[105,22]]]}"#

    @Test func villagesOutsideTheAreaAreNotedWithTheirRow() throws {
        let area = try workspace.table("area.geojson", Self.collection([("", Self.box)]))
        let villages = try workspace.table("v.csv", "id,name,lon,lat\nv1,A,105.1,22.1\nv2,B,104.1,22.1\n")
        let read = WorldReader().read(InputFiles(area: area, villages: [villages], sitesCompleteIn: .area))
        #expect(read.defects == ["coordinate-outside-area 3 id"])
        #expect(read.world.villages.count == 2)
        #expect(read.world.sitesCompleteIn?.count == 1)
    }

    @Test func completenessThatNobodyStatesIsAWarning() throws {
        let read = WorldReader().read(InputFiles())
        #expect(read.diagnostics.map(\.code) == [.completenessNotDeclared])
        #expect(read.warnings.count == 1 && read.errors.isEmpty)
        #expect(read.world.sitesCompleteIn == nil)
    }

    @Test func completenessFromAFile() throws {
        let file = try workspace.table("c.geojson", Self.collection([("", Self.box)]))
        let read = WorldReader().read(InputFiles(sitesCompleteIn: .file(file)))
        #expect(read.defects == [])
        #expect(read.world.sitesCompleteIn?.count == 1)
        #expect(read.files.map(\.role) == ["sites.completeIn"])
    }

    @Test func communesNeedACodeOfTheirOwn() throws {
        let text = Self.collection([
            (#""Mã xã":"00700","Tên xã":"Hiệp Thuận","Dân số":"5.120""#, Self.box), (#""Mã xã":"00700","Tên xã":"X""#, Self.box),
            (#""Mã xã":null,"Tên xã":"Y""#, Self.box), (#""Mã xã":"00715","Tên xã":null"#, Self.box),
        ])
        let read = WorldReader().read(InputFiles(communes: try workspace.table("c.geojson", text))).withoutCompleteness
        #expect(read.world.communes.map(\.code) == ["00700", "00715"])
        #expect(read.world.communes.map(\.name) == ["Hiệp Thuận", "00715"])
        #expect(read.world.communes.map(\.population) == [5120, nil])
        #expect(read.defects == ["number-ambiguous 1 Dân số", "id-duplicate 2 Mã xã", "id-missing 3 Mã xã"])
    }

    @Test func roadsAreLinesAndTheirDefectsWarnings() throws {
        let text = Self.collection([
            ("", #"{"type":"LineString","coordinates":[[105,22],[105.1,22]]}"#),
            ("", #"{"type":"MultiLineString","coordinates":[[[105,22],[105.1,22]],[[105,23],[105.1,23]]]}"#),
            ("", Self.box), ("", "null"), ("", #"{"type":"LineString","coordinates":[[105,22],[1051,22]]}"#),
        ])
        let read = WorldReader().read(InputFiles(roads: try workspace.table("r.geojson", text))).withoutCompleteness
        #expect(read.world.roads.count == 3)
        #expect(read.defects == ["geometry-wrong-kind 3", "geometry-empty 4", "coordinate-projected 5"])
        #expect(read.errors.isEmpty)
    }

    @Test func candidatesWithAllTheirColumns() throws {
        let villages = try workspace.table("v.csv", "id,name,lon,lat\nv1,A,105.1,22.1\n")
        let text = """
            id,name,lon,lat,mast_height_m,power,cost_vnd,near_village_id,distance_to_road_m,synthetic
            c1,Đồi A,105.1,22.1,45,grid,700.000.000,v1,120,true
            c2,,105.2,22.1,,solar,,,,
            c3,,105.3,22.1,,không rõ,,v9,,
            c4,,105.4,22.1,,windmill,-5,,,
            c5,,105.5,22.1,,,free,,,
            ,,105.6,22.1,,,,,,
            c1,,105.7,22.1,,,,,,
            c8,,22.1,105.7,9999,,1e16,,,
            """
        let read = WorldReader().read(InputFiles(villages: [villages], candidates: try workspace.table("c.csv", text))).withoutCompleteness
        #expect(
            read.world.candidates == [
                CandidatePlace(
                    id: "c1", name: "Đồi A", place: Coordinate(longitude: 105.1, latitude: 22.1), mastHeightMeters: 45, power: .grid,
                    statedCostVND: 700_000_000, nearVillageID: "v1", distanceToRoadMeters: 120, isSynthetic: true),
                CandidatePlace(id: "c2", place: Coordinate(longitude: 105.2, latitude: 22.1), power: .solar),
                CandidatePlace(id: "c3", place: Coordinate(longitude: 105.3, latitude: 22.1)),
            ])
        #expect(
            read.defects == [
                "village-unknown 4 near_village_id", "electricity-unknown 5 power", "number-negative 5 cost_vnd",
                "number-unreadable 6 cost_vnd",
                "id-missing 7 id", "id-duplicate 8 id", "coordinate-swapped 9 lon", "number-out-of-range 9 mast_height_m",
                "number-out-of-range 9 cost_vnd",
            ])
        // A cost that cannot be read is never replaced by a computed one.
        #expect(read.diagnostics.filter { $0.field == "cost_vnd" }.allSatisfy { $0.consequence == .rowDropped })
    }
}
