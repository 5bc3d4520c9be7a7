import Foundation
import Planning
import Testing

@testable import Ingest

@Suite struct ListCrosswalkTests {
    static let admin = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("GeoData/admin").path
    static let crosswalk = Result {
        try ListCrosswalk(
            path: "\(admin)/crosswalk-wards-to-2025.csv", displayName: "crosswalk", communesPath: "\(admin)/communes-2025-population.csv")
    }

    @Test func wardsLeadToTheirCommunes() throws {
        let crosswalk = try Self.crosswalk.get()
        #expect(crosswalk.communes2025(ofWard: "02227") == ["02245"])
        #expect(crosswalk.communes2025(ofWard: "00007") == ["00008", "00025"])
        #expect(crosswalk.communes2025(ofWard: "99999").isEmpty)
        #expect(crosswalk.province(ofCommune: "02245") == "Tuyên Quang")
    }

    @Test func namesAreFoundOnTheirSide() throws {
        let crosswalk = try Self.crosswalk.get()
        #expect(crosswalk.communes2025(name: "Xã Sinh Long", district: "Na Hang", province: "Tuyên Quang", isFormer: true) == ["02245"])
        #expect(crosswalk.communes2025(name: "Sinh Long", district: "", province: "Tuyên Quang", isFormer: false).isEmpty)
        #expect(crosswalk.communes2025(name: "Thượng Nông", district: "", province: "", isFormer: false) == ["02239"])
        // A common name without its province is several communes.
        #expect(crosswalk.communes2025(name: "Tân Lập", district: "", province: "", isFormer: true).count > 3)
    }

    @Test func codeAndNameMustAgree() throws {
        let crosswalk = try Self.crosswalk.get()
        func fits(_ code: String, _ name: String, _ isFormer: Bool) -> Bool {
            crosswalk.fits(code: code, name: name, district: "", province: "", isFormer: isFormer)
        }
        #expect(fits("02227", "Sinh Long", true))
        #expect(!fits("02227", "Sinh Long", false))
        #expect(!fits("02227", "Thượng Nông", true))
        #expect(fits("02239", "", true) && fits("02239", "", false))
        #expect(!crosswalk.knows(code: "99999"))
    }

    @Test(arguments: [
        ("Xã Thượng Nông", "thuongnong"), ("Thị trấn Na Hang", "nahang"), ("Phường 1", "phuong1"), ("Đặc khu Trường Sa", "truongsa"),
        ("Tỉnh", "tinh"),
    ])
    func unitsAreLeftOut(name: String, key: String) { #expect(ListCrosswalk.key(name) == key) }

    @Test func otherTablesAreRefused() {
        let path = "\(Self.admin)/communes-2025-population.csv"
        #expect(throws: InputError.self) { try ListCrosswalk(path: path, displayName: "c") }
        #expect(throws: InputError.self) { try ListCrosswalk(path: "\(Self.admin)/none.csv", displayName: "c") }
    }
}
