import Coverage
import Planning
import Siting
import Testing

@testable import Scenarios
@testable import phusong

/// The words of a plan, without a run of the program.
@Suite struct PlanTextTests {
    /// A plan without sites for one dead village.
    private func plan() -> PlanDocument {
        var counts = GapSummary.Counts()
        counts.add(1, .uncovered)
        let same = PlanDocument.Villages(before: counts, after: counts)
        return PlanDocument(
            schema: "phusong.plan/1", project: "P", asOf: CalendarDate(year: 2026, month: 11, day: 1), goal: "budget", status: .optimal,
            hasPlan: true, objective: 0, bound: 0, boundSource: "lagrangian", gap: 0, proof: "own", reason: nil, reasonCode: nil,
            reasonVillages: [], reasonVillageNames: [], costVND: 0, budgetVND: 1000, sitesLimit: nil, strict: false, sites: [],
            unreachable: [], villages: same, households: same, population: same, greedyCurve: [], naive: nil,
            answers: .init(candidates: [], deadZones: [], householdsPerFurtherBillionVND: nil), shares: [], solver: SolverFacts(),
            candidates: 1, rejectedCandidates: [],
            seed: 1, warnings: [])
    }

    private func vi(_ plan: PlanDocument) -> String { PlanText(language: .vietnamese).text(plan) }
    private func en(_ plan: PlanDocument) -> String { PlanText(language: .english).text(plan) }

    @Test func everyReasonHasItsWords() {
        for reason in SitingReason.allCases {
            #expect(!reason.label.vi.isEmpty && !reason.label.en.isEmpty && reason.label.vi != reason.label.en)
        }
    }

    @Test func anInfeasiblePlanNamesItsVillagesOnce() {
        var plan = plan()
        (plan.status, plan.hasPlan, plan.reasonCode) = (.infeasible, false, .mustCoverExceedsBudget)
        (plan.reason, plan.reasonVillages, plan.reasonVillageNames) = ("cost more: v-1", ["v-1"], ["Bản Mù"])
        #expect(vi(plan).contains("không khả thi: các thôn bắt buộc cần nhiều tiền hơn ngân sách: Bản Mù"))
        #expect(en(plan).contains("infeasible: the must-cover villages cost more than the budget: Bản Mù"))
        #expect(!vi(plan).contains("v-1") && !vi(plan).contains("trạm mới"))
    }

    @Test func aStopBeforeAnyPlanIsNotShownAsOne() {
        var plan = plan()
        (plan.status, plan.hasPlan, plan.reasonCode, plan.proof) = (.timeLimit, false, .stoppedByCaller, nil)
        #expect(vi(plan).contains("chưa có phương án nào: dừng theo yêu cầu") && !vi(plan).contains("trạm mới"))
        #expect(en(plan).contains("no plan yet: stopped on request") && !en(plan).contains("new site"))
    }

    @Test func aTrivialBoundIsNoBound() {
        var plan = plan()
        (plan.status, plan.reasonCode, plan.proof, plan.boundSource) = (.timeLimit, .stoppedByTimeLimit, nil, "trivial")
        #expect(vi(plan).contains("chưa có cận") && !vi(plan).contains("cách biệt"))
        #expect(en(plan).contains("no bound yet") && !en(plan).contains("gap"))
        plan.boundSource = "lagrangian"
        #expect(vi(plan).contains("cách biệt") && en(plan).contains("gap 0.00 %"))
    }

    @Test func nothingChosenIsExplained() {
        var plan = plan()
        #expect(vi(plan).contains("Không vị trí nào phủ thêm") && en(plan).contains("No candidate brings anything"))
        plan.greedyCurve = [.init(site: "c", weightGained: 1, weightTotal: 1, costVND: 2000)]
        #expect(vi(plan).contains("không đủ cho vị trí") && en(plan).contains("Nothing useful is affordable"))
        (plan.budgetVND, plan.sitesLimit) = (nil, 0)
        #expect(en(plan).contains("This number of sites allows nothing"))
        plan.villages.before = GapSummary.Counts()
        #expect(!en(plan).contains("allows nothing"))
    }

    @Test func oneIsSingular() {
        var plan = plan()
        (plan.budgetVND, plan.sitesLimit, plan.objective) = (nil, 1, 1)
        #expect(en(plan).contains("most households with 1 site\n") && en(plan).contains("proven optimal: 1 household "))
        plan.sitesLimit = 2
        #expect(en(plan).contains("with 2 sites\n"))
    }

    @Test func aVillageWithoutACommuneHasNoBrackets() {
        var plan = plan()
        plan.unreachable = [
            .init(
                id: "v", name: "Bản Mù", commune: "", households: nil, reason: "no-candidate-in-range", nearestCandidate: nil,
                nearestCandidateMeters: nil),
            .init(
                id: "w", name: "Tà Xùa", commune: "Bắc Yên", households: nil, reason: "too-few-operators", nearestCandidate: nil,
                nearestCandidateMeters: nil),
        ]
        #expect(en(plan).contains("No candidate reaches 1 village:\n    Bản Mù\n"))
        #expect(en(plan).contains("One new site brings too few operators by the rule to 1 village:\n    Tà Xùa (Bắc Yên)\n"))
        #expect(vi(plan).contains("Một trạm mới chưa đủ số nhà mạng theo quy tắc cho 1 thôn:"))
    }

    @Test func missingTransmissionIsTold() {
        var plan = plan()
        #expect(!en(plan).contains("transmission cost"))
        plan.warnings = [.init(code: "no-parent", file: "plan", count: 1, message: "")]
        #expect(en(plan).contains("transmission cost is not counted") && vi(plan).contains("chưa tính chi phí truyền dẫn"))
    }
}
