import Foundation
import Siting
import Testing

/// Same input, same bytes; other order, same plan.
@Suite struct DeterminismTests {
    @Test(arguments: RandomInstance.Mode.allCases)
    func shuffledInputGivesTheSamePlan(mode: RandomInstance.Mode) throws {
        for seed in 2000..<2120 {
            let problem = RandomInstance.problem(seed: UInt64(seed), mode: mode)
            var random = SeededGenerator(state: UInt64(seed))
            let shuffled = shuffle(problem, &random)
            let (a, b) = (try SitingSolver().solve(problem), try SitingSolver().solve(shuffled))
            #expect(a.status == b.status && a.objective == b.objective && a.bound == b.bound && a.proof == b.proof, "\(mode) \(seed)")
            #expect(a.chosen.map { problem.options[$0].id } == b.chosen.map { shuffled.options[$0].id }, "\(mode) \(seed)")
            #expect(a.gains.map { Set($0.map { problem.targetIDs[$0] }) } == b.gains.map { Set($0.map { shuffled.targetIDs[$0] }) })
            #expect(a.curve.map { problem.options[$0.option].id } == b.curve.map { shuffled.options[$0.option].id })
            #expect(a.facts == b.facts)
        }
    }

    @Test func sameInputGivesTheSameBytes() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let problems = [
            try PublicInstances.setCovering("scp41.txt"), try PublicInstances.maximalCovering("SJC324", radius: 150, sites: 40),
            RandomInstance.problem(seed: 5, mode: .budget),
        ]
        for problem in problems {
            let first = try encoder.encode(SitingSolver().solve(problem))
            let second = try encoder.encode(SitingSolver().solve(problem))
            #expect(first == second)
        }
    }

    private func shuffle(_ problem: SitingProblem, _ random: inout SeededGenerator) -> SitingProblem {
        let order = Array(problem.targetWeights.indices).shuffled(using: &random)
        var new = [Int](repeating: 0, count: order.count)
        for (position, old) in order.enumerated() { new[old] = position }
        var options = problem.options.shuffled(using: &random)
        for index in options.indices {
            options[index].covers = options[index].covers.map { new[$0] }.shuffled(using: &random)
            options[index].place = options[index].place.map { 100 - $0 }
        }
        return SitingProblem(
            targetWeights: order.map { problem.targetWeights[$0] },
            targetIDs: order.map { problem.targetIDs[$0] },
            options: options,
            goal: problem.goal,
            mustCover: problem.mustCover.map { new[$0] }.shuffled(using: &random)
        )
    }
}
