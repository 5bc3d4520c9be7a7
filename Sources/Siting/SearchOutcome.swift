/// What a search on one reduced model found.
struct SearchOutcome: Sendable {
    enum Verdict: Hashable, Sendable {
        case provenByBound
        case provenByCbc
        /// No plan exists; proven by CBC, or by a bound.
        case infeasible
        case open(SitingReason)
    }

    var verdict: Verdict
    /// Options of the model, ascending; `nil` without a plan.
    var chosen: [Int]?
    /// One fixed-point multiplier per merged target.
    var multipliers: [Int64]
}
