import Foundation
import Planning
import Testing

@testable import Scenarios

@Suite struct PlanRunTests {
    static let gaps = Result { try GapRun(LoadedProject(path: SampleFolder.discs, rules: SampleFolder.rules), threads: 2) }

    @Test func theProvinceIsGraded() throws {
        let villages = try Self.gaps.get().summary.villages
        #expect(villages.total == 2087)
        #expect(villages.uncovered == 20 && villages.partial == 69)
        #expect(villages.unknown == 0)
    }

    @Test(arguments: [
        PlanGoal.sites(0), .sites(1), .sites(10), .budget(costVND: 20_000_000_000), .coverAll(strict: false), .share(basisPoints: 5_000),
    ])
    func plansAreConsistent(goal: PlanGoal) throws {
        let gaps = try Self.gaps.get()
        let plan = try PlanRun(gaps, goal: goal).document
        #expect(plan.status == .optimal)
        #expect(plan.sites.map(\.rank) == Array(1...max(1, plan.sites.count)).prefix(plan.sites.count).map { $0 })
        #expect(plan.sites.reduce(0) { $0 + $1.costVND } == plan.costVND)
        #expect(plan.sites.allSatisfy { $0.costParts.totalVND == $0.costVND })
        let gained = plan.sites.flatMap(\.villagesGained)
        #expect(Set(gained).count == gained.count)
        #expect(plan.villages.after.covered - plan.villages.before.covered == gained.count)
        #expect(plan.sites.reduce(0) { $0 + $1.householdsGained } == plan.households.after.covered - plan.households.before.covered)
        #expect(plan.sites.allSatisfy { !$0.villagesGained.isEmpty })
        switch goal {
        case .sites(let limit):
            #expect(plan.sites.count <= limit)
            #expect(plan.bound >= plan.objective)
        case .budget(let budget):
            #expect(plan.costVND <= budget)
            #expect(plan.bound >= plan.objective)
        case .share:
            let dead = plan.households.before.uncovered + plan.households.before.partial
            #expect(2 * (plan.households.after.covered - plan.households.before.covered) >= dead)
            #expect(plan.bound <= plan.objective && plan.objective == plan.costVND && plan.sharePercent == 50)
        case .coverAll:
            #expect(plan.villages.after.uncovered + plan.villages.after.partial == plan.unreachable.count)
            #expect(plan.bound <= plan.objective)
            #expect(plan.objective == plan.costVND)
        }
    }

    @Test func theAnswersFitThePlan() throws {
        let plan = try PlanRun(Self.gaps.get(), goal: .budget(costVND: 20_000_000_000)).document
        #expect(plan.sites.allSatisfy { $0.householdsExclusive <= $0.householdsGained })
        #expect(plan.answers.candidates.count + plan.sites.count == plan.candidates)
        #expect(plan.answers.candidates.allSatisfy { ($0.shortVND > 0) == ($0.reason == .overBudget) && $0.reason != .searchStopped })
        let dead = plan.villages.before.uncovered + plan.villages.before.partial
        #expect(plan.answers.deadZones.count == dead)
        let covered = plan.answers.deadZones.filter { !$0.coveredBy.isEmpty }
        #expect(covered.count == plan.villages.after.covered - plan.villages.before.covered)
        #expect(Set(plan.unreachable.map(\.id)) == Set(plan.answers.deadZones.filter { $0.cheapestCandidate == nil }.map(\.id)))
        // What the multiplier promises for more money is kept: twice the budget brings no more than that on top.
        let price = try #require(plan.answers.householdsPerFurtherBillionVND)
        let more = try PlanRun(Self.gaps.get(), goal: .budget(costVND: 40_000_000_000)).document
        #expect(Double(more.objective) <= Double(plan.bound) + price * 20 * 1.001 + 1)
        let naive = try #require(plan.naive)
        #expect(naive.masts == covered.count && naive.savingVND == naive.costVND - plan.costVND)
    }

    @Test func aShareThatNothingReachesIsInfeasible() throws {
        let plan = try PlanRun(Self.gaps.get(), goal: .share(basisPoints: 10_000)).document
        #expect(plan.status == .infeasible && plan.sites.isEmpty && plan.reasonCode == .targetsUnreachable)
    }

