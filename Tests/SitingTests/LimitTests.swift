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

    @Test(arguments: [SitingGoal.coverAll(strict: false), .maximizeWithSites(150)])
    func aLargeModelKeepsTheTimeLimit(goal: SitingGoal) throws {
        // 16,000 options of 12 targets each on a ring of 8,000, at changing prices: far from closed by the bound.
        var random = SeededGenerator(state: 7)
        let targets = 8_000
        let options = (0..<16_000).map { number in
            SitingOption(
                id: "o\(number)", costVND: Int64.random(in: 500...1500, using: &random) * 1_000_003,
                covers: (0..<12).map { _ in (number / 2 + Int.random(in: 0..<60, using: &random)) % targets })
        }
        let problem = SitingProblem(
            targetWeights: (0..<targets).map { _ in Int64.random(in: 1...100, using: &random) },
            targetIDs: (0..<targets).map { "t\($0)" }, options: options, goal: goal)
        let clock = ContinuousClock()
        let start = clock.now
        let solution = try SitingSolver(limits: SitingLimits(timeLimitSeconds: 2)).solve(problem)
        let spent = clock.now - start
        #expect(spent < .seconds(8), "\(spent)")
        #expect(solution.status == .timeLimit && solution.hasPlan)
    }

    @Test func theCallerMayStop() throws {
        let problem = try hardProblem()
        var stages: [SitingProgress.Stage] = []
        let solution = try SitingSolver().solve(problem) {
            stages.append($0.stage)
            return $0.stage == .bound ? .stop : .proceed
        }
        #expect(stages == [.reduce, .greedy, .bound])
        // As with the clock: another moment of stopping would give other bytes.
        #expect(solution.status == .timeLimit && solution.reasonCode == .stoppedByCaller && solution.hasPlan)
        try expectSound(solution, problem, "stopped")
    }

    @Test func aStopBeforeAnyPlanIsNoPlan() throws {
        // Greedy takes x, then c and d for what is left: 28. Only a search finds a and b: 20.
        let problem = SitingProblem(
            targetWeights: [1, 1, 1, 1, 1, 1],
            options: [
                SitingOption(id: "a", costVND: 10, covers: [0, 1, 2]), SitingOption(id: "b", costVND: 10, covers: [3, 4, 5]),
                SitingOption(id: "c", costVND: 9, covers: [2]), SitingOption(id: "d", costVND: 9, covers: [5]),
                SitingOption(id: "e", costVND: 9, covers: [0]), SitingOption(id: "f", costVND: 9, covers: [3]),
                SitingOption(id: "x", costVND: 10, covers: [0, 1, 3, 4]),
            ], goal: .maximizeWithinBudget(costVND: 20), mustCover: [0, 1, 2, 3, 4, 5])
        #expect(try SitingSolver().solve(problem).status == .optimal)
        let solution = try SitingSolver().solve(problem) { $0.stage == .reduce ? .proceed : .stop }
        #expect(solution.status == .timeLimit && solution.reasonCode == .stoppedByCaller)
        #expect(!solution.hasPlan && solution.chosen.isEmpty && solution.gap == 1)
    }

    @Test func theGapOfACoverWithoutABoundIsOne() throws {
        var problem = try hardProblem()
        problem.goal = .coverAll(strict: false)
        for option in problem.options.indices { problem.options[option].costVND = 1_000_000_000 + Int64(option) * 1_000_003 }
        let solution = try SitingSolver(limits: SitingLimits(timeLimitSeconds: 0)).solve(problem)
        #expect(solution.status == .timeLimit && solution.hasPlan && solution.bound == 0 && solution.boundSource == "trivial")
        #expect(solution.gap == 1)
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
