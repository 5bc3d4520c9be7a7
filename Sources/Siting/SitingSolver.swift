/// Chooses what to build: the most weight for a budget or a number of sites, or everything for the least money, with a proven bound.
///
/// ```swift
/// let problem = SitingProblem(
///     targetWeights: [120, 80], targetIDs: ["Bản Lìm", "Nà Hang"],
///     options: [SitingOption(id: "mast-1", costVND: 900_000_000, covers: [0, 1])],
///     goal: .maximizeWithSites(1))
/// let solution = try SitingSolver().solve(problem)
/// solution.objective  // 200
/// ```
///
/// Steps: check, drop and merge, split into parts (`coverAll`), lazy greedy, exchanges and kicks, our own Lagrangian bound with fixing by
/// reduced cost and branching, and CBC (or HiGHS, where its library is installed) on the core that this leaves open. Equal input gives equal
/// output on one installation, in any order of options and targets and for any number of threads, unless the time limit strikes.
public struct SitingSolver: Sendable {
    private let limits: SitingLimits

    /// A solver with limits; by default it runs until optimality is proven.
    public init(limits: SitingLimits = SitingLimits()) {
        self.limits = limits
    }

    /// Solves a problem.
    ///
    /// - Parameter progress: called between steps on the same thread; answer `.stop` to get the best plan found so far. Cancelling the
    ///   surrounding task does the same. CBC and HiGHS do not hear it, and nobody waits for them then.
    /// - Returns: a plan, or a solution with status `infeasible` and the reason. Zero options give an empty plan, or `infeasible` where
    ///   something
    ///   must be covered.
    /// - Throws: ``SitingError`` if the input is defective.
    /// - Complexity: linear in the cover sets per bound iteration; exponential at worst in CBC.
    public func solve(_ problem: SitingProblem, progress: ((SitingProgress) -> SitingDirective)? = nil) throws(SitingError)
        -> SitingSolution
    {
        try checkLimits()
        let canonical = try CanonicalProblem(problem)
        var watch = Stopwatch(limits, progress)
        var facts = SolverFacts()
        _ = watch.stopReason(.reduce)
        if !problem.conditions.isEmpty {
            try ConditionCheck.check(problem)
            var solution = try ConditionedPipeline(problem: problem).run(&watch, &facts)
            solution.curve = SolutionBuilder(problem: problem, canonical: canonical).curve
            return solution
        }
        let verdict = try decide(problem.goal, canonical, &watch, &facts)
        _ = watch.stopReason(.finish)
        return SolutionBuilder(problem: problem, canonical: canonical).solution(verdict, facts)
    }

    private func checkLimits() throws(SitingError) {
        if let seconds = limits.timeLimitSeconds, !(seconds >= 0) { throw .invalidLimit(name: "timeLimitSeconds") }
        if let nodes = limits.nodeLimit, nodes < 0 { throw .invalidLimit(name: "nodeLimit") }
        if limits.threads < 1 { throw .invalidLimit(name: "threads") }
        if let iterations = limits.boundIterations, iterations < 0 { throw .invalidLimit(name: "boundIterations") }
    }

    private func decide(
        _ goal: SitingGoal, _ problem: CanonicalProblem, _ watch: inout Stopwatch, _ facts: inout SolverFacts
    ) throws(SitingError) -> Verdict {
        let unreachable = problem.weight.indices.filter { problem.coveredBy.size($0) == 0 }
        let missed = unreachable.filter { problem.isRequired[$0] }
        if !missed.isEmpty { return .infeasible(.mustCoverUnreachable, targets: missed, of: problem) }
        switch goal {
        case .coverAll(strict: true) where !unreachable.isEmpty:
            return .infeasible(.targetsUnreachable, targets: unreachable, of: problem)
        case .coverAll:
            return try CoverAllPipeline(problem: problem).run(&watch, &facts)
        case .coverWeight(let weight):
            return try SharePipeline(problem: problem, wanted: weight).run(&watch, &facts)
        case .maximizeWithSites(let sites):
            let ones = [Int64](repeating: 1, count: problem.costVND.count)
            return try MaximizePipeline(problem: problem, charges: ones, capacity: Int64(sites), shortage: .mustCoverExceedsSites)
                .run(&watch, &facts)
        case .maximizeWithinBudget(let budget):
            return try MaximizePipeline(problem: problem, charges: problem.costVND, capacity: budget, shortage: .mustCoverExceedsBudget)
                .run(&watch, &facts)
        }
    }
}
