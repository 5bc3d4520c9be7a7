import Candidates
import Foundation
import GeoFiles
import Ingest
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

/// Plans that choose among places, masts and operators, written and rechecked by `verify`.
@Suite struct SitingSampleTests {
    private static let sample = SmallProvince.root.appendingPathComponent("GeoData/samples/tuyen-quang")
    private static let rules = RuleStore(folder: SmallProvince.root.appendingPathComponent("GeoData/rules").path)

    private static let communes = ["02458", "02554", "02449", "02494", "02578"]

    /// Runs a body with a plan for some communes of the sample, with some texts of its project replaced, written to a folder.
    private static func withPlan(
        _ goal: PlanGoal, _ changes: [(String, String)] = [], threads: Int = 2,
        _ body: (_ run: PlanRun, _ folder: String) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var text = try String(contentsOf: sample.appendingPathComponent("siting.yaml"), encoding: .utf8)
        for (old, new) in changes {
            #expect(text.contains(old), "\(old)")
            text = text.replacingOccurrences(of: old, with: new)
        }
        // The five communes with most dead zones: `verify` goes the slow way through every village.
        let villages = try String(contentsOf: sample.appendingPathComponent("villages.csv"), encoding: .utf8).split(separator: "\n")
        let kept = villages.enumerated().filter { number, line in
            number == 0 || communes.contains { line.contains(",\($0),") }
        }.map(\.element)
        try kept.joined(separator: "\n").write(toFile: "\(folder)/villages.csv", atomically: true, encoding: .utf8)
        for name in ["communes.geojson", "sites.csv", "roads.fgb"] {
            text = text.replacingOccurrences(of: " \(name)", with: " \(sample.path)/\(name)")
        }
        text = text.replacingOccurrences(of: "folder: terrain", with: "folder: \(sample.path)/terrain")
        text = text.replacingOccurrences(of: "../../", with: SmallProvince.root.appendingPathComponent("GeoData").path + "/")
        try text.write(toFile: "\(folder)/p.yaml", atomically: true, encoding: .utf8)
        let run = try PlanRun(
            GapRun(LoadedProject(path: "\(folder)/p.yaml", rules: rules), threads: threads), goal: goal, threads: threads)
        try RunStore.commit(to: "\(folder)/run", overwrite: false) { staging in
            try RunPublisher.write(
                run, parameters: run.goal.parameters, .init(threads: threads, startedAt: "2026-11-22T00:00:00Z", durationsSeconds: [:]),
                to: staging)
        }
        try body(run, "\(folder)/run")
    }

    private static func failed(_ folder: String) throws -> [Verification.Subject] {
        try Verification.run(folder, projectFile: nil, rules: rules).checks.filter { $0.result != .passed }.map(\.name)
    }

