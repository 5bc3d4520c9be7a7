import Candidates
import Foundation
import Ingest
import Planning
import Testing

@testable import Scenarios

/// Chains of links and least shares on the sample, planned from project files.
@Suite struct ConditionedPlanTests {
    /// The 22 communes with more lines in the project file.
    static func gaps(_ lines: String) throws -> GapRun {
        let folder = URL(fileURLWithPath: SampleFolder.province).deletingLastPathComponent().path
        var text = try String(contentsOfFile: SampleFolder.province, encoding: .utf8)
        for name in ["communes.geojson", "villages.csv", "sites.csv", "candidates.csv", "roads.fgb"] {
            text = text.replacingOccurrences(of: " \(name)", with: " \(folder)/\(name)")
        }
        text = text.replacingOccurrences(of: "folder: terrain", with: "folder: \(folder)/terrain")
        text = text.replacingOccurrences(of: "../../", with: SampleFolder.data.path + "/")
        return try SampleFolder.temporary { temporary in
            try (text + "\n" + lines + "\n").write(toFile: temporary + "/p.yaml", atomically: true, encoding: .utf8)
            return try GapRun(LoadedProject(path: temporary + "/p.yaml", rules: SampleFolder.rules), threads: 2)
        }
    }

    static let chained = Result { try gaps("backhaul: {maximumHops: 4}") }

    @Test func everySiteHasItsChain() throws {
        let gaps = try Self.chained.get()
        let plan = try PlanRun(gaps, goal: .coverAll(strict: false)).document
        #expect(plan.status == .optimal && plan.bound <= plan.objective && plan.objective == plan.costVND)
        #expect(plan.sites.reduce(0) { $0 + $1.costVND } == plan.costVND)
        let standing = Set(gaps.loaded.read.world.sites.map(\.id))
        for site in plan.sites {
            #expect(site.costParts.totalVND == site.costVND && site.parent == site.chain.first && site.chain.count <= 4)
            #expect(site.chain.last.map(standing.contains) ?? false)
            #expect((site.link == .microwave) == (site.hop?.verdict == .clear) && site.hopClearanceMeters.map { $0 >= 0 } ?? true)
        }
        // A hop costs less than half a kilometre of fibre beyond the first 600 m, so that chains cannot be dearer than straight lines.
        let straight = try PlanRun(GapRun(gaps.loaded.without { $0.backhaul = nil }, threads: 2), goal: .coverAll(strict: false)).document
        #expect(plan.costVND < straight.costVND && straight.sites.allSatisfy { $0.link == nil && $0.chain.isEmpty })
    }

    @Test func moreMoneyNeverCoversLess() throws {
        let gaps = try Self.chained.get()
        var before: Int64 = 0
        for budget in [0, 800_000_000, 3_450_000_000, 10_350_000_000, 13_800_000_000, 20_000_000_000] as [Int64] {
            let plan = try PlanRun(gaps, goal: .budget(costVND: budget)).document
            #expect(plan.objective >= before && plan.costVND <= budget && plan.bound >= plan.objective)
            before = plan.objective
        }
    }

    @Test func fewerHopsNeverCostLess() throws {
        let gaps = try Self.chained.get()
        var before = Int64.max
        for hops in 1...3 {
            let plan = try PlanRun(
                GapRun(gaps.loaded.without { $0.backhaul?.maximumHops = hops }, threads: 2), goal: .coverAll(strict: false)
            )
            .document
            #expect(plan.costVND <= before && plan.sites.allSatisfy { $0.chain.count <= hops })
            before = plan.costVND
        }
    }

    @Test func leastSharesAreKeptAndNamed() throws {
        let gaps = try Self.gaps("plan: {minimumShares: {commune: 80}}")
        let plan = try PlanRun(gaps, goal: .budget(costVND: 21_000_000_000)).document
        #expect(plan.status == .optimal && !plan.shares.isEmpty)
        #expect(
            plan.shares.allSatisfy {
                $0.by == "commune" && 10 * $0.coveredAfter >= 8 * $0.households && $0.coveredAfter >= $0.coveredBefore
            })
        let free = try PlanRun(GapRun(gaps.loaded.without { $0.minimumShares = [] }, threads: 2), goal: .budget(costVND: 21_000_000_000))
            .document
        #expect(plan.objective <= free.objective && free.shares.isEmpty)

        let all = try PlanRun(
            GapRun(gaps.loaded.without { $0.minimumShares = [MinimumShare(grouping: .commune, basisPoints: 10_000)] }, threads: 2),
            goal: .coverAll(strict: false)
        ).document
        #expect(all.status == .infeasible && all.reasonCode == .groupUnreachable && all.reasonVillageNames == ["Nhiêu Ngồi"])
    }

    @Test(arguments: [
        ("backhaul: {kinds: [pigeon]}", "backhaul.kinds"), ("backhaul: {maximumHops: 0}", "backhaul.maximumHops"),
        ("backhaul: {microwaveHopVND: -1}", "backhaul.microwaveHopVND"), ("backhaul: {kinds: []}", "backhaul.kinds"),
        ("plan: {minimumShares: {commune: 101}}", "plan.minimumShares.commune"),
        ("plan: {minimumShares: {comune: 50}}", "plan.minimumShares"),
    ])
    func defectsNameTheirKey(line: String, key: String) throws {
        do {
            _ = try Self.gaps(line)
            Issue.record("\(line) was taken")
        } catch let error as InputError {
            #expect(error.diagnostics.contains { $0.field.hasPrefix(key) }, "\(error.diagnostics)")
        }
    }
}

extension LoadedProject {
    /// The same project with other plan settings.
    fileprivate func without(_ change: (inout PlanSettings) -> Void) -> LoadedProject {
        var copy = self
        change(&copy.project.plan)
        return copy
    }
}
