/// What the plan is to reach.
public enum SitingGoal: Hashable, Sendable, Codable {
    /// Cover the most weight with at most this many options (≥ 0), whatever they cost.
    case maximizeWithSites(Int)

    /// Cover the most weight while the costs of the chosen options stay within this sum in đồng (≥ 0).
    case maximizeWithinBudget(costVND: Int64)

    /// Cover every target that some option reaches, those of weight 0 included, for the least money.
    ///
    /// With `strict`, a target that no option reaches makes the problem infeasible; otherwise it is listed in
    /// ``SitingSolution/unreachableTargets``.
    case coverAll(strict: Bool)

    /// Cover at least this much weight (≥ 0), and every must-cover target, for the least money. The share α of all weight W is α·W, rounded up.
    case coverWeight(Int64)
}
