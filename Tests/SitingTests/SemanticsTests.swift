import Siting
import Testing

/// What each goal means at its edges.
@Suite struct SemanticsTests {
    private func option(_ id: String, _ cost: Int64, _ covers: [Int], place: Int? = nil) -> SitingOption {
        SitingOption(id: id, costVND: cost, covers: covers, place: place)
    }

    @Test func noOptionsGiveAnEmptyOptimalPlan() throws {
        for goal in [SitingGoal.maximizeWithSites(3), .maximizeWithinBudget(costVND: 5), .coverAll(strict: false)] {
            let solution = try SitingSolver().solve(SitingProblem(targetWeights: [7], options: [], goal: goal))
            #expect(solution.status == .optimal && solution.proof == "own" && solution.hasPlan)
            #expect(solution.chosen == [] && solution.objective == 0 && solution.bound == 0 && solution.boundSource == "trivial")
            #expect(solution.unreachableTargets == [0])
        }
    }

    @Test func nothingAtAllIsStillAProblem() throws {
        let solution = try SitingSolver().solve(SitingProblem(targetWeights: [], options: [], goal: .coverAll(strict: true)))
        #expect(solution.status == .optimal && solution.chosen == [])
    }

    @Test func strictNamesTheUnreachable() throws {
        let problem = SitingProblem(
            targetWeights: [1, 1], targetIDs: ["Bản A", "Bản B"], options: [option("m", 3, [0])], goal: .coverAll(strict: true))
        let solution = try SitingSolver().solve(problem)
        #expect(solution.status == .infeasible && solution.reasonCode == .targetsUnreachable && solution.reasonTargets == [1])
        #expect(solution.reason?.contains("Bản B") == true)
        #expect(!solution.hasPlan && solution.chosen == [] && solution.proof == nil)
    }

    @Test func withoutStrictTheRestIsListed() throws {
        let solution = try SitingSolver().solve(
            SitingProblem(targetWeights: [1, 1], options: [option("m", 3, [0])], goal: .coverAll(strict: false)))
        #expect(solution.status == .optimal && solution.objective == 3 && solution.unreachableTargets == [1])
    }

    @Test func mustCoverThatNobodyReachesIsInfeasibleInEveryMode() throws {
        for goal in [SitingGoal.maximizeWithSites(3), .maximizeWithinBudget(costVND: 5), .coverAll(strict: false), .coverAll(strict: true)]
        {
            let problem = SitingProblem(
                targetWeights: [1, 1], targetIDs: ["A", "Khuổi Nhầu"], options: [option("m", 3, [0])], goal: goal, mustCover: [1, 1])
            let solution = try SitingSolver().solve(problem)
            #expect(solution.status == .infeasible && solution.reasonCode == .mustCoverUnreachable && solution.reasonTargets == [1])
            #expect(solution.reason?.contains("Khuổi Nhầu") == true)
        }
    }

    @Test func mustCoverCanExceedSitesOrBudget() throws {
        let options = [option("a", 3, [0]), option("b", 3, [1])]
        let sites = try SitingSolver().solve(
            SitingProblem(targetWeights: [1, 1], options: options, goal: .maximizeWithSites(1), mustCover: [0, 1]))
        #expect(sites.status == .infeasible && sites.reasonCode == .mustCoverExceedsSites && sites.reasonTargets == [0, 1])
        let budget = try SitingSolver().solve(
            SitingProblem(targetWeights: [1, 1], options: options, goal: .maximizeWithinBudget(costVND: 5), mustCover: [0, 1]))
        #expect(budget.status == .infeasible && budget.reasonCode == .mustCoverExceedsBudget)
        let single = try SitingSolver().solve(
            SitingProblem(targetWeights: [1, 1], options: options, goal: .maximizeWithinBudget(costVND: 2), mustCover: [1]))
        #expect(single.reasonCode == .mustCoverExceedsBudget && single.reasonTargets == [1])
    }

    @Test func excludingPlacesCanMakeItImpossible() throws {
        let options = [option("a", 3, [0], place: 1), option("b", 3, [1], place: 1)]
        let all = try SitingSolver().solve(SitingProblem(targetWeights: [1, 1], options: options, goal: .coverAll(strict: false)))
        #expect(all.status == .infeasible && all.reasonCode == .placesConflict && all.reasonTargets == [0, 1])
        let must = try SitingSolver().solve(
            SitingProblem(targetWeights: [1, 1], options: options, goal: .maximizeWithSites(2), mustCover: [0, 1]))
        #expect(must.status == .infeasible && must.reasonCode == .placesConflict)
    }

