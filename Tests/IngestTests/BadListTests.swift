import Foundation
import Planning
import Testing

@testable import Ingest

/// Lists as offices keep them: titles, merged header cells, totals, signatures, rows twice.
@Suite struct BadListTests {
    static let header = "id,name,commune_code,commune,lon,lat,households,population"
    static let rows = [
        "v1,Khuổi Phìn,00700,Hiệp Thuận,105.34808,22.62924,92,386", "v2,Nà Rèi,00700,Hiệp Thuận,105.1,22.8,40,181",
        "v3,Bản Cưởm,00715,Lũng Cú,105.26667,23.3,51,220",
    ]

    private func read(_ lines: [String]) throws -> ReadWorld {
        let workspace = try Workspace()
        return villages(try workspace.table("v.csv", lines.joined(separator: "\n") + "\n"))
    }

    /// Rows that are no villages, with what is said of them.
    @Test(arguments: [
        (",Cộng xã Hiệp Thuận,,,,,132,567", "totals-row 4"), (",TỔNG CỘNG:,,,,,132,567", "totals-row 4"),
        (",Tong so,,,,,132,567", "totals-row 4"), (",,,,,,132,567", "totals-row 4"), ("Cộng,,,,,,132,567", "totals-row 4"),
        ("id,name,commune_code,commune,lon,lat,households,population", "header-repeated 4"),
    ])
    func rowsThatAreNoVillages(row: String, defect: String) throws {
        let world = try read([Self.header] + Self.rows.prefix(2) + [row, Self.rows[2]])
        #expect(world.world.villages.map(\.id) == ["v1", "v2", "v3"], "\(world.defects)")
        #expect(world.defects == [defect])
        #expect(world.diagnostics.first?.consequence == .rowDropped)
        #expect(world.diagnostics.first?.value.isEmpty == false)
    }

    /// Real villages whose names begin like a total, and a total that is none because it has a place.
    @Test(arguments: ["Cộng Hoà", "Tổng Cọt", "Tổng Ngoảng", "Cộng", "Tổng số 3", "Ghi Chú", "Tổng cộng"])
    func aRowWithAPlaceIsAVillage(name: String) throws {
        let world = try read([Self.header, Self.rows[0], "v9,\(name),00700,Hiệp Thuận,105.2,22.6,1,2"])
        #expect(world.world.villages.map(\.name) == ["Khuổi Phìn", name])
        #expect(world.defects.isEmpty)
    }

    /// A village without coordinates is a village with a defect, not a total.
    @Test(arguments: ["Cộng Hoà", "Tổng Cọt", "Nà Rèi"])
    func aVillageWithoutAPlaceIsNoTotal(name: String) throws {
        let world = try read([Self.header, Self.rows[0], "v9,\(name),00700,Hiệp Thuận,,,1,2", Self.rows[2]])
        #expect(world.defects.contains { $0.hasPrefix("coordinate-missing 3") }, "\(world.defects)")
        #expect(!world.defects.contains { $0.hasPrefix("totals-row") })
    }

    @Test func theFootOfThePageIsLeftOut() throws {
        let foot = [",Người lập biểu,,,,Chủ tịch,,", ",Nguyễn Văn A,,,,,,"]
        let world = try read([Self.header] + Self.rows + foot)
        #expect(world.world.villages.count == 3)
        #expect(world.defects == ["footer-row 5", "footer-row 6"])
    }

    @Test(arguments: [
        ["UBND TỈNH,,,,,,,", "DANH SÁCH THÔN,,,,,,,"], ["Biểu số 1,,,,,,,"], ["Biểu số 1,,,,,,,", "(Kèm theo Báo cáo),,,,,,,"],
    ])
    func titlesAboveTheHeader(titles: [String]) throws {
        let world = try read(titles + [Self.header] + Self.rows)
        #expect(world.world.villages.map(\.name) == ["Khuổi Phìn", "Nà Rèi", "Bản Cưởm"], "\(world.defects)")
        #expect(world.defects == ["header-below-title \(titles.count + 1)"])
        #expect(world.world.villages.first?.households == 92)
    }