    @Test(arguments: [
        (100, 5_000, 50), (7, 1_000, 1), (70, 1_000, 7), (3, 10_000, 3), (Int64.max / 10_000 * 10_000, 10_000, Int64.max / 10_000 * 10_000),
    ])
    func theShareIsRoundedUpInIntegers(total: Int64, points: Int, wanted: Int64) {
        #expect(PlanGoal.share(basisPoints: points).wantedWeight(of: total) == wanted)
    }

    @Test func moreMoneyNeverCoversLess() throws {
        let gaps = try Self.gaps.get()
        var last: Int64 = -1
        for billions in [0, 2, 5, 10, 20, 40, 80] as [Int64] {
            let objective = try PlanRun(gaps, goal: .budget(costVND: billions * 1_000_000_000)).document.objective
            #expect(objective >= last)
            last = objective
        }
        #expect(last > 0)
    }

    @Test func anUnreachableVillageMakesAStrictPlanInfeasible() throws {
        let plan = try PlanRun(Self.gaps.get(), goal: .coverAll(strict: true)).document
        #expect(plan.status == .infeasible)
        #expect(plan.sites.isEmpty)
        #expect(plan.reason?.isEmpty == false)
        #expect(Set(plan.reasonVillages) == Set(plan.unreachable.map(\.id)))
        #expect(plan.villages.after == plan.villages.before)
    }

    @Test func withoutACandidateFileTheDeadVillagesAreTheCandidates() throws {
        var loaded = try Self.gaps.get().loaded
        loaded.project.inputs.candidates = nil
        loaded.read.world.candidates = []
        let plan = try PlanRun(GapRun(loaded, threads: 2), goal: .coverAll(strict: true)).document
        #expect(plan.status == .optimal)
        #expect(plan.villages.after.uncovered == 0 && plan.villages.after.partial == 0)
        #expect(plan.sites.allSatisfy { $0.id.hasPrefix("c-") })
    }

    @Test func sameInputsGiveTheSameBytes() throws {
        let loaded = try Self.gaps.get().loaded
        let one = try PlanRun(GapRun(loaded, threads: 1), goal: .sites(10))
        let two = try PlanRun(GapRun(loaded, threads: 2), goal: .sites(10))
        #expect(try CanonicalJSON.data(one.document) == CanonicalJSON.data(two.document))
        #expect(try CanonicalJSON.data(one.gaps.summary) == CanonicalJSON.data(two.gaps.summary))
    }

