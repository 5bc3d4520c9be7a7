import Testing

@testable import Siting

@Suite struct PlanAnswersTests {
    private func problem(_ goal: SitingGoal) -> SitingProblem {
        SitingProblem(
            targetWeights: [100, 60, 40, 30, 5],
            options: [
                SitingOption(id: "a", costVND: 10, covers: [0, 1], place: 1), SitingOption(id: "b", costVND: 8, covers: [1, 2]),
                SitingOption(id: "c", costVND: 12, covers: [0, 1]), SitingOption(id: "d", costVND: 9, covers: [3]),
                SitingOption(id: "e", costVND: 3, covers: []), SitingOption(id: "f", costVND: 20, covers: [0, 1, 2], place: 1),
                SitingOption(id: "g", costVND: 9, covers: [0, 2]),
            ], goal: goal)
    }

    @Test func eachSiteSaysWhatItAloneBrings() {
        let answers = PlanAnswers(problem(.maximizeWithinBudget(costVND: 20)), plan: [0, 1])
        #expect(answers.chosen.map(\.marginalWeight) == [160, 40])
        #expect(answers.chosen.map(\.exclusiveWeight) == [100, 40])
        #expect(answers.chosen.map(\.exclusiveTargets) == [[0], [2]])
    }

    @Test func everyOtherOptionSaysWhyItIsNotBuilt() {
        let answers = PlanAnswers(problem(.maximizeWithinBudget(costVND: 20)), plan: [0, 1])
        #expect(answers.rejected.map(\.option) == [2, 3, 4, 5, 6])
        #expect(answers.rejected.map(\.why) == [.dominated, .overBudget, .coversNothing, .placeTaken, .alreadyCovered])
        #expect(answers.rejected.map(\.by) == [[0], [], [], [0], [0, 1]])
        #expect(answers.rejected[1].newWeight == 30 && answers.rejected[1].shortVND == 7)
        let bySites = PlanAnswers(problem(.maximizeWithSites(2)), plan: [0, 1])
        #expect(bySites.rejected[1].why == .noSiteLeft)
        #expect(PlanAnswers(problem(.coverWeight(150)), plan: [0]).rejected.first { $0.option == 3 }?.why == .notNeeded)
        #expect(PlanAnswers(problem(.maximizeWithinBudget(costVND: 90)), plan: [0, 1]).rejected[1].why == .searchStopped)
    }

    @Test func everyTargetSaysHowItIsOrCouldBeHad() {
        let answers = PlanAnswers(problem(.maximizeWithinBudget(costVND: 20)), plan: [0, 1])
        #expect(answers.targets.map(\.coveredBy) == [[0], [0, 1], [1], [], []])
        #expect(answers.targets.map(\.cheapestOption) == [6, 1, 1, 3, nil])
        #expect(answers.targets.map(\.cheapestCostVND) == [9, 8, 8, 9, nil])
    }

    /// Taking a site away loses its exclusive weight, no more and no less; marginal weights add up to the plan's.
    @Test(arguments: 0..<40)
    func exclusiveWeightIsWhatIsLost(seed: Int) throws {
        var random = SplitMix(state: UInt64(seed) &* 7919 &+ 3)
        let weights = (0..<12).map { _ in Int64(random.next() % 50) }
        let options = (0..<10).map { number in
            SitingOption(
                id: "o\(number)", costVND: Int64(1 + random.next() % 20), covers: (0..<12).filter { _ in random.next() % 4 == 0 })
        }
        let problem = SitingProblem(targetWeights: weights, options: options, goal: .maximizeWithinBudget(costVND: 40))
        let solution = try SitingSolver().solve(problem)
        let answers = PlanAnswers(problem, plan: solution.chosen)
        #expect(answers.chosen.reduce(0) { $0 + $1.marginalWeight } == solution.objective)
        for answer in answers.chosen {
            let without = PlanCheck.check(problem, chosen: solution.chosen.filter { $0 != answer.option }).coveredWeight
            #expect(solution.objective - without == answer.exclusiveWeight)
            #expect(answer.exclusiveWeight <= answer.marginalWeight)
        }
        #expect(answers.chosen.count + answers.rejected.count == options.count)
        // An optimal plan leaves nothing that it could pay for.
        if solution.status == .optimal { #expect(answers.rejected.allSatisfy { $0.why != .searchStopped }) }
        let price = try #require(BudgetPrice(solution.certificate, problem))
        #expect(price.weightPerBillionVND >= 0)
        #expect(BudgetPrice(solution.certificate, SitingProblem(targetWeights: [], options: [], goal: .maximizeWithSites(1))) == nil)
    }
}