    @Test func aHeaderOfTwoRowsWithNumbersUnderIt() throws {
        let world = try read([
            "STT,Tên thôn,Mã xã,Xã,Toạ độ,,Dân cư,", ",,,,Kinh độ,Vĩ độ,Số hộ,Nhân khẩu", "1,2,3,4,5,6,7,8",
            "1,Khuổi Phìn,00700,Hiệp Thuận,105.34808,22.62924,92,386", "2,Nà Rèi,00700,Hiệp Thuận,105.1,22.8,40,181",
        ])
        #expect(world.world.villages.map(\.name) == ["Khuổi Phìn", "Nà Rèi"], "\(world.defects)")
        #expect(world.world.villages.map(\.households) == [92, 40])
        #expect(world.defects == ["header-in-two-rows 2", "header-repeated 3"])
    }

    /// A plain table is left as it is, whatever its first rows hold.
    @Test func aPlainTableIsLeftAlone() throws {
        let world = try read([Self.header] + Self.rows)
        #expect(world.world.villages.count == 3)
        #expect(world.defects.isEmpty)
    }

    @Test func villagesThatStandTwice() throws {
        let header = "name,commune_code,commune,lon,lat"
        let world = try read([
            header, "Nà Rèi,00700,Hiệp Thuận,105.1,22.8", "Bản Cưởm,00715,Lũng Cú,105.26667,23.3", "Nà  Rèi,00700,Hiệp Thuận,105.1,22.8",
            "Bản Cưởm,00715,Lũng Cú,105.2668,23.3", "Nà Rèi,00703,Kim Thạch,105.1,22.8",
        ])
        #expect(world.world.villages.count == 4)
        #expect(world.diagnostics.filter { $0.code == .villageRepeated }.map(\.consequence) == [.rowDropped, .kept])
        #expect(world.diagnostics.filter { $0.code == .villageRepeated }.map(\.row) == [4, 5])
    }

    // MARK: Codes of two vintages

    private func codes(_ setting: CommuneCodeSetting?, _ rows: [String]) throws -> ReadWorld {
        let workspace = try Workspace()
        var source = try workspace.table("v.csv", "name,commune_code,commune,lon,lat\n" + rows.joined(separator: "\n") + "\n")
        source.codes = setting
        var inputs = InputFiles(villages: [source])
        inputs.crosswalk = CrosswalkSource(folder: CrosswalkTests.folder.path)
        var world = WorldReader().read(inputs).withoutCompleteness
        world.diagnostics.removeAll { $0.code == .crosswalkDefect }
        return world
    }

    static let former = ["A,00703,Kim Thạch,105.0,22.8", "B,718,Xã Má Lé,105.2,23.3", "C,00715,Lũng Cú,105.26667,23.3"]

    @Test(arguments: [CommuneCodeSetting.auto, .former])
    func formerCodesAreCarriedOver(setting: CommuneCodeSetting) throws {
        let world = try codes(setting, Self.former)
        #expect(world.world.villages.map(\.communeCode) == ["00706", "00715", "00715"])
        #expect(world.world.villages.map(\.communeName) == ["Phú Linh", "Lũng Cú", "Lũng Cú"])
        #expect(world.world.villages.map(\.provinceName) == ["Tuyên Quang", "Tuyên Quang", "Tuyên Quang"])
        #expect(world.world.villages.map(\.id) == ["00706-a-1", "00715-b-1", "00715-c-1"])
        #expect(world.defects == ["commune-code-carried - commune_code"])
    }

    @Test(arguments: [CommuneCodeSetting?.none, .some(.current)])
    func formerCodesAreToldWhereNobodyAsked(setting: CommuneCodeSetting?) throws {
        let world = try codes(setting, Self.former)
        #expect(world.world.villages.map(\.communeCode) == ["00703", "718", "00715"])
        #expect(world.defects == ["commune-code-former - commune_code"])
    }

    @Test func mixedVintagesAreTold() throws {
        // 00694 was Minh Khai; since 2025 it is Hà Giang 1.
        let world = try codes(.auto, Self.former + ["D,\(Self.renamed.code),\(Self.renamed.name),105.1,22.8"])
        #expect(world.defects.contains("commune-codes-mixed - commune_code"), "\(world.defects)")
        #expect(world.world.villages.map(\.communeCode).last == Self.renamed.code)
        #expect(world.world.villages.map(\.communeCode).first == "00706")
    }