    @Test func aStoppedSearchStillGivesAPlanWithABound() throws {
        let run = try PlanRun(Self.gaps.get(), goal: .budget(costVND: 20_000_000_000), timeLimitSeconds: 0)
        #expect(run.document.bound >= run.document.objective)
        #expect(run.document.costVND <= 20_000_000_000)
        if run.document.status == .optimal { #expect(run.document.proof == "own") }
    }

    @Test func aVillageThatNeedsTwoOperatorsIsNotClosedByOneSite() throws {
        var loaded = try Self.gaps.get().loaded
        loaded.rule.rule.minimumOperators = 2
        let gaps = try GapRun(loaded, threads: 2)
        let plan = try PlanRun(gaps, goal: .coverAll(strict: false), timeLimitSeconds: 0).document
        let world = gaps.loaded.read.world
        // At one of its places nobody is heard, so that one more operator is not enough.
        let silent = gaps.report.verdicts.filter { verdict in
            verdict.grade.isDeadZone && verdict.extent?.points.contains { $0.operators.isEmpty } ?? false
        }.map { world.villages[$0.village].id }
        #expect(!silent.isEmpty)
        #expect(Set(plan.unreachable.filter { $0.reason == "too-few-operators" }.map(\.id)) == Set(silent))
        #expect(Set(plan.sites.flatMap(\.villagesCovered)).isDisjoint(with: silent))
        #expect(plan.unreachable.allSatisfy { $0.reason == "too-few-operators" || $0.reason == "no-candidate-in-range" })
    }

    @Test func onlyTechnologiesThatCountArePlanned() throws {
        var loaded = try Self.gaps.get().loaded
        loaded.project.plan.technologies = [.gsm2G, .lte4G]
        loaded.rule.rule.technologies.removeAll { $0.technology == .gsm2G }
        let plan = try PlanRun(GapRun(loaded, threads: 2), goal: .sites(2)).document
        #expect(plan.sites.map(\.technologies) == [[.lte4G], [.lte4G]])
    }

    @Test func everyKeyOfTheContractIsThere() throws {
        let plan = try PlanRun(Self.gaps.get(), goal: .coverAll(strict: false)).document
        let object = try #require(JSONSerialization.jsonObject(with: CanonicalJSON.data(plan)) as? [String: Any])
        let contract: Set = [
            "schema", "status", "objective", "bound", "boundSource", "gap", "proof", "reason", "costVND", "budgetVND", "sites",
            "unreachable",
            "villages", "solver", "seed",
        ]
        let more: Set = [
            "project", "asOf", "goal", "hasPlan", "reasonCode", "reasonVillages", "reasonVillageNames", "sitesLimit", "strict",
            "households",
            "population", "greedyCurve", "candidates", "warnings", "answers", "naive", "sharePercent", "shares", "rejectedCandidates",
        ]
        #expect(Set(object.keys) == contract.union(more))
        let site = try #require((object["sites"] as? [[String: Any]])?.first)
        let siteContract: Set = [
            "id", "rank", "lon", "lat", "option", "operators", "technologies", "bandsMHz", "mastHeightMeters", "azimuthsDeg", "power",
            "costVND", "costParts", "parent", "hopKm", "hopClearanceMeters", "villagesGained", "householdsGained",
        ]
        #expect(
            Set(site.keys)
                == siteContract.union([
                    "name", "villagesCovered", "synthetic", "hop", "link", "chain", "existingSite", "villagesExclusive",
                    "householdsExclusive",
                ]))
        #expect(Set((object["villages"] as? [String: Any])?.keys.map { $0 } ?? []) == ["before", "after"])
        let missed = try #require((object["unreachable"] as? [[String: Any]])?.first)
        #expect(
            Set(missed.keys) == ["id", "name", "commune", "households", "reason", "nearestCandidate", "nearestCandidateMeters"])
        #expect(try JSONDecoder().decode(PlanDocument.self, from: CanonicalJSON.data(plan)) == plan)
    }

    @Test func whereThereIsNoPlanTheDocumentSaysSo() throws {
        let gaps = try Self.gaps.get()
        let infeasible = try PlanRun(gaps, goal: .coverAll(strict: true)).document
        #expect(!infeasible.hasPlan && infeasible.reasonCode == .targetsUnreachable)
        #expect(infeasible.reasonVillageNames.count == infeasible.reasonVillages.count)
        let whole = try PlanRun(gaps, goal: .sites(3)).document
        #expect(whole.hasPlan && whole.reasonCode == nil)
    }

    @Test func aSearchThatTheCallerStopsIsALimit() throws {
        let stopped = try PlanRun(Self.gaps.get(), goal: .budget(costVND: 20_000_000_000)) { true }.document
        #expect(stopped.status == .timeLimit && stopped.hasPlan && stopped.reasonCode == .stoppedByCaller)
    }

    @Test func sitesWithoutAnythingToConnectToAreWarnedAbout() throws {
        var loaded = try Self.gaps.get().loaded
        #expect(try !PlanRun(GapRun(loaded, threads: 2), goal: .sites(2)).document.warnings.contains { $0.code == "no-parent" })
        for site in loaded.read.world.sites.indices { loaded.read.world.sites[site].status = .planned }
        let plan = try PlanRun(GapRun(loaded, threads: 2), goal: .sites(2), timeLimitSeconds: 0).document
        let warning = try #require(plan.warnings.first { $0.code == "no-parent" })
        #expect(warning.count == 2 && warning.message == "no existing site to connect to: transmission cost is not counted")
        #expect(!plan.warnings.contains { $0.code == "hops-not-checked" })
    }
}
