import Candidates
import Foundation
import Planning
import Testing

@testable import Ingest
@testable import Scenarios

@Suite struct ScenarioFileTests {
    private static let project = """
        schema: phusong.project/1
        name: base
        asOf: 2026-11-01
        villages: tables/villages.csv
        sites: {file: tables/sites.csv, crs: EPSG:4326}
        coverage: {mode: footprints, rule: two-grade-2024}
        costs: {solarSurchargeVND: 5}
        plan: {mastHeightMeters: 45, bandsMHz: [700]}
        """

    /// Writes files into a fresh folder and reads one of them.
    private static func read(_ files: [String: String], _ name: String) throws -> Project {
        try SampleFolder.temporary { folder in
            for (name, text) in files {
                let path = "\(folder)/\(name)"
                try FileManager.default.createDirectory(
                    atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try (text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
            }
            return try ProjectFile.read("\(folder)/\(name)")
        }
    }

    private static func scenario(base: String = "../project.yaml", _ lines: String) -> String {
        "schema: phusong.scenario/1\nname: other\nbase: \(base)\n\(lines)"
    }

    private static func findings(_ files: [String: String], _ name: String) throws -> [String] {
        do {
            _ = try read(files, name)
            return []
        } catch let error as InputError {
            return error.diagnostics.filter { $0.severity == .error }.map { "\($0.file) \($0.row ?? 0) \($0.field)" }
        }
    }

    @Test func whatIsNotChangedIsTheBase() throws {
        let files = ["project.yaml": Self.project, "s/a.yaml": Self.scenario("changes: []")]
        let (base, same) = (try Self.read(files, "project.yaml"), try Self.read(files, "s/a.yaml"))
        #expect(same.plan == base.plan && same.ruleReference == base.ruleReference && same.name == "other" && base.scenario == nil)
        #expect(same.inputs.sites.map(\.crs) == ["EPSG:4326"] && same.scenario?.changes.isEmpty ?? false)
        #expect(same.scenario?.sources.map(\.displayName) == ["../project.yaml", "a.yaml"] && same.scenario?.goal == nil)
    }

    @Test func mappingsAreJoinedValuesReplacedAndNullTakesOut() throws {
        let text = Self.scenario(
            """
            goal: {budgetVND: 8_000_000_000}
            changes:
              - name: masts
                set: {plan: {mastHeightMeters: 60}, costs: null}
              - name: bands
                set: {plan: {bandsMHz: [1800, 2100]}, sites: {crs: EPSG:3405}, villages: {crs: EPSG:4326}}
            """)
        let project = try Self.read(["project.yaml": Self.project, "s/a.yaml": text], "s/a.yaml")
        #expect(project.plan.mastHeightMeters == 60 && project.plan.bandsMHz == [1800, 2100])
        #expect(project.plan.costs == .standard && project.scenario?.goal == .budget(costVND: 8_000_000_000))
        #expect(project.inputs.sites.map(\.crs) == ["EPSG:3405"] && project.inputs.villages.map(\.crs) == ["EPSG:4326"])
        let changes = try #require(project.scenario?.changes)
        #expect(changes.map(\.name) == ["masts", "bands"])
        #expect(
            changes[0].settings == [
                SettingChange(key: "plan.mastHeightMeters", before: "45", after: "60"),
                SettingChange(key: "costs", before: "{solarSurchargeVND: 5}", after: nil),
            ])
        #expect(changes[1].settings.map(\.key) == ["plan.bandsMHz", "sites.crs", "villages.crs"])
    }

    @Test func pathsStartFromTheFileThatTheyStandIn() throws {
        let files = [
            "p/project.yaml": Self.project,
            "s/mid.yaml": Self.scenario(base: "../p/project.yaml", "changes: [{name: c, set: {candidates: mid.csv}}]"),
            "s/deep/top.yaml": Self.scenario(
                base: "../mid.yaml", "changes: [{name: c, set: {roads: top.fgb, coverage: {rule: own.yaml}}}]"),
        ]
        let project = try Self.read(files, "s/deep/top.yaml")
        func tail(_ path: String?) -> String { (path ?? "").split(separator: "/").suffix(3).joined(separator: "/") }
        #expect(tail(project.inputs.villages.first?.path) == "p/tables/villages.csv")
        #expect(tail(project.inputs.candidates?.path).hasSuffix("s/mid.csv") && tail(project.inputs.roads?.path) == "s/deep/top.fgb")
        #expect(project.ruleFolder.hasSuffix("s/deep") && project.scenario?.changes.map(\.file) == ["../mid.yaml", "top.yaml"])
    }

    @Test func theGoalIsInheritedAndReplaced() throws {
        let files = [
            "project.yaml": Self.project, "a.yaml": Self.scenario(base: "project.yaml", "goal: {sites: 3}"),
            "b.yaml": Self.scenario(base: "a.yaml", ""), "c.yaml": Self.scenario(base: "a.yaml", "goal: {share: 62.5}"),
        ]
        #expect(try Self.read(files, "b.yaml").scenario?.goal == .sites(3))
        #expect(try Self.read(files, "c.yaml").scenario?.goal == .share(basisPoints: 6250))
    }

    @Test func defectsNameFileLineAndKey() throws {
        func found(_ lines: String, base: String = "project.yaml") throws -> [String] {
            try Self.findings(["project.yaml": Self.project, "a.yaml": Self.scenario(base: base, lines)], "a.yaml")
        }
        #expect(try found("changes:\n  - name: c\n    set: {plan: {bandMHz: [1800]}}") == ["a.yaml 6 plan.bandMHz"])
        #expect(try found("changes:\n  - name: c\n    set: {plan: {mastHeightMeters: tall}}") == ["a.yaml 6 plan.mastHeightMeters"])
        #expect(try found("chnges: []") == ["a.yaml 4 chnges"])
        #expect(try found("changes: [{set: {plan: {}}}]") == ["a.yaml 4 changes[1].name"])
        #expect(try found("goal: {sites: 3, share: 5}") == ["a.yaml 4 goal"])
        // What a change takes out is missed where it was taken out.
        #expect(try found("changes:\n  - name: c\n    set: {villages: null}") == ["a.yaml 6 villages"])
        #expect(try found("changes:\n  - name: c\n    set: {coverage: {rule: null}}") == ["a.yaml 6 coverage.rule"])
        #expect(try found("changes: [{name: c, set: {name: x}}]") == ["a.yaml 4 changes[1].set.name"])
        #expect(try found("", base: "nowhere.yaml").first?.hasPrefix("nowhere.yaml") ?? false)
        // A defect of the project below is told of the project.
        let broken = Self.project.replacingOccurrences(of: "mode: footprints", with: "mode: magic")
        #expect(
            try Self.findings(["project.yaml": broken, "a.yaml": Self.scenario(base: "project.yaml", "")], "a.yaml") == [
                "project.yaml 6 coverage.mode"
            ])
    }

