import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

/// Which part of a run is exported, and in which VN-2000 zone.
@Suite struct ExportScopeTests {
    /// Villages of four communes in two provinces, written as a run's layer.
    private static let villages:
        [(id: String, communeCode: String, commune: String, provinceCode: String, province: String, longitude: Double)] = [
            ("a", "00688", "Xã Tân Lập", "08", "Tuyên Quang", 105.0), ("b", "00691", "Xã Bắc Mê", "08", "Tuyên Quang", 105.2),
            ("c", "03300", "Xã Tân Lập", "11", "Điện Biên", 103.0), ("d", "03301", "Xã Mường Pồn", "11", "Điện Biên", 103.2),
        ]

    private func places(_ scope: ExportScope) throws -> ExportPlaces {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-scope-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let names = ["commune_code", "commune", "province_code", "province", "by_operator"]
        let layer = OutputLayer(
            name: "villages", fields: names.map { OutputField(name: $0, type: .text) },
            rows: Self.villages.map { village in
                OutputRow(
                    id: village.id,
                    values: [
                        .text(village.communeCode), .text(village.commune), .text(village.provinceCode), .text(village.province),
                        .text("viettel=4G/disc@S-\(village.id);vnpt=4G/disc@T-\(village.id)"),
                    ], shape: .point(Coordinate(longitude: village.longitude, latitude: 22)))
            })
        try VectorWriter.write([layer], to: "\(folder)/villages.geojson", format: .geojson)
        return try ExportPlaces(run: folder, scope: scope)
    }

    @Test(
        arguments: [
            (nil, nil, ["a", "b", "c", "d"]), ("tuyen quang", nil, ["a", "b"]), ("TỈNH ĐIỆN BIÊN", nil, ["c", "d"]),
            ("08", nil, ["a", "b"]),
            (nil, "bac me", ["b"]), (nil, "03301", ["d"]), ("dien bien", "tan lap", ["c"]), ("Tuyên Quang", "xã Tân Lập", ["a"]),
        ] as [(String?, String?, [String])])
    func namesAndCodesAreFound(province: String?, commune: String?, ids: [String]) throws {
        let places = try places(ExportScope(province: province, commune: commune))
        #expect(places.villages == Set(ids))
        #expect(places.isNarrowed == (province != nil || commune != nil))
    }

    @Test(
        arguments: [
            (nil, "Tân Lập", "00688"), (nil, "Nơi Khác", "Mường Pồn"), ("Hà Nội", nil, "Tuyên Quang"), ("dien bien", "bac me", "Tân Lập"),
            (nil, "Mường Pốm", "Mường Pồn"),
        ] as [(String?, String?, String)])
    func whatIsNotClearIsToldWithTheChoices(province: String?, commune: String?, told: String) throws {
        let problem = try #require(throws: ExportProblem.self) { try places(ExportScope(province: province, commune: commune)) }
        #expect(problem.text.en.contains(told) && problem.text.vi.contains(told), "\(problem)")
    }

    @Test func sitesBelongToTheNearestVillage() throws {
        let narrowed = try places(ExportScope(commune: "bac me"))
        #expect(narrowed.holds(Coordinate(longitude: 105.15, latitude: 22.01)))
        #expect(!narrowed.holds(Coordinate(longitude: 105.05, latitude: 22.01)))
        #expect(narrowed.servingSites == ["S-b", "T-b"])
        // An operator is not told which of the others' sites serve.
        #expect(try places(ExportScope(carrier: .viettel, commune: "bac me")).servingSites == ["S-b"])
    }

    // MARK: Zones

    private func commune(_ code: String, _ province: String, _ provinceCode: String) -> ExportPlaces.Commune {
        .init(code: code, name: "", provinceCode: provinceCode, provinceName: province)
    }

    @Test func zonesFollowTheFormerProvince() {
        let bare = ExportZones(nil)
        // Tuyên Quang of 2025 holds Hà Giang (105.5) and Tuyên Quang (106): nothing tells without the crosswalk.
        #expect(bare.zone(commune("00691", "Tuyên Quang", "08")) == nil)
        #expect(bare.zone(commune("", "Điện Biên", "11"))?.centralMeridianDegrees == 103)
        // The names of former provinces, whatever their codes.
        #expect(bare.zone(commune("", "Tỉnh Hà Giang", "02"))?.centralMeridianDegrees == 105.5)
        #expect(bare.zone(commune("", "Nowhere", "99")) == nil)
        let wards = [
            FormerWard(
                code: "00691", name: "Xã Cũ", districtCode: "1", districtName: "", provinceCode: "02", provinceName: "Hà Giang",
                communeCodes: ["00691"])
        ]
        let crosswalk = CommuneCrosswalk(
            wards: wards,
            communes: [CurrentCommune(code: "00691", name: "Bắc Mê", unit: "xã", provinceCode: "08", provinceName: "Tuyên Quang")])
        #expect(ExportZones(crosswalk).zone(commune("00691", "Tuyên Quang", "08"))?.centralMeridianDegrees == 105.5)
    }

    @Test func everyFormerProvinceHasOneOf2025() {
        #expect(Set(ExportZones.province2025.keys) == Set(VN2000.zones.map(\.gsoCode)))
        #expect(Set(ExportZones.province2025.values).count == 34)
    }

    @Test(arguments: [
        ("wgs84", ExportSystem.wgs84), ("VN-2000", .vn2000(meridianDegrees: nil)), ("vn2000/105,5", .vn2000(meridianDegrees: 105.5)),
    ])
    func systemsAreRead(text: String, system: ExportSystem) { #expect(ExportSystem(text) == system) }

    @Test(arguments: ["", "utm", "vn2000/", "vn2000/99", "vn2000/105/1"]) func otherSystemsAreNot(text: String) {
        #expect(ExportSystem(text) == nil)
    }
}
