import Coverage
import Foundation
import GeoFiles
import Geodesy
import Geometry
import Ingest
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

/// A small province: two operators, one confidential site each, one shared one, a plan.
enum SmallProvince {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Writes the project into a folder and gives the path of its file.
    static func write(to folder: String, planOperator: String? = nil) throws -> String {
        let project = """
            schema: phusong.project/1
            name: small
            asOf: 2026-11-01
            villages: villages.csv
            sites: sites.csv
            footprints: footprints.geojson
            candidates: candidates.csv
            coverage: {mode: footprints, rule: two-grade-2024}
            \(planOperator.map { "plan: {operator: \($0)}" } ?? "")
            """
        let villages = """
            id,name,lon,lat,households,population,electricity
            v1,Khuổi Phìn,105.00,22.00,40,200,grid
            v2,Bản Bung,105.20,22.00,30,150,none
            v3,Nà Tạng,105.40,22.00,20,100,grid
            v4,"Bản, ""có"" dấu",105.60,22.00,10,,grid
            """
        let sites = """
            id,operator,lon,lat,technology,mast_height_m,azimuth_deg,status,confidential,shared
            VTT-SECRET,viettel,105.00,22.01,4G,45,0;120;240,active,true,false
            VNP-SECRET,vnpt,105.19,22.00,3G;4G,42,,active,true,true
            VNP-SHARED,vnpt,105.41,22.01,4G,42,,active,false,true
            VNP-OWN,vnpt,105.42,22.01,4G,42,,active,false,false
            """
        // Clockwise shell: lenient on input, right-hand on output. 4G of VNPT is stated by this footprint alone.
        let footprints = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"F-VNP","operator":"VinaPhone","technology":"4G","site_id":"VNP-SECRET"},
            "geometry":{"type":"Polygon","coordinates":[[[105.15,21.95],[105.15,22.05],[105.25,22.05],[105.25,21.95],[105.15,21.95]]]}},
            {"type":"Feature","properties":{"id":"F-VTT","operator":"viettel","technology":"3G","site_id":"VNP-SECRET"},
            "geometry":{"type":"Polygon","coordinates":[[[105.18,21.98],[105.22,21.98],[105.22,22.02],[105.18,22.02],[105.18,21.98]]]}}]}
            """
        let candidates = """
            id,name,lon,lat,mast_height_m,power
            C1,Đồi 1,105.401,22.001,30,grid
            C2,Đồi 2,105.601,22.001,45,solar
            """
        for (name, text) in [
            ("project.yaml", project), ("villages.csv", villages), ("sites.csv", sites), ("footprints.geojson", footprints),
            ("candidates.csv", candidates),
        ] { try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8) }
        return "\(folder)/project.yaml"
    }

    /// Runs a body with a written plan run.
    static func withRun(planOperator: String? = nil, _ body: (_ run: PlanRun, _ folder: String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let rules = RuleStore(folder: root.appendingPathComponent("GeoData/rules").path)
        let loaded = try LoadedProject(path: try write(to: folder, planOperator: planOperator), rules: rules)
        #expect(loaded.diagnostics.filter { $0.severity == .error }.isEmpty)
        let run = try PlanRun(GapRun(loaded, threads: 1), goal: .coverAll(strict: false))
        let out = "\(folder)/run"
        try RunStore.commit(to: out, overwrite: false) { staging in
            try RunPublisher.write(
                run, parameters: run.goal.parameters, .init(threads: 1, startedAt: "2026-11-22T00:00:00Z", durationsSeconds: [:]),
                to: staging)
        }
        try body(run, out)
    }
}

@Suite struct LayerTests {
    @Test func theRunHoldsWhatTheDesignNames() throws {
        try SmallProvince.withRun { run, folder in
            let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(
                files == [
                    "bound.json", "by-commune.csv", "candidates.geojson", "dead-zones.csv", "dead-zones.geojson", "footprints.geojson",
                    "plan.geojson",
                    "plan.json", "run.json", "sites.geojson", "summary.en.txt", "summary.json", "summary.vi.txt", "tables.xlsx",
                    "villages-after.geojson", "villages.geojson",
                ])
            #expect(run.gaps.summary.villages.uncovered == 2)
            let villages = try VectorReader.read("\(folder)/villages.geojson")
            for field in [
                "id", "name", "commune_code", "commune", "province", "grade", "reason", "basis", "confidence", "best_site", "operators",
                "technology",
                "signal_dbm", "probability", "households", "population", "electricity", "synthetic",
            ] { #expect(villages.fieldNames.contains(field), "\(field)") }
            #expect(villages.features.count == 4)
            #expect(try VectorReader.read("\(folder)/dead-zones.geojson").features.count == 2)
            #expect(try VectorReader.read("\(folder)/plan.geojson").features.count == run.document.sites.count)
            let after = try VectorReader.read("\(folder)/villages-after.geojson")
            let grade = try #require(after.fieldIndex("grade"))
            #expect(after.features.count { $0.values[grade].text == "covered" } == run.document.villages.after.covered)
        }
    }

    @Test func everyLayerKeepsTheRulesOfRFC7946() throws {
        try SmallProvince.withRun { _, folder in
            for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".geojson") {
                try RFC7946.check("\(folder)/\(file)")
            }
        }
    }

    @Test func anEmptyLayerIsStillAFeatureCollection() throws {
        try SmallProvince.withRun { run, folder in
            var empty = run
            empty.document.sites = []
            let path = "\(folder)/empty.geojson"
            try VectorWriter.write([PlanLayer.sites(empty)], to: path, format: .geojson)
            try RFC7946.check(path)
            #expect(try VectorReader.read(path).features.isEmpty)
        }
    }

    @Test func sameRunSameBytes() throws {
        try SmallProvince.withRun { run, folder in
            let again = "\(folder)-again"
            try RunStore.commit(to: again, overwrite: false) { staging in
                try RunPublisher.write(
                    run, parameters: run.goal.parameters, .init(threads: 2, startedAt: "2030-01-01T00:00:00Z", durationsSeconds: ["x": 1]),
                    to: staging)
            }
            for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file != "run.json" {
                #expect(
                    FileManager.default.contents(atPath: "\(folder)/\(file)") == FileManager.default.contents(atPath: "\(again)/\(file)"),
                    "\(file)")
            }
        }
    }
}

/// The rules of RFC 7946 that can be read off the text.
enum RFC7946 {
    static func check(_ path: String) throws {
        let data = try #require(FileManager.default.contents(atPath: path))
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(document["type"] as? String == "FeatureCollection")
        #expect(document["crs"] == nil, "§4: no crs member")
        let features = try #require(document["features"] as? [[String: Any]])
        if !features.isEmpty {
            let box = try #require(document["bbox"] as? [Double], "bbox")
            #expect(box.count == 4 && box[0] <= box[2] && box[1] <= box[3])
        }
        var ids: Set<String> = []
        for feature in features {
            let id = try #require(feature["id"] as? String, "a stable string id")
            #expect(ids.insert(id).inserted, "ids are unique: \(id)")
            let properties = try #require(feature["properties"] as? [String: Any])
            #expect(properties["id"] as? String == id)
            guard let geometry = feature["geometry"] as? [String: Any] else { continue }
            switch geometry["type"] as? String {
            case "Polygon": try checkWinding(#require(geometry["coordinates"] as? [[[Double]]]))
            case "MultiPolygon":
                for polygon in try #require(geometry["coordinates"] as? [[[[Double]]]]) { try checkWinding(polygon) }
            case "Point":
                let place = try #require(geometry["coordinates"] as? [Double])
                #expect(place.count == 2 && (102...118).contains(place[0]) && (7...24).contains(place[1]))
            default: Issue.record("unexpected geometry in \(path)")
            }
        }
        let digits = String(decoding: data, as: UTF8.self).matches(of: #/\d+\.(\d{8,})/#).filter { _ in true }
        for match in digits {
            // Only coordinates are bound to seven digits; they stand inside brackets.
            #expect(!Self.isCoordinate(match.0), "too many digits: \(match.0)")
        }
    }

    private static func isCoordinate(_ number: Substring) -> Bool {
        guard let value = Double(number) else { return false }
        return (102...118).contains(value) || (7...24).contains(value)
    }

    /// §3.1.6: exterior rings counterclockwise, holes clockwise.
    private static func checkWinding(_ rings: [[[Double]]]) throws {
        for (number, ring) in rings.enumerated() {
            #expect(ring.first == ring.last && ring.count >= 4)
            var twice = 0.0
            for (a, b) in zip(ring, ring.dropFirst()) { twice += (b[0] - a[0]) * (b[1] + a[1]) }
            #expect(number == 0 ? twice < 0 : twice > 0, "ring \(number) winds the wrong way")
        }
    }
}