    @Test func inheritanceIsOneLevelDeep() throws {
        var files = ["project.yaml": Self.project, "a.yaml": Self.scenario(base: "project.yaml", "")]
        files["b.yaml"] = Self.scenario(base: "a.yaml", "")
        files["c.yaml"] = Self.scenario(base: "b.yaml", "")
        #expect(try Self.findings(files, "b.yaml").isEmpty)
        #expect(try Self.findings(files, "c.yaml").first?.hasSuffix("base") ?? false)
        files["loop.yaml"] = Self.scenario(base: "loop.yaml", "")
        #expect(try !Self.findings(files, "loop.yaml").isEmpty)
    }

    @Test(arguments: [
        "budget-8bn", "new-masts-only", "tall-masts", "band-1800", "solar-only", "half-budget", "claims-believed", "without-3g",
        "cover-all",
    ])
    func theShippedOnesAreSound(name: String) throws {
        let path = SampleFolder.data.appendingPathComponent("samples/tuyen-quang/scenarios/\(name).yaml").path
        let loaded = try LoadedProject(path: path, rules: SampleFolder.rules)
        #expect(loaded.diagnostics.allSatisfy { $0.severity != .error } && loaded.project.scenario?.goal != nil)
        #expect(loaded.project.scenario?.changes.allSatisfy { !$0.settings.contains(where: \.isWithoutEffect) } ?? false)
        #expect(loaded.fingerprints.count { $0.role == "project" } == loaded.project.scenario?.sources.count)
    }
}
