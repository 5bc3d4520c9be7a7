import Siting
import Testing

/// Limits stop the search with a plan and the right name for why.
@Suite struct LimitTests {
    private func hardProblem() throws -> SitingProblem {
        try PublicInstances.maximalCovering("SJC324", radius: 150, sites: 40)
    }

    @Test func noTimeStillGivesAPlanAndABound() throws {
        let problem = try hardProblem()
        let solution = try SitingSolver(limits: SitingLimits(timeLimitSeconds: 0)).solve(problem)
        #expect(solution.status == .timeLimit && solution.reasonCode == .stoppedByTimeLimit && solution.proof == nil)
        #expect(solution.hasPlan && solution.objective > 9000)
        try expectSound(solution, problem, "no time")
    }

    @Test func enoughTimeIsNotATimeLimit() throws {
        let problem = SitingProblem(
            targetWeights: [1], options: [SitingOption(id: "a", costVND: 1, covers: [0])], goal: .maximizeWithSites(1))
        #expect(try SitingSolver(limits: SitingLimits(timeLimitSeconds: 0)).solve(problem).status == .optimal)
    }

    @Test func withoutNodesTheGapIsStated() throws {
        let problem = try hardProblem()
        let solution = try SitingSolver(limits: SitingLimits(nodeLimit: 0)).solve(problem)
        #expect(solution.status == .feasible && solution.reasonCode == .stoppedByNodeLimit && solution.facts.cbcCalls == 0)
        #expect(solution.gap > 0 && solution.gap < 0.02)
        try expectSound(solution, problem, "no nodes")
    }

    @Test func theCallerMayStop() throws {
        let problem = try hardProblem()
        var stages: [SitingProgress.Stage] = []
        let solution = try SitingSolver().solve(problem) {
            stages.append($0.stage)
            return $0.stage == .bound ? .stop : .proceed
        }
        #expect(stages == [.reduce, .greedy, .bound])
        #expect(solution.status == .feasible && solution.reasonCode == .stoppedByCaller && solution.hasPlan)
        try expectSound(solution, problem, "stopped")
    }

    @Test func cancellationStopsToo() async throws {
        let problem = try hardProblem()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try SitingSolver().solve(problem)
        }
        task.cancel()
        let solution = try await task.value
        #expect(solution.reasonCode == .stoppedByCaller && solution.hasPlan)
    }
}