    @Test func theSampleIsPlannedAndVerified() throws {
        try Self.withPlan(.coverAll(strict: false)) { (run, folder) throws in
            let plan = run.document
            #expect(plan.status == .optimal && plan.candidates > 200 && !plan.rejectedCandidates.isEmpty)
            #expect(plan.sites.contains { $0.existingSite != nil } && plan.sites.contains { $0.existingSite == nil })
            for site in plan.sites {
                #expect(site.costParts.totalVND == site.costVND)
                #expect((site.existingSite == nil) == site.option.hasPrefix("new-mast"))
                // A mast that stands has its line; a new one has its chain.
                #expect((site.existingSite == nil) == (site.link != nil))
            }
            #expect(try Self.failed(folder).isEmpty)
            let layer = try VectorReader.read("\(folder)/candidates.geojson")
            let (chosen, reason) = (try #require(layer.fieldIndex("chosen")), try #require(layer.fieldIndex("reason")))
            #expect(layer.features.count == run.options.count + run.candidates.rejected.count)
            // Everything that is not built says why.
            #expect(layer.features.allSatisfy { ($0.values[chosen].text == "true") == ($0.values[reason].text ?? "").isEmpty })
        }
    }

    @Test func moreToChooseFromNeverCostsMore() throws {
        var costs: [String: Int64] = [:]
        let fewer: [(String, [(String, String)])] = [
            ("all", []), ("one height", [("mastHeightsMeters: [30, 45, 60]", "mastHeightMeters: 45")]),
            ("no high spots", [("high-spots, ", "")]), ("no upgrades", [(", existing-sites]", "]")]),
        ]
        var unreachable: [String: Set<String>] = [:]
        for (name, changes) in fewer {
            // With hops judged from the lowest mast a taller one alone may be joined more cheaply: left out here.
            let straight = changes + [("backhaul: {kinds: [fibre, microwave], maximumHops: 4}\n", "")]
            try Self.withPlan(.coverAll(strict: false), straight) { (run, folder) throws in
                costs[name] = run.document.costVND
                unreachable[name] = Set(run.document.unreachable.map(\.id))
                #expect(run.document.status == .optimal)
                if name != "all" { #expect(try Self.failed(folder).isEmpty) }
            }
        }
        for (name, cost) in costs where name != "all" && unreachable[name] == unreachable["all"] {
            #expect(cost >= costs["all"] ?? .max, "\(name)")
        }
        for (name, missed) in unreachable { #expect(missed.isSuperset(of: unreachable["all"] ?? []), "\(name)") }
    }

    @Test func oneThreadAndTwoWriteTheSamePlan() throws {
        var texts: [Data] = []
        for threads in [1, 2] {
            try Self.withPlan(.budget(costVND: 6_000_000_000), threads: threads) { _, folder in
                for name in ["plan.json", "candidates.geojson", "bound.json"] {
                    texts.append(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
                }
            }
        }
        #expect(texts.count == 6 && Array(texts[0..<3]) == Array(texts[3..<6]))
    }

    /// Two operators are asked for, and both may build: sites of one mast and of each its own.
    @Test func twoOperatorsShareMastsAndMoney() throws {
        let changes = [
            ("two-grade-2024", "two-operators-2024"), ("azimuthsDegrees: auto ", "operators: [viettel, vnpt] "),
            ("backhaul: {kinds: [fibre, microwave], maximumHops: 4}\n", ""), ("mastHeightsMeters: [30, 45, 60]", "mastHeightMeters: 45"),
            ("sources: [villages, high-spots, existing-sites]", "sources: [villages]"),
        ]
        try Self.withPlan(.sites(4), changes) { (run, folder) throws in
            let plan = run.document
            #expect(plan.sites.count == 4 && plan.sites.contains { $0.operators == [.viettel, .vnpt] })
            #expect(plan.objective > 0 && plan.objective <= plan.bound)
            #expect(plan.villages.after.covered > plan.villages.before.covered)
            #expect(try Self.failed(folder).isEmpty)
        }
        let height = ("mastHeightsMeters: [30, 45, 60]", "mastHeightMeters: 45\n  operatorBudgets: {viettel: 4000000000, vnpt: 2000000000}")
        try Self.withPlan(.budget(costVND: 9_000_000_000), changes.filter { $0.0 != height.0 } + [height]) { (run, folder) throws in
            for (carrier, most) in [(Planning.Operator.viettel, 4_000_000_000), (.vnpt, 2_000_000_000)] as [(Planning.Operator, Int64)] {
                let spent = run.document.sites.filter { $0.operators.contains(carrier) }.reduce(Int64(0)) {
                    $0 + $1.costVND / Int64($1.operators.count)
                }
                #expect(spent <= most && spent > 0)
            }
            #expect(try Self.failed(folder).isEmpty)
        }
    }

    @Test func aForgedAzimuthOrMastIsFound() throws {
        try Self.withPlan(.budget(costVND: 3_000_000_000)) { (run, folder) throws in
            let site = try #require(run.document.sites.first)
            for (old, new) in [
                ("\"mastHeightMeters\" : \(Int(site.mastHeightMeters))", "\"mastHeightMeters\" : 90"),
                ("\"option\" : \"\(site.option)\"", "\"option\" : \"new-mast-90m\""),
            ] {
                let path = "\(folder)/plan.json"
                let text = try String(contentsOfFile: path, encoding: .utf8)
                #expect(text.contains(old))
                try text.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
                #expect(try Self.failed(folder).contains(.places))
                try text.write(toFile: path, atomically: true, encoding: .utf8)
            }
            // What is said of the others is held against the facts, too.
            var plan = run.document
            let other = try #require(plan.answers.candidates.firstIndex { $0.reason == .overBudget && $0.weightGained > 0 })
            for change in [
                { $0.weightGained += 1 }, { $0.shortVND -= 1 }, { $0.costVND += 1 }, { ($0.reason, $0.shortVND) = (.coversNothing, 0) },
            ] as [(inout PlanDocument.Answers.Candidate) -> Void] {
                plan.answers = run.document.answers
                change(&plan.answers.candidates[other])
                try RunStore.write(CanonicalJSON.data(plan), to: "\(folder)/plan.json")
                #expect(try Self.failed(folder).contains(.answers))
            }
        }
    }

    @Test(arguments: [
        ("costs: ../../costs/viet-nam-2026.yaml", "costs: nowhere.yaml", ""),
        ("costs: ../../costs/viet-nam-2026.yaml", "costs: {equipmentVND: {4G: -1}}", "costs.equipmentVND.4G"),
        ("costs: ../../costs/viet-nam-2026.yaml", "costs: {operation: {horizonYears: 0}}", "costs.operation.horizonYears"),
        ("costs: ../../costs/viet-nam-2026.yaml", "costs: {roadVND: 5}", "costs"),
        ("mastHeightsMeters: [30, 45, 60]", "mastHeightsMeters: []", "plan.mastHeightsMeters"),
        ("mastHeightsMeters: [30, 45, 60]", "mastHeightsMeters: [45.2, 45.7]", "plan.mastHeightsMeters"),
        ("sources: [villages, high-spots, existing-sites]", "sources: [satellites]", "plan.candidates.sources"),
        ("azimuthsDegrees: auto ", "azimuthsDegrees: [400] ", "plan.azimuthsDegrees"),
        ("azimuthsDegrees: auto ", "operators: [viettel, viettel] ", "plan.operators"),
        ("azimuthsDegrees: auto ", "operatorBudgets: {viettel: 5} ", "plan.operatorBudgets.viettel"),
    ])
    func defectsNameTheirKey(old: String, new: String, key: String) throws {
        do {
            try Self.withPlan(.sites(1), [(old, new)]) { _, _ in Issue.record("\(new) was taken") }
        } catch let error as InputError {
            #expect(error.diagnostics.contains { $0.field.hasPrefix(key) && !$0.file.isEmpty }, "\(error.diagnostics)")
        }
    }
}
