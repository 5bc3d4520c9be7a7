/// What a search on one reduced model found.
struct SearchOutcome: Sendable {
    enum Verdict: Hashable, Sendable {
        case provenByBound
        /// Name and version of the solver.
        case provenBySolver(String)
        /// No plan exists; proven by a solver, or by a bound.
        case infeasible
        case open(SitingReason)
    }

    var verdict: Verdict
    /// Options of the model, ascending; `nil` without a plan.
    var chosen: [Int]?
    /// The proof as far as it came, in canonical numbers.
    var tree: BoundTree?
    /// Score of the plan.
    var score: Int64
}
