import Siting

/// What `cover` found.
struct CoverResult: Encodable {
    var file: String
    var format: CoverFormat
    var targets: Int
    var options: Int
    var status: SitingStatus
    /// Nil when there is no plan.
    var objective: Int64?
    /// Nil when infeasible.
    var bound: Int64?
    var boundSource: String?
    var gap: Double?
    var proof: String?
    var reason: String?
    /// Numbers of the chosen options as the file counts them, ascending.
    var sites: [Int]
    /// By stage, and `total`; wall clock.
    var seconds: [String: Double]
    var processorSeconds: Double
    var peakBytes: Int?
    var search: SolverFacts

    /// Solves an instance, and checks the plan against the instance alone.
    init(file: String, format: CoverFormat, instance: CoverInstance, limits: SitingLimits, timer: StageTimer) throws {
        let solution = try SitingSolver(limits: limits).solve(instance.problem, timer: timer)
        if solution.hasPlan {
            let check = PlanCheck.check(instance.problem, chosen: solution.chosen)
            guard check.isValid else { throw BenchmarkFailure("the plan breaks a rule: \(check.violations[0])") }
        }
        (self.file, self.format) = (file, format)
        targets = instance.problem.targetWeights.count
        options = instance.problem.options.count
        status = solution.status
        objective = solution.hasPlan ? solution.objective : nil
        (proof, reason) = (solution.proof, solution.reason)
        if solution.status != .infeasible { (bound, boundSource, gap) = (solution.bound, solution.boundSource, solution.gap) }
        sites = solution.chosen.map { $0 + instance.firstNumber }.sorted()
        seconds = timer.seconds
        seconds["total"] = timer.total
        processorSeconds = ProcessorTime.seconds()
        peakBytes = PeakMemory.bytes()
        search = solution.facts
    }
}
