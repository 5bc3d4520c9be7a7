import Foundation
import Planning
import Testing

@testable import Scenarios

/// What a report may still take from the inputs of a run: files that are byte for byte those of the run, and nothing else.
@Suite struct RunBackgroundTests {
    private func withProject(_ body: (_ folder: String, _ manifest: Manifest, _ rules: RuleStore) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-background-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let project = """
            schema: phusong.project/1
            name: small
            asOf: 2026-11-01
            area: area.geojson
            villages: villages.csv
            sites: sites.csv
            coverage: {mode: footprints, rule: two-grade-2024}
            """
        let area = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
            [[[104.9,21.9],[105.1,21.9],[105.1,22.1],[104.9,22.1],[104.9,21.9]]]}}]}
            """
        for (name, text) in [
            ("project.yaml", project), ("area.geojson", area), ("villages.csv", "id,name,lon,lat\nv1,Khuổi Phìn,105.0,22.0\n"),
            ("sites.csv", "id,operator,lon,lat,technology\ns1,viettel,105.0,22.01,4G\n"),
        ] { try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8) }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let rules = RuleStore(folder: root.appendingPathComponent("GeoData/rules").path)
        let loaded = try LoadedProject(path: "\(folder)/project.yaml", rules: rules)
        let manifest = try Manifest(
            loaded, command: "gaps", parameters: [:], files: [], in: folder,
            .init(threads: 1, startedAt: "2026-11-22T00:00:00Z", durationsSeconds: [:]))
        try body(folder, manifest, rules)
    }

    @Test func unchangedFilesAreUsed() throws {
        try withProject { _, manifest, rules in
            let background = RunBackground(manifest, rules: rules)
            #expect(background.rule?.id == "two-grade-2024")
            #expect(background.project?.name == "small")
            #expect(background.area.count == 1)
            #expect(background.missing.isEmpty)
        }
    }

    @Test func aChangedAreaIsNotDrawn() throws {
        try withProject { folder, manifest, rules in
            let path = "\(folder)/area.geojson"
            try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(of: "105.1", with: "105.2")
                .write(toFile: path, atomically: true, encoding: .utf8)
            let background = RunBackground(manifest, rules: rules)
            #expect(background.area.isEmpty && background.missing == ["area.geojson"])
            #expect(background.rule != nil && background.project != nil)
        }
    }

    @Test func aChangedProjectIsNotQuoted() throws {
        try withProject { folder, manifest, rules in
            let path = "\(folder)/project.yaml"
            try (String(contentsOfFile: path, encoding: .utf8) + "\nseed: 2\n").write(toFile: path, atomically: true, encoding: .utf8)
            let background = RunBackground(manifest, rules: rules)
            #expect(background.project == nil && background.area.isEmpty)
            #expect(background.missing == ["project.yaml"])
        }
    }

    @Test func aMovedProjectIsFoundWhereItStandsNow() throws {
        try withProject { folder, manifest, rules in
            let other = "\(folder)-moved"
            try FileManager.default.copyItem(atPath: folder, toPath: other)
            defer { try? FileManager.default.removeItem(atPath: other) }
            try FileManager.default.removeItem(atPath: "\(folder)/project.yaml")
            #expect(RunBackground(manifest, rules: rules).project == nil)
            let found = RunBackground(manifest, projectFile: "\(other)/project.yaml", rules: rules)
            #expect(found.project != nil && found.area.count == 1 && found.missing.isEmpty)
        }
    }

    @Test func aRuleWithAnotherHashIsNotTheRunsRule() throws {
        try withProject { _, manifest, rules in
            var manifest = manifest
            manifest.rule.sha256 = "another"
            let background = RunBackground(manifest, rules: rules)
            #expect(background.rule == nil && background.missing == ["two-grade-2024"])
        }
    }
}