    /// A commune of 2025 whose code was that of a ward with another name.
    static let renamed: (code: String, name: String) = {
        guard let crosswalk = CrosswalkTests.read.crosswalk else { return ("", "") }
        let found = crosswalk.communes.first { commune in
            commune.provinceCode == "08"
                && crosswalk.formerWard(code: commune.code).map { NameFolding.key($0.name).hasSuffix(NameFolding.key(commune.name)) }
                    == false
        }
        return (found?.code ?? "", found?.name ?? "")
    }()

    @Test func aDividedWardIsLeftOpen() throws {
        let world = try codes(.former, ["A,00988,Yên Định,105.2,22.7", "B,00703,Kim Thạch,105.0,22.8"])
        #expect(world.world.villages.map(\.communeCode) == ["", "00706"])
        #expect(world.defects == ["commune-divided 2 commune_code", "commune-code-carried - commune_code"])
        #expect(world.diagnostics.first?.value.contains("00700") == true)
    }

    // MARK: Names without codes

    private func names(_ rows: [String], communes: String? = nil) throws -> ReadWorld {
        let workspace = try Workspace()
        var inputs = InputFiles(villages: [
            try workspace.table("v.csv", "name,commune,district,province,lon,lat\n" + rows.joined(separator: "\n") + "\n")
        ])
        inputs.crosswalk = CrosswalkSource(folder: CrosswalkTests.folder.path)
        if let communes { inputs.communes = try workspace.table("communes.geojson", communes) }
        var world = WorldReader().read(inputs).withoutCompleteness
        world.diagnostics.removeAll { $0.code == .crosswalkDefect }
        return world
    }

    @Test func aCommuneIsFoundByItsNameWhereTheRowHasNoCode() throws {
        let world = try names(["A,Lũng Cú,,Tuyên Quang,105.26667,23.3", "B,xa lung cu,Đồng Văn,Hà Giang,105.3,23.3"])
        #expect(world.world.villages.map(\.communeCode) == ["00715", "00715"])
        #expect(world.world.villages.map(\.provinceName) == ["Tuyên Quang", "Tuyên Quang"])
        #expect(world.world.villages.map(\.id) == ["00715-a-1", "00715-b-1"])
        #expect(world.defects == ["commune-code-found - commune"])
    }

    @Test func aNameOfSeveralCommunesIsNeverChosen() throws {
        let world = try names(["A,Tân Lập,,,105.2,22.6", "B,Không Có Đâu,,Tuyên Quang,105.2,22.7"])
        #expect(world.world.villages.map(\.communeCode) == ["", ""])
        #expect(world.world.villages.map(\.communeName) == ["Tân Lập", "Không Có Đâu"])
        #expect(world.defects == ["commune-name-ambiguous 2 commune", "commune-name-unknown 3 commune"])
    }

    @Test func aSimilarNameIsToldWithItsScore() throws {
        let world = try names(["A,Phú Linhh,,Tuyên Quang,105.0,22.8"])
        #expect(world.defects == ["commune-name-similar 2 commune"])
        let said = try #require(world.diagnostics.first)
        #expect(said.value.hasPrefix("Phú Linhh: 00706 Phú Linh (Tuyên Quang), 0.8"), "\(said.value)")
        #expect(!(try #require(world.world.villages.first).communeCode.isEmpty) && said.consequence == .repaired)
    }

    @Test func currentCodesStatedAsFormerAreTold() throws {
        let rows = try #require(CrosswalkTests.read.crosswalk).communes.filter { $0.provinceCode == "08" }.enumerated()
            .map { "V\($0.offset),\($0.element.code),\($0.element.name),\(105 + Double($0.offset) / 1000),22.7" }
        let world = try codes(.former, rows)
        #expect(world.defects == ["commune-code-current - commune_code"])
        #expect(try codes(.auto, rows).defects.isEmpty)
        #expect(try codes(nil, ["A,99999,Không,105.2,22.7"]).defects == ["commune-code-unknown 2 commune_code"])
    }
}
