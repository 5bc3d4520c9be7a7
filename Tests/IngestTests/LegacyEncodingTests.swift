import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning
import Testing

@testable import Ingest

@Suite struct LegacyEncodingTests {
    /// The same names in Unicode and in both old encodings. The old forms come from the published code tables.
    static let names: [(unicode: String, tcvn3: String, vni: String)] = [
        ("Hà Giang", "Hµ Giang", "Haø Giang"), ("Bản Khuổi Phìn", "B¶n Khuæi Ph×n", "Baûn Khuoåi Phìn"),
        ("Đồng Văn", "§ång V¨n", "Ñoàng Vaên"), ("Thượng Nông", "Th­îng N«ng", "Thöôïng Noâng"),
        ("Lũng Cú", "Lòng Có", "Luõng Cuù"), ("Mèo Vạc", "MÌo V¹c", "Meøo Vaïc"), ("Đắk Lắk", "§¾k L¾k", "Ñaék Laék"),
        ("Quảng Ngãi", "Qu¶ng Ng·i", "Quaûng Ngaõi"), ("Cần Thơ", "CÇn Th¬", "Caàn Thô"), ("Nghĩa Lộ", "NghÜa Lé", "Nghóa Loä"),
        ("Hữu Lũng", "H÷u Lòng", "Höõu Luõng"), ("Kỳ Sơn", "Kú S¬n", "Kyø Sôn"), ("Tổ dân phố", "Tæ d©n phè", "Toå daân phoá"),
    ]

    @Test(arguments: names)
    func decodes(name: (unicode: String, tcvn3: String, vni: String)) {
        #expect(LegacyEncoding.tcvn3.decode(name.tcvn3) == name.unicode)
        #expect(LegacyEncoding.vniWindows.decode(name.vni) == name.unicode)
    }

    @Test func aTableOfOldTextIsKnown() {
        #expect(LegacyEncodingSurvey(Self.names.map(\.tcvn3)).verdict == .tcvn3)
        #expect(LegacyEncodingSurvey(Self.names.map(\.vni)).verdict == .vniWindows)
    }

    /// Capitals in TCVN3 are small letters under a font of capitals.
    @Test func capitalFontsComeOutAsCapitals() {
        #expect(LegacyEncoding.tcvn3.decode("TUY£N QUANG") == "TUYÊN QUANG")
        #expect(LegacyEncoding.tcvn3.decode("Hµ GIANG") == "Hà GIANG" || LegacyEncoding.tcvn3.decode("Hµ GIANG") == "HÀ GIANG")
        #expect(LegacyEncoding.tcvn3.decode("X· MÌO V¹C") == "XÃ MÈO VẠC")
    }

