import Foundation
import GeoFiles
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

/// A page taken apart again.
struct ReadPage {
    var html: String
    var block: String
    var data: [String: Any]

    init(_ page: Data) throws {
        html = String(decoding: page, as: UTF8.self)
        let start = try #require(html.range(of: "<script type=\"application/json\" id=\"data\">"))
        let end = try #require(html.range(of: "</script>", range: start.upperBound..<html.endIndex))
        block = String(html[start.upperBound..<end.lowerBound])
        data = try #require(try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: Any])
    }

    var texts: [String] { data["texts"] as? [String] ?? [] }

    /// What the page holds of the runs, without the ground under them.
    func runsText() throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: ["runs": data["runs"] ?? [], "texts": texts]), as: UTF8.self)
    }

    func run(_ number: Int = 0) throws -> [String: Any] { try #require((data["runs"] as? [[String: Any]])?[number]) }

    func part(_ name: String) throws -> [String: Any] { try #require(try run()[name] as? [String: Any]) }

    func words(_ column: Any?) -> [String] { (column as? [Int] ?? []).map { $0 < 0 ? "" : texts[$0] } }

    func column(_ field: String, of part: [String: Any]) -> Any? { (part["columns"] as? [String: Any])?[field] }
}

@Suite struct MapPageTests {
    private static let data = SmallProvince.root.appendingPathComponent("GeoData").path

    private func page(_ folders: [String], _ options: MapOptions = MapOptions(data: Self.data)) throws -> ReadPage {
        try ReadPage(MapPublisher.page(folders, options, file: "map.html").page)
    }

    @Test func theDataBlockHoldsTheRunsLayers() throws {
        try SmallProvince.withRun { run, folder in
            let page = try page([folder], MapOptions(includesConfidential: true, data: Self.data))
            let villages = try page.part("villages")
            let layer = try VectorReader.read("\(folder)/villages.geojson")
            func texts(_ field: String) throws -> [String] {
                let position = try #require(layer.fieldIndex(field))
                return layer.features.map { $0.values[position].text ?? "" }
            }
            #expect(page.words(villages["id"]) == (try texts("id")))
            #expect(page.words(villages["name"]) == (try texts("name")))
            #expect((villages["grade"] as? [Int])?.map { Grade.allCases[$0].rawValue } == (try texts("grade")))
            for field in ["reason_vi", "reason_en", "best_site", "operators", "electricity", "confidence"] {
                #expect(page.words(page.column(field, of: villages)) == (try texts(field)), "\(field)")
            }
            #expect(villages["lon"] as? [Double] == [105, 105.2, 105.4, 105.6])
            #expect(page.column("households", of: villages) as? [Int] == [40, 30, 20, 10])
            let sites = try page.part("sites")
            #expect(page.words(sites["id"]) == ["VTT-SECRET", "VNP-SECRET", "VNP-SHARED", "VNP-OWN"])
            #expect(page.column("confidential", of: sites) as? [Int] == [1, 1, 0, 0])
            let works = try page.part("works")
            #expect(page.words(works["id"]) == run.document.sites.map(\.id))
            #expect((works["villagesGained"] as? [[Int]])?.map(page.words) == run.document.sites.map(\.villagesGained))
        }
    }

    @Test func countsPerGradeAreThoseOfTheRun() throws {
        try SmallProvince.withRun { run, folder in
            let summary = try MapPublisher.page([folder], MapOptions(data: Self.data), file: "map.html").summary
            let (before, after) = (run.document.villages.before, run.document.villages.after)
            #expect(
                summary.runs[0].villages
                    == ["covered": before.covered, "partial": before.partial, "uncovered": before.uncovered, "unknown": before.unknown])
            #expect(
                summary.runs[0].villagesAfter
                    == ["covered": after.covered, "partial": after.partial, "uncovered": after.uncovered, "unknown": after.unknown])
            #expect(summary.runs[0].proposedSites == 2)
        }
    }

    @Test func aNameCannotEndTheDataBlock() throws {
        try SmallProvince.withRun { _, folder in
            let evil = "</script><script>alert(1)</script><!--"
            let path = "\(folder)/villages.geojson"
            try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(of: "Khuổi Phìn", with: evil)
                .write(toFile: path, atomically: true, encoding: .utf8)
            let manifest = "\(folder)/run.json"
            try String(contentsOfFile: manifest, encoding: .utf8).replacingOccurrences(of: "\"small\"", with: "\"<b>small</b>\"")
                .write(toFile: manifest, atomically: true, encoding: .utf8)
            let page = try page([folder])
            let holdsMark = page.block.contains("<")
            #expect(!holdsMark)
            #expect(page.words(try page.part("villages")["name"])[0] == evil)
            let runs = page.html.contains("alert(1)</script>") || page.html.contains("<b>small")
            #expect(!runs)
            let isEscaped = page.html.contains("<h1 id=\"title\">&lt;b&gt;small&lt;/b&gt;</h1>")
            #expect(isEscaped)
        }
    }

    @Test func onlyTheStatedScriptsMayRun() throws {
        try SmallProvince.withRun { _, folder in
            let html = try page([folder]).html
            let policy = try #require(html.firstMatch(of: /Content-Security-Policy" content="([^"]+)"/)?.1)
            #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-"))
            #expect(policy.contains("img-src data:"))
            #expect(!policy.contains("http"))
            #expect(!policy.components(separatedBy: ";").contains { $0.contains("script-src") && $0.contains("unsafe") })
            let asksForMap = html.contains("sourceMappingURL")
            let isLicensed = html.contains("Copyright (c) 2010-2023, Volodymyr Agafonkin")
            #expect(!asksForMap && isLicensed)
            // Leaflet's script, behind the data, knows its own address; the page itself names none.
            let written = html[..<(try #require(html.range(of: "id=\"data\""))).lowerBound]
            let namesAddress = written.contains("src=") || written.replacingOccurrences(of: "href=\"#search\"", with: "").contains("href=")
            #expect(!namesAddress)
        }
    }

    @Test func equalRunsGiveEqualBytes() throws {
        try SmallProvince.withRun { _, folder in
            let one = try MapPublisher.page([folder], MapOptions(data: Self.data), file: "a.html").page
            let two = try MapPublisher.page([folder], MapOptions(data: Self.data), file: "b.html").page
            #expect(one == two)
            let english = try MapPublisher.page([folder], MapOptions(language: .vietnamese, data: Self.data), file: "a.html").page
            #expect(one != english)
        }
    }

    @Test func confidentialSitesAreLeftOutUnlessAskedFor() throws {
        try SmallProvince.withRun { _, folder in
            let careful = try page([folder])
            let namesOne = careful.html.contains("SECRET")
            #expect(!namesOne)
            let told = try careful.runsText()
            let tellsPlace = told.contains("105.19")
            #expect(!tellsPlace)
            #expect(try careful.run()["sitesWithheld"] as? Int == 2)
            #expect(careful.words(try careful.part("sites")["id"]) == ["VNP-SHARED", "VNP-OWN"])
            // Both polygons name the confidential mast.
            let carriers = careful.words(try careful.part("footprints")["carrier"])
            let all = try page([folder], MapOptions(includesConfidential: true, data: Self.data))
            #expect(carriers.count < all.words(try all.part("footprints")["carrier"]).count)
            let tellsAll = try all.runsText().contains("105.19")
            #expect(tellsAll)
            #expect(all.data["includesConfidential"] as? Bool == true)
        }
    }

    @Test func anOperatorSeesWhatItsExportHolds() throws {
        try SmallProvince.withRun { _, folder in
            let seen = try page([folder], MapOptions(carrier: .viettel, data: Self.data))
            #expect(seen.data["forOperator"] as? String == "viettel")
            #expect(seen.words(try seen.part("sites")["id"]) == ["VTT-SECRET", "VNP-SHARED"])
            let told = try seen.runsText()
            for hidden in ["VNP-SECRET", "VNP-OWN", "105.19", "105.42"] {
                let isTold = told.contains(hidden)
                #expect(!isTold, "\(hidden)")
            }
            let layers = try RunExport.layers(run: folder, for: .viettel)
            let expected = Set(["villages", "dead_zones"].flatMap { layers[$0]?.rows.map(\.id) ?? [] })
            let villages = try seen.part("villages")
            #expect(Set(seen.words(villages["id"])) == expected)
            // Who else is heard stays untold, also where the plan changes a village.
            let heard = Set(seen.words(seen.column("operators", of: villages)))
            #expect(heard.isSubset(of: ["viettel", ""]))
            let after = try #require(villages["after"] as? [String: Any])
            #expect(seen.column("operators", of: after) == nil)
        }
    }

    @Test func aWorkOfAnotherOperatorChangesNothing() throws {
        try SmallProvince.withRun(planOperator: "vnpt") { _, folder in
            let summary = try MapPublisher.page([folder], MapOptions(carrier: .viettel, data: Self.data), file: "m.html").summary
            #expect(summary.runs[0].proposedSites == 0)
            #expect(summary.runs[0].villages == summary.runs[0].villagesAfter)
        }
    }

    @Test func aMissingResourceFolderIsNamed() throws {
        let nowhere = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-nowhere-\(UUID().uuidString)/bin")
        let error = try #require(throws: StoreError.self) { try MapAssets.folder(besides: nowhere) }
        #expect(error.kind == .missing)
        #expect("\(error)".contains("phusong_Publishing.resources"))
        let installed = nowhere.deletingLastPathComponent().appendingPathComponent("lib/phusong/\(MapAssets.bundle)/Resources/Map")
        try FileManager.default.createDirectory(at: installed, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: nowhere.deletingLastPathComponent()) }
        #expect(try MapAssets.folder(besides: nowhere) == installed.path)
    }

    @Test func runsAreToldApartByNameOrPath() throws {
        try SmallProvince.withRun { _, folder in
            let page = try page([folder, folder])
            #expect((page.data["runs"] as? [[String: Any]])?.count == 2)
            #expect(try page.run(0)["name"] as? String == folder)
            #expect(try page.run(1)["name"] as? String == "\(folder) (2)")
            #expect(try self.page([folder]).run()["name"] as? String == "run")
        }
    }
}