    @Test func zeroBudgetBuysOnlyWhatIsFree() throws {
        let paid = try SitingSolver().solve(
            SitingProblem(targetWeights: [9], options: [option("m", 1, [0])], goal: .maximizeWithinBudget(costVND: 0)))
        #expect(paid.status == .optimal && paid.chosen == [] && paid.objective == 0 && paid.bound == 0)
        let free = try SitingSolver().solve(
            SitingProblem(
                targetWeights: [9, 4], options: [option("m", 1, [0]), option("f", 0, [1])], goal: .maximizeWithinBudget(costVND: 0)))
        #expect(free.status == .optimal && free.chosen == [1] && free.objective == 4 && free.costVND == 0)
    }

    @Test func uselessSitesAreNeverChosen() throws {
        let options = [option("a", 1, [0, 1]), option("b", 0, [1]), option("c", 0, []), option("d", 0, [2])]
        let solution = try SitingSolver().solve(SitingProblem(targetWeights: [5, 5, 0], options: options, goal: .maximizeWithSites(100)))
        #expect(solution.chosen == [0] && solution.objective == 10 && solution.status == .optimal)
    }

    @Test func coverAllServesTargetsOfNoWeight() throws {
        let options = [option("a", 4, [0]), option("b", 2, [1])]
        let solution = try SitingSolver().solve(SitingProblem(targetWeights: [0, 3], options: options, goal: .coverAll(strict: true)))
        #expect(solution.objective == 6 && solution.chosen == [1, 0] && solution.gains == [[1], [0]])
    }

    @Test func anUnlimitedBudgetIsAllowed() throws {
        let solution = try SitingSolver().solve(
            SitingProblem(targetWeights: [5], options: [option("a", 4, [0])], goal: .maximizeWithinBudget(costVND: .max)))
        #expect(solution.status == .optimal && solution.objective == 5)
    }

    @Test func moneyInBillionsStaysExact() throws {
        // 3 × 1,000,000,001 does not fit into 3,000,000,002: one đồng decides.
        let options = (0..<3).map { option("m\($0)", 1_000_000_001, [$0]) }
        let weights: [Int64] = [10, 11, 12]
        let short = try SitingSolver().solve(
            SitingProblem(targetWeights: weights, options: options, goal: .maximizeWithinBudget(costVND: 3_000_000_002)))
        #expect(short.objective == 23 && short.status == .optimal)
        let enough = try SitingSolver().solve(
            SitingProblem(targetWeights: weights, options: options, goal: .maximizeWithinBudget(costVND: 3_000_000_003)))
        #expect(enough.objective == 33 && enough.status == .optimal)
    }

    @Test func rankAndGainsFollowWeightPerCost() throws {
        let options = [option("dear", 10, [0, 1, 2]), option("cheap", 2, [2, 3])]
        let solution = try SitingSolver().solve(
            SitingProblem(targetWeights: [10, 10, 10, 10], options: options, goal: .maximizeWithinBudget(costVND: 12)))
        #expect(solution.chosen == [1, 0])
        #expect(solution.gains == [[2, 3], [0, 1]])
        #expect(
            solution.curve == [
                MarginalStep(option: 1, gainedWeight: 20, cumulativeWeight: 20, cumulativeCostVND: 2),
                MarginalStep(option: 0, gainedWeight: 20, cumulativeWeight: 40, cumulativeCostVND: 12),
            ])
    }

    @Test func aShareOfTheWeightIsCoveredAtLeastCost() throws {
        let options = [option("all", 10, [0, 1, 2]), option("a", 2, [0]), option("b", 3, [1]), option("c", 9, [2])]
        func solve(_ weight: Int64) throws -> SitingSolution {
            try SitingSolver().solve(SitingProblem(targetWeights: [50, 30, 20], options: options, goal: .coverWeight(weight)))
        }
        #expect(try solve(0).objective == 0)
        #expect(try solve(50).objective == 2)
        #expect(try solve(51).objective == 5)
        #expect(try solve(80).chosen.sorted() == [1, 2])
        #expect(try solve(81).objective == 10)
        let beyond = try solve(101)
        #expect(beyond.status == .infeasible && beyond.reasonCode == .targetsUnreachable)
    }
}