    /// Words of Latin-1 letters as English and French tables have them, and names of Viet Nam's peoples.
    @Test(arguments: [
        [
            "Château-Thierry", "Saint-Étienne", "Besançon", "Nîmes", "Béziers", "Orléans", "Évreux", "Mâcon", "Alès", "Sète", "café", "thé",
            "né",
            "bébé", "forêt", "hôpital", "école", "père", "où", "là", "été", "île", "Noël", "œuvre", "façade", "déjà", "pré", "clé", "blé",
            "gré",
        ],
        [
            "Hà", "Nà Ca", "Pà Cò", "Bó", "Mù", "Tà Hò", "Sà Phìn", "Là", "Cán Tý", "Xín Cái", "Há Súng", "Má Lé", "Tá Lèng", "Phó Bé",
            "Nà Pó",
            "Và", "Thanh Hà", "Vinh Phú", "Hoà", "Thuý", "Lý Bôn", "Chí Minh", "Nô Tàn", "Cô Tô", "Ý Yên",
        ],
        [
            "K'Bang", "Ia H'Drai", "M'Drắk", "Y Tý", "Chư Păh", "Đăk Glei", "Kông Chro", "Sró", "Ea Súp", "Pơlei Tum", "Bù Đốp", "Ê-đê",
            "Rơ Kơi",
        ],
        [
            "São Paulo", "Zürich", "Malmö", "Ærø", "Þingvellir", "Düsseldorf", "Ångström", "Gdańsk", "Peñíscola", "Ñuñoa", "Groß", "naïve",
            "±5°", "10 m²",
        ],
        ["café", "thé"],
    ])
    func unicodeTextIsLeftAlone(words: [String]) {
        #expect(LegacyEncodingSurvey(words).verdict == nil)
        for encoding in LegacyEncoding.allCases { #expect(LegacyEncodingSurvey(words.map { "\($0) \($0)" }).verdict != encoding) }
    }

    /// All names of the shipped lists, as they are and one by one with what is beyond Latin-1 left out.
    @Test func noShippedNameRaisesAFalseAlarm() throws {
        let crosswalk = try #require(CrosswalkTests.read.crosswalk)
        let names = crosswalk.wards.map(\.name) + crosswalk.communes.map(\.name)
        #expect(LegacyEncodingSurvey(names).verdict == nil)
        let latin = names.flatMap { $0.split(separator: " ").map(String.init) }.filter { $0.unicodeScalars.allSatisfy { $0.value <= 0xFF } }
        #expect(latin.count > 1000)
        #expect(LegacyEncodingSurvey(latin).verdict == nil)
    }

    /// Every ward's name is a chain of syllables that the rules know, but for names from other languages.
    @Test func syllablesOfTheNorthAreKnown() throws {
        let crosswalk = try #require(CrosswalkTests.read.crosswalk)
        let words = Set(crosswalk.wards.filter { ["01", "34", "36"].contains($0.provinceCode) }.flatMap { $0.name.split(separator: " ") })
            .filter { $0.allSatisfy(\.isLetter) }
        let unknown = words.filter { !VietnameseSyllable.isValid(String($0)) }.sorted()
        #expect(words.count > 300)
        #expect(unknown == [], "\(unknown)")
    }

    // MARK: Through the readers

    static let header = "Tªn th«n;lon;lat;commune"
    static let rows = [("Th«n Khuæi Ph×n", "Th­îng N«ng"), ("B¶n Mµ", "Sinh Long"), ("Nµ RÌi", "Lòng Có"), ("Ngßi Sen", "Thanh Tuyªn")]

    private func expectConverted(_ world: ReadWorld, firstRow: Int = 2) {
        #expect(world.world.villages.map(\.name) == ["Thôn Khuổi Phìn", "Bản Mà", "Nà Rèi", "Ngòi Sen"])
        #expect(world.world.villages.map(\.communeName) == ["Thượng Nông", "Sinh Long", "Lũng Cú", "Thanh Tuyên"])
        #expect(Set(world.diagnostics.map(\.code)) == [.nameLegacyEncoding], "\(world.defects)")
        #expect(world.errors.isEmpty)
        #expect(world.diagnostics.contains { $0.row == firstRow && $0.value.contains("Thôn Khuổi Phìn") })
    }

    private static func lines(_ header: String) -> String {
        ([header] + rows.enumerated().map { "\($0.element.0);105.\($0.offset + 1);22.5;\($0.element.1)" }).joined(separator: "\n") + "\n"
    }

    @Test func inCSVSavedAsUTF8() throws {
        let workspace = try Workspace()
        expectConverted(villages(try workspace.table("v.csv", Self.lines(Self.header))))
    }

    /// The bytes themselves, which the reader takes for windows-1258 first.
    @Test func inCSVOfRawBytes() throws {
        let workspace = try Workspace()
        let bytes = Data(Self.lines(Self.header).unicodeScalars.map { UInt8($0.value) })
        try bytes.write(to: URL(fileURLWithPath: "\(workspace.folder)/v.csv"))
        expectConverted(villages(workspace.source("v.csv")))
    }

    @Test(arguments: [VectorFormat.xlsx, .gpkg])
    func inOtherTables(format: VectorFormat) throws {
        let workspace = try Workspace()
        var rows: [OutputRow] = []
        for (offset, row) in Self.rows.enumerated() {
            let longitude = 105 + Double(offset + 1) / 10
            let place: Shape? = format == .xlsx ? nil : .point(Coordinate(longitude: longitude, latitude: 22.5))
            rows.append(
                OutputRow(id: "v\(offset)", values: [.text(row.0), .text(row.1), .real(longitude), .real(22.5)], shape: place))
        }
        let fields = [
            OutputField(name: "ten", type: .text), OutputField(name: "commune", type: .text), OutputField(name: "lon", type: .real),
            OutputField(name: "lat", type: .real),
        ]
        let layer = OutputLayer(
            name: "v", fields: fields, rows: rows, geometry: format == .xlsx ? LayerGeometry.none : .point)
        expectConverted(villages(try workspace.table("v.\(format.rawValue)", [layer], format)), firstRow: format == .xlsx ? 2 : 1)
    }

    /// A Shapefile whose table holds bytes of TCVN3 and says nothing of an encoding.
    @Test func inDBF() {
        let path = "\(resources)/tcvn3.shp"
        expectConverted(villages(TableSource(path: path, displayName: "tcvn3.shp")), firstRow: 1)
    }

    @Test func vniInCSV() throws {
        let workspace = try Workspace()
        let text = "Teân thoân,lon,lat\nKhuoåi Phìn,105.1,22.5\nBaûn Maø,105.2,22.5\nÑoàng Vaên,105.3,22.5\n"
        let world = villages(try workspace.table("v.csv", text))
        #expect(world.world.villages.map(\.name) == ["Khuổi Phìn", "Bản Mà", "Đồng Văn"], "\(world.defects)")
    }

    // MARK: Encodings that were there before

    @Test func utf16AndMarksAndWindows1258AreRead() throws {
        let workspace = try Workspace()
        let text = "name,lon,lat\nBản Mà,105.1,22.5\nThượng Nông,105.2,22.5\n"
        for (name, encoding) in [("le.csv", String.Encoding.utf16LittleEndian), ("be.csv", .utf16BigEndian)] {
            let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
            try (Data(mark) + (text.data(using: encoding) ?? Data())).write(to: URL(fileURLWithPath: "\(workspace.folder)/\(name)"))
            let world = villages(workspace.source(name))
            #expect(world.world.villages.map(\.name) == ["Bản Mà", "Thượng Nông"])
            #expect(world.diagnostics.isEmpty)
        }
        let marked = villages(try workspace.table("bom.csv", "\u{FEFF}" + text))
        #expect(marked.world.villages.map(\.name) == ["Bản Mà", "Thượng Nông"])
        // Ba + hook, n; Th + ư + ơ + dot below, ng; N + ô + ng.
        var bytes = Data("name,lon,lat\nBa".utf8)
        bytes += [0xD2] + Data("n Ma".utf8) + [0xCC] + Data(",105.1,22.5\nTh".utf8) + [0xFD, 0xF5, 0xF2] + Data("ng N".utf8) + [0xF4]
        bytes += Data("ng,105.2,22.5\n".utf8)
        try bytes.write(to: URL(fileURLWithPath: "\(workspace.folder)/1258.csv"))
        let old = villages(workspace.source("1258.csv"))
        #expect(old.world.villages.map(\.name) == ["Bản Mà", "Thượng Nông"])
        #expect(Set(old.diagnostics.map(\.code)) == [.wrongEncoding])
    }
}
