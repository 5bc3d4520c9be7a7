import Siting
import Testing

/// The naive check sees every broken constraint.
@Suite struct PlanCheckTests {
    private let options = [
        SitingOption(id: "a", costVND: 3, covers: [0, 0, 1], place: 7), SitingOption(id: "b", costVND: 4, covers: [1, 2], place: 7),
        SitingOption(id: "c", costVND: 5, covers: [9]),
    ]

    private func check(_ chosen: [Int], _ goal: SitingGoal, must: [Int] = []) -> PlanCheck {
        PlanCheck.check(
            SitingProblem(
                targetWeights: [10, 20, 30, 40], targetIDs: ["A", "B", "C", "D"], options: options, goal: goal, mustCover: must),
            chosen: chosen)
    }

    @Test func countsEachTargetOnce() {
        let result = check([0], .maximizeWithSites(1))
        #expect(result.isValid && result.coveredWeight == 30 && result.costVND == 3 && result.coveredTargets == [0, 1])
    }

    @Test func seesEveryViolation() {
        #expect(check([5, -1], .maximizeWithSites(2)).violations == [.unknownOption(5), .unknownOption(-1)])
        #expect(check([0, 0], .maximizeWithSites(2)).violations == [.chosenTwice(optionID: "a")])
        #expect(check([0, 1], .maximizeWithSites(2)).violations == [.samePlace(optionID: "b", otherID: "a")])
        #expect(check([2], .maximizeWithSites(2)).violations == [.targetOutOfRange(optionID: "c", target: 9)])
        #expect(check([0], .maximizeWithSites(0)).violations == [.tooManySites(chosen: 1, allowed: 0)])
        #expect(check([0], .maximizeWithinBudget(costVND: 2)).violations == [.overBudget(costVND: 3, budgetVND: 2)])
        #expect(check([0], .maximizeWithSites(1), must: [2]).violations == [.mustCoverMissed(targetID: "C")])
        #expect(check([0], .coverAll(strict: true)).violations == [.reachableMissed(targetID: "C"), .unreachable(targetID: "D")])
        #expect(check([0], .coverAll(strict: false)).violations == [.reachableMissed(targetID: "C")])
        #expect(check([0], .coverWeight(31)).violations == [.tooLittleWeight(covered: 30, wanted: 31)])
        #expect(check([0], .coverWeight(30)).isValid)
        #expect(check([1], .coverAll(strict: false)).violations.first?.description.contains("'A'") == true)
    }
}
