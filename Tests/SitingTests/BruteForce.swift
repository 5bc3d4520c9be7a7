import Siting

/// The optimum by trying every subset, through `PlanCheck` alone; `nil` when no subset is a valid plan.
enum BruteForce {
    static func optimum(_ problem: SitingProblem) -> Int64? {
        var best: Int64?
        for mask in 0..<(1 << problem.options.count) {
            let chosen = problem.options.indices.filter { mask >> $0 & 1 == 1 }
            let check = PlanCheck.check(problem, chosen: chosen)
            guard check.isValid else { continue }
            switch problem.goal {
            case .coverAll, .coverWeight: best = min(best ?? .max, check.costVND)
            case .maximizeWithSites, .maximizeWithinBudget: best = max(best ?? .min, check.coveredWeight)
            }
        }
        return best
    }
}
