import Foundation
import Planning
import Testing

@testable import Ingest

@Suite struct CrosswalkTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("GeoData/admin")
    static let read = CrosswalkReader.read(
        wards: folder.appendingPathComponent("crosswalk-wards-to-2025.csv"),
        communes: folder.appendingPathComponent("communes-2025-population.csv"))

    private func crosswalk() throws -> CommuneCrosswalk { try #require(Self.read.crosswalk) }

    /// Every ward and commune, by code and by name.
    @Test func allLeadWhereTheyShould() throws {
        let audit = CommuneCrosswalkAudit(try crosswalk())
        for count in [audit.wardsByCode, audit.wardsByName] {
            #expect(count.total == 10_035)
            #expect(count.one == 9_564)
            #expect(count.divided == 471)
            #expect(count.ambiguous + count.unmatched + count.wrong == 0)
        }
        for count in [audit.communesByCode, audit.communesByName] {
            #expect(count.total == 3_321)
            #expect(count.one == 3_321)
        }
        #expect(audit.findings.map(\.code) == ["11948", "19742", "20333", "21548", "26732", "06970"])
    }

    /// The two files give Ba Chẽ two codes, which is told.
    @Test func theSourcesOwnDefectIsTold() throws {
        #expect(Self.read.diagnostics.map(\.code) == [.crosswalkDefect])
        let crosswalk = try crosswalk()
        #expect(crosswalk.strayLinks.isEmpty)
        #expect(crosswalk.codeDifferences.map(\.linkedCode) == ["06970"])
        #expect(crosswalk.communes2025(oldWardCode: "06973").map(\.commune.code) == ["06978"])
        #expect(crosswalk.commune2025(code: "06970")?.name == "Ba Chẽ")
    }

    @Test func aCommuneKnowsItsWards() throws {
        let commune = try #require(try crosswalk().commune2025(code: "6978"))
        #expect(commune.name == "Ba Chẽ")
        #expect(commune.provinceName == "Quảng Ninh")
        #expect(commune.formerWardCodes == ["06886", "06970", "06973", "06982", "06988"])
        #expect(try crosswalk().commune2025(code: "99999") == nil)
        #expect(try crosswalk().communes2025(oldWardCode: "99999").isEmpty)
    }

    @Test func aDividedWardLeadsToAllItsCommunes() throws {
        let matches = try crosswalk().communes2025(oldWardCode: "06886")
        #expect(matches.count > 1)
        #expect(!matches.contains { !$0.isPart })
        guard
            case .ambiguous(let found) = try crosswalk().resolve(
                communeName: "Hải Lạng", districtName: "Tiên Yên", provinceName: "Quảng Ninh", vintage: .provinces63)
        else {
            Issue.record("a divided ward was given one commune")
            return
        }
        #expect(Set(found.map(\.commune.code)) == Set(matches.map(\.commune.code)))
    }

    /// Names as tables write them: short units, no marks, the other vintage's province, a small mistake.
    @Test(arguments: [
        ("X. Thượng Nông", "H. Na Hang", "Tuyên Quang", AdministrativeVintage.provinces63, "02239", false),
        ("Thuong Nong", "Na Hang", "", .provinces63, "02239", false),
        ("Mèo Vạc", "", "Tuyên Quang", .provinces34, "00769", false),
        ("Meo Vac", "", "Hà Giang", .provinces34, "00769", false),
        ("Thượng Nônng", "Na Hang", "Tuyên Quang", .provinces63, "02239", true),
        ("Bạch Long Vĩ", "", "Hải Phòng", .provinces63, "11948", false),
        ("Ba Che", "", "Quảng Ninh", .provinces34, "06978", false),
    ])
    func resolvesNames(
        example: (name: String, district: String, province: String, vintage: AdministrativeVintage, code: String, isFuzzy: Bool)
    ) throws {
        let resolution = try crosswalk().resolve(
            communeName: example.name, districtName: example.district, provinceName: example.province, vintage: example.vintage)
        guard case .one(let match) = resolution else {
            Issue.record("\(example.name): \(resolution)")
            return
        }
        #expect(example.code.split(separator: "|").contains { $0 == match.commune.code }, "\(match.commune.code)")
        #expect(match.name?.isFuzzy == example.isFuzzy)
        if example.isFuzzy { #expect((match.name?.score ?? 0) < 1) }
    }

    @Test func whatIsNotCertainIsNotChosen() throws {
        let crosswalk = try crosswalk()
        // Many wards of the country bear the name.
        guard case .ambiguous(let everywhere) = crosswalk.resolve(communeName: "Xã Tân Lập", vintage: .provinces63) else {
            Issue.record("one Tân Lập of many was chosen")
            return
        }
        #expect(everywhere.count > 5)
        #expect(everywhere.map(\.commune.code) == everywhere.map(\.commune.code).sorted())
        // Right name, wrong district: offered, not chosen.
        guard
            case .ambiguous(let offered) = crosswalk.resolve(
                communeName: "Thượng Nông", districtName: "Yên Sơn", provinceName: "Tuyên Quang", vintage: .provinces63)
        else {
            Issue.record("a ward outside the stated district was chosen or lost")
            return
        }
        #expect(offered.count == 1)
        #expect(crosswalk.resolve(communeName: "Không Có Xã Này", provinceName: "Tuyên Quang", vintage: .provinces63) == .none)
        #expect(crosswalk.resolve(communeName: "", vintage: nil) == CommuneResolution.none)
    }

    @Test func theVintageOfCodesIsFound() throws {
        let crosswalk = try crosswalk()
        func verdict(_ cells: [(String, String)]) -> CommuneCodeVintage.Verdict {
            CommuneCodeVintage(
                cells.enumerated().map { CommuneCodeCell(row: $0.offset + 2, code: $0.element.0, communeName: $0.element.1) },
                crosswalk: crosswalk
            ).verdict
        }
        let wards = crosswalk.wards.filter { $0.provinceCode == "08" }
        let communes = crosswalk.communes.filter { $0.provinceCode == "08" }
        #expect(verdict(wards.map { ($0.code, "") }) == .one(.provinces63))
        #expect(verdict(wards.map { ($0.code, $0.name) }) == .one(.provinces63))
        #expect(verdict(communes.map { ($0.code, "") }) == .one(.provinces34))
        #expect(verdict(communes.map { ($0.code, $0.name) }) == .one(.provinces34))
        let givenUp = try #require(wards.first { crosswalk.commune2025(code: $0.code) == nil })
        #expect(verdict(communes.map { ($0.code, $0.name) } + [(givenUp.code, givenUp.name)]) == .mixed)
        #expect(verdict(communes.map { ($0.code, "") } + [(givenUp.code, "")]) == .mixed)
        #expect(verdict([(communes[0].code, "")]) == .undetermined)
        #expect(verdict([]) == .undetermined)
        let unknown = CommuneCodeVintage([CommuneCodeCell(row: 9, code: "99999")], crosswalk: crosswalk)
        #expect(unknown.unknownRows == [9])
    }

    @Test func everyProvinceOfEachVintageIsTold() throws {
        let crosswalk = try crosswalk()
        for (province, wards) in Dictionary(grouping: crosswalk.wards, by: \.provinceCode) {
            let cells = wards.enumerated().map { CommuneCodeCell(row: $0.offset, code: $0.element.code, communeName: $0.element.name) }
            #expect(CommuneCodeVintage(cells, crosswalk: crosswalk).verdict == .one(.provinces63), "\(province)")
        }
        for (province, communes) in Dictionary(grouping: crosswalk.communes, by: \.provinceCode) {
            let cells = communes.enumerated().map { CommuneCodeCell(row: $0.offset, code: $0.element.code, communeName: $0.element.name) }
            #expect(CommuneCodeVintage(cells, crosswalk: crosswalk).verdict == .one(.provinces34), "\(province)")
        }
    }

    @Test func filesThatAreNoCrosswalkAreTold() throws {
        let workspace = try Workspace()
        let wards = try workspace.table("wards.csv", "a,b\n1,2\n")
        let missing = workspace.source("none.csv")
        let result = CrosswalkReader.read(CrosswalkSource(wards: wards, communes: missing))
        #expect(result.crosswalk == nil)
        #expect(Set(result.diagnostics.map(\.code)) == [.columnMissing, .fileMissing])
    }
}
