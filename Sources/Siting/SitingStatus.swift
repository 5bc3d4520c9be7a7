/// How far the solver came.
public enum SitingStatus: String, Codable, Sendable, CaseIterable {
    /// The plan is proven best; ``SitingSolution/proof`` says by whom.
    case optimal
    /// The plan keeps every constraint, but nobody has proven that it is best.
    case feasible
    /// No plan can keep every constraint; ``SitingSolution/reason`` says which.
    case infeasible
    /// The time limit or the caller stopped the search; the plan is the best one found, or empty if ``SitingSolution/hasPlan`` is false.
    ///
    /// The only status under which the same input may give another plan next time.
    case timeLimit
}
