import Siting
import Testing

/// Merging, dominance and parts, seen through the facts.
@Suite struct ReductionTests {
    @Test func twinsAreMergedAndDominatedOptionsDropped() throws {
        let options = [
            SitingOption(id: "small", costVND: 5, covers: [0, 1]), SitingOption(id: "large", costVND: 5, covers: [0, 1, 2]),
            SitingOption(id: "other", costVND: 1, covers: [2]),
        ]
        let solution = try SitingSolver().solve(
            SitingProblem(targetWeights: [1, 2, 3], options: options, goal: .maximizeWithinBudget(costVND: 5)))
        #expect(solution.certificate.dominated == [.init(option: 0, by: 1)])
        #expect(solution.facts.mergedTargets == 2 && solution.facts.keptOptions == 2 && solution.facts.droppedOptions == 1)
        #expect(solution.chosen == [1])
    }

    @Test func aRivalAtThePlaceSavesTheSmaller() throws {
        let options = [
            SitingOption(id: "small", costVND: 5, covers: [0]), SitingOption(id: "large", costVND: 5, covers: [0, 1], place: 1),
            SitingOption(id: "rival", costVND: 5, covers: [2, 3], place: 1),
        ]
        let problem = SitingProblem(targetWeights: [5, 1, 9, 9], options: options, goal: .maximizeWithSites(2))
        let solution = try SitingSolver().solve(problem)
        #expect(solution.certificate.dominated.isEmpty && solution.objective == 23)
    }

    @Test func coverAllSplitsIntoParts() throws {
        let options = (0..<6).map { SitingOption(id: "m\($0)", costVND: 3, covers: [$0], place: $0 < 2 ? 1 : nil) }
        var problem = SitingProblem(targetWeights: [1, 1, 1, 1, 1, 1], options: options, goal: .coverAll(strict: true))
        #expect(try SitingSolver().solve(problem).reasonCode == .placesConflict)
        problem.options[1].place = nil
        let solution = try SitingSolver().solve(problem)
        #expect(solution.facts.components == 6 && solution.facts.componentsClosedByBound == 6 && solution.objective == 18)
    }
}
