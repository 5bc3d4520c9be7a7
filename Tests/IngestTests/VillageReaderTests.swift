import Geodesy
import Planning
import Testing

@testable import Ingest

@Suite struct VillageReaderTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    @Test func everyColumnIsRead() throws {
        let read = villages(
            try workspace.table(
                "thon.csv",
                """
                Mã thôn,Tên thôn,Mã xã,Tên xã,Mã tỉnh,Tỉnh,Kinh độ,Vĩ độ,Số hộ,Dân số,Điện lưới,coord_rounded_arcmin,synthetic
                v1,Khuổi Phìn,00700,Hiệp Thuận,08,Tuyên Quang,105.34808,22.62924,92,386,có,true,false
                v2,Nà Rèi,,,,,105.1,22.8,,,chưa có,,x
                """))
        #expect(read.defects == [])
        #expect(
            read.world.villages == [
                Village(
                    id: "v1", name: "Khuổi Phìn", centre: Coordinate(longitude: 105.34808, latitude: 22.62924), communeCode: "00700",
                    communeName: "Hiệp Thuận", provinceCode: "08", provinceName: "Tuyên Quang", households: 92, population: 386,
                    electricity: .grid, isCoordinateRounded: true, isSynthetic: false),
                Village(
                    id: "v2", name: "Nà Rèi", centre: Coordinate(longitude: 105.1, latitude: 22.8), electricity: .none, isSynthetic: true),
            ])
        #expect(read.files == [.init(role: "villages", file: "thon.csv", rows: 2, used: 2)])
    }

    @Test func aVillageWithoutAnIDGetsCommuneNameAndOrdinal() throws {
        let text = """
            name,commune_code,lon,lat
            Khuổi Phìn,00700,105.1,22.1
            KHUỔI PHÌN,00700,105.2,22.2
            Khuổi Phìn,00715,105.3,22.3
            Đắk Đoa,,105.4,22.4
            """
        let first = try workspace.table("a.csv", text)
        let second = try workspace.table("b.csv", "name,commune_code,lon,lat\nKhuổi Phìn,00700,105.5,22.5\n")
        #expect(
            villages(first).world.villages.map(\.id) == ["00700-khuoi-phin-1", "00700-khuoi-phin-2", "00715-khuoi-phin-1", "dak-doa-1"])
        let both = villages(first, second)
        #expect(both.world.villages.last?.id == "00700-khuoi-phin-3")
        #expect(both.defects == [])
    }

    @Test func aMadeIDNeverTakesAGivenOne() throws {
        let read = villages(
            try workspace.table("a.csv", "id,name,commune_code,lon,lat\n1-na-1,Nà,1,105.1,22.1\n,Nà,1,105.2,22.2\n"))
        #expect(read.world.villages.map(\.id) == ["1-na-1", "1-na-2"])
        #expect(read.defects == ["id-missing 3 id"])
    }

    @Test func duplicatesAcrossFilesAreToldInTheSecondFile() throws {
        let first = try workspace.table("a.csv", "id,name,lon,lat\nv1,A,105.1,22.1\n")
        let second = try workspace.table("b.csv", "id,name,lon,lat\nv2,B,105.2,22.2\nv1,A,105.1,22.1\nv3,C,105.1,22.1\n")
        let read = villages(first, second)
        #expect(read.world.villages.map(\.id) == ["v1", "v2", "v3"])
        #expect(read.diagnostics.map(\.file) == ["b.csv", "b.csv"])
        #expect(read.defects == ["id-duplicate 3 id", "place-shared 4 id"])
        #expect(read.diagnostics.last?.value == "v1, v3")
    }

    /// The id in NFC and in NFD is one id.
    @Test func idsAreComparedComposed() throws {
        let read = villages(
            try workspace.table("a.csv", "id,name,lon,lat\nế,A,105.1,22.1\n\("ế".decomposedStringWithCanonicalMapping),B,105.2,22.2\n"))
        #expect(read.defects == ["name-not-nfc 3 id", "id-duplicate 3 id"])
    }

    @Test func goodRowsSurviveAndEveryDefectOfABadOneIsTold() throws {
        let read = villages(
            try workspace.table(
                "a.csv",
                """
                id,name,lon,lat,households,population,electricity
                v1,A,105.1,22.1,10,50,grid
                v2,B,22.2,105.2,-3,many,perhaps
                v3,C,105.3,22.3,10,50,grid
                """))
        #expect(read.world.villages.map(\.id) == ["v1", "v3"])
        #expect(
            read.defects == [
                "coordinate-swapped 3 lon", "number-negative 3 households", "number-unreadable 3 population",
                "electricity-unknown 3 electricity",
            ])
    }

    @Test(arguments: [
        ("1.234", 1234, ["number-ambiguous 2 population"]), ("1,234", 1234, ["number-ambiguous 2 population"]), ("1 234", 1234, []),
        ("1.234.567", 1_234_567, []), ("12.4", 12, []), ("0", 0, []), ("100000000", 100_000_000, []),
    ])
    func counts(text: String, population: Int, defects: [String]) throws {
        let read = villages(try workspace.table("a.csv", "id,name,lon,lat,population\nv1,A,105.1,22.1,\"\(text)\"\n"))
        #expect(read.world.villages.first?.population == population)
        #expect(read.defects == defects)
    }

    @Test(arguments: [
        ("-1", "number-negative"), ("-1.234", "number-negative"), ("100000001", "number-out-of-range"), ("1e300", "number-out-of-range"),
        ("x", "number-unreadable"), ("nan", "number-unreadable"),
    ])
    func countsThatAreNone(text: String, code: String) throws {
        let read = villages(try workspace.table("a.csv", "id,name,lon,lat,population\nv1,A,105.1,22.1,\"\(text)\"\n"))
        #expect(read.world.villages.map(\.population) == [nil])
        #expect(read.diagnostics.last?.code.rawValue == code)
    }

    @Test func whereKeepsTheRowsOfOneValue() throws {
        let text = "id,name,lon,lat,Xã\nv1,A,105.1,22.1,Lũng Cú\nv2,B,105.2,22.2,Đồng Văn\nv3,C,105.3,22.3, Lũng Cú \n"
        let decomposed = text.decomposedStringWithCanonicalMapping
        for (name, text) in [("a.csv", text), ("b.csv", decomposed)] {
            #expect(villages(try workspace.table(name, text, filter: ["Xã": "Lũng Cú"])).world.villages.map(\.id) == ["v1", "v3"])
        }
        #expect(villages(try workspace.table("c.csv", text, filter: ["Xã": "Lũng Cú", "id": "v3"])).world.villages.map(\.id) == ["v3"])
        #expect(villages(try workspace.table("d.csv", text, filter: ["Xã": "Mèo Vạc"])).defects == ["file-empty -"])
        let unknown = villages(try workspace.table("e.csv", text, filter: ["Xa phuong": "x", "idd": "v1"]))
        #expect(unknown.defects == ["column-unknown - Xa phuong", "column-unknown - idd"])
        #expect(unknown.world.villages.isEmpty)
        #expect(unknown.files.map(\.rows) == [0])
    }

    @Test func statedColumnsAreUsed() throws {
        let read = villages(
            try workspace.table(
                "a.csv", "a,b,c,d\n105.1,22.1,Nà Rèi,v1\n", columns: ["lon": "a", "lat": "b", "name": "c", "id": "d"]))
        #expect(read.world.villages.map(\.name) == ["Nà Rèi"])
        #expect(read.defects == [])
    }

    @Test func missingCommunesAreFilledInFromTheirPolygons() throws {
        let polygons = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"00700","name":"Hiệp Thuận","province_code":"08"},
            "geometry":{"type":"Polygon","coordinates":[[[105,22],[105.2,22],[105.2,22.2],[105,22.2],[105,22]]]}}]}
            """
        let source = try workspace.table(
            "a.csv", "id,name,lon,lat,commune_code\nv1,A,105.1,22.1,\nv2,B,105.5,22.1,\nv3,C,105.1,22.15,00001\n")
        let read = WorldReader().read(
            InputFiles(villages: [source], communes: try workspace.table("communes.geojson", polygons)))
        #expect(read.world.villages.map(\.communeCode) == ["00700", "", "00001"])
        #expect(read.world.villages.map(\.communeName) == ["Hiệp Thuận", "", ""])
        #expect(read.world.villages.map(\.provinceCode) == ["08", "", ""])
    }

    @Test func orderIsThatOfTheFilesWhateverTheRun() throws {
        let rows = (1...300).map { "v\($0 * 7919 % 300),A,\($0 % 5 == 0 ? 22.0 : 105.0 + Double($0) / 1000),22.1" }
        let source = try workspace.table("a.csv", "id,name,lon,lat\n" + rows.joined(separator: "\n") + "\n")
        let first = villages(source)
        #expect(first.diagnostics.compactMap(\.row) == first.diagnostics.compactMap(\.row).sorted())
        for _ in 0..<3 {
            let again = villages(source)
            #expect(again.world.villages == first.world.villages)
            #expect(again.diagnostics == first.diagnostics)
        }
    }
}
