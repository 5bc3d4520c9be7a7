import Foundation
import GeoFiles
import Planning
import Testing

@testable import Ingest

@Suite struct ColumnMapTests {
    /// The map of a table with these titles, and what was noted.
    static func map(
        _ titles: [String], _ wanted: [Column], stated: [String: String] = [:]
    ) throws -> (columns: [Column: String], notes: [Diagnostic]) {
        let workspace = try Workspace()
        let source = try workspace.table(
            "t.csv", titles.joined(separator: ",") + "\n" + titles.map { _ in "x" }.joined(separator: ",") + "\n")
        let table = try VectorReader.read(source.path)
        var notes: [Diagnostic] = []
        let map = ColumnMap(table, file: "t.csv", wanted: wanted, stated: stated, into: &notes)
        return (Dictionary(uniqueKeysWithValues: wanted.filter(map.has).map { ($0, map.title($0)) }), notes)
    }

    static let villageTitles: [(title: String, column: Column)] = [
        ("lon", .longitude), ("LON", .longitude), ("Longitude", .longitude), ("Kinh độ", .longitude), ("KINH ĐỘ", .longitude),
        ("kinh_do", .longitude), ("X", .longitude), ("lat", .latitude), ("Vĩ độ", .latitude), ("vi do", .latitude), ("Y", .latitude),
        ("Toạ độ", .coordinate), ("Tọa độ", .coordinate), ("Mã thôn", .id), ("Mã thôn, bản", .id), ("village_id", .id), ("Tên thôn", .name),
        ("Thôn/bản", .name), ("Tên thôn (bản)", .name), ("Mã xã", .communeCode), ("Xã", .communeName), ("Tên xã/phường", .communeName),
        ("Tỉnh", .provinceName), ("Mã tỉnh", .provinceCode), ("Số hộ", .households), ("Tổng số hộ", .households),
        ("Households", .households),
        ("Dân số", .population), ("Số khẩu", .population), ("Nhân khẩu", .population), ("Điện lưới", .electricity), ("Điện", .electricity),
    ]

    @Test(arguments: villageTitles)
    func villageColumnsByTheirTitles(title: String, column: Column) throws {
        let quoted = "\"\(title)\""
        for form in [quoted, quoted.decomposedStringWithCanonicalMapping] {
            let found = try Self.map([form, "z"], VillageReader.columns)
            #expect(Array(found.columns.keys) == [column])
            #expect(found.notes.isEmpty)
        }
    }

    @Test(arguments: [
        ("Nhà mạng", Column.operatorName), ("operator", .operatorName), ("Công nghệ", .technology), ("Mã trạm", .id), ("Mã trạm BTS", .id),
        ("Băng tần (MHz)", .bandMHz), ("Công suất (dBm)", .powerDBm), ("Chiều cao cột", .mastHeightMeters), ("Độ cao", .mastHeightMeters),
        ("Góc phương vị", .azimuthDegrees), ("Góc nghiêng", .tiltDegrees), ("Loại anten", .antenna), ("Trạng thái", .status),
        ("Bảo mật", .confidential), ("Dùng chung", .shared),
    ])
    func siteColumnsByTheirTitles(title: String, column: Column) throws {
        #expect(try Self.map([title, "z"], SiteReader.columns).columns == [column: title])
    }

    @Test func exactNameBeatsAnAliasThatStandsBefore() throws {
        let found = try Self.map(["x", "y", "lon", "lat"], [.longitude, .latitude])
        #expect(found.columns == [.longitude: "lon", .latitude: "lat"])
        #expect(found.notes.isEmpty)
    }

    @Test func aTitleThatStandsTwiceIsNoted() throws {
        let found = try Self.map(["Kinh độ", "kinh_do", "lat"], [.longitude, .latitude])
        #expect(found.columns[.longitude] == "Kinh độ")
        #expect(found.notes.map(\.code) == [.columnRepeated])
        #expect(found.notes.first?.field == "kinh_do")
    }

    /// "Mã trạm" in a footprint table is the site; two technologies of a site are not two footprints of one id.
    @Test func oneTitleIsNotTwoColumns() throws {
        #expect(try Self.map(["Mã trạm", "z"], FootprintReader.columns).columns == [.siteID: "Mã trạm"])
        #expect(try Self.map(["id", "Thôn"], CandidateReader.columns).columns == [.id: "id", .nearVillageID: "Thôn"])
    }

    @Test func theProjectsStatementWins() throws {
        let found = try Self.map(["lon", "lat", "Đông"], [.longitude, .latitude], stated: ["lon": "đông"])
        #expect(found.columns == [.longitude: "Đông", .latitude: "lat"])
        let twice = try Self.map(["code"], [.id, .name], stated: ["id": "code", "name": "code"])
        #expect(twice.columns == [.id: "code", .name: "code"])
    }

    @Test func aStatementThatIsWrongIsNotReplacedByAGuess() throws {
        let found = try Self.map(["lon", "lat"], [.longitude, .latitude], stated: ["lon": "lonn"])
        #expect(found.columns == [.latitude: "lat"])
        #expect(found.notes.map(\.code) == [.columnUnknown])
        #expect(found.notes.first?.value.contains("`lon`") == true)
    }

    /// Aliases are folded keys: a mark or capital in the table of aliases would never match.
    @Test(arguments: Column.allCases)
    func aliasesAreFoldedAndOnce(column: Column) {
        for alias in column.aliases { #expect(NameFolding.key(alias) == alias) }
        #expect(Set(column.aliases).count == column.aliases.count)
    }

    @Test func anEmptyColumnHidesNoOther() throws {
        // GDAL gives every KML file a `Name`, filled or not.
        let workspace = try Workspace()
        let source = try workspace.table("t.csv", "Name,ten_thon,lon,lat\n,Khuổi Phìn,105.3,22.6\n,Bản Bung,105.4,22.2\n")
        let table = try VectorReader.read(source.path)
        var notes: [Diagnostic] = []
        let map = ColumnMap(table, file: "t.csv", wanted: VillageReader.columns, stated: [:], into: &notes)
        #expect(map.title(.name) == "ten_thon")
    }
}
