/// How much work the solver may spend.
///
/// Only the time limit makes a result depend on the machine; the other two are counted, so the same limits give the same plan.
public struct SitingLimits: Hashable, Sendable, Codable {
    /// Elapsed seconds after which the best plan so far is returned; `nil` for no limit. Valid: ≥ 0.
    ///
    /// It is looked at between steps, so building a large model may overshoot it. CBC is left out where its model is too large to be
    /// prepared in the seconds left.
    public var timeLimitSeconds: Double?

    /// Nodes of a search tree per sub-problem, for our own search and for CBC; `nil` for no limit beyond our own, 0 for bounds alone. Valid: ≥ 0.
    public var nodeLimit: Int?

    /// Subgradient iterations per sub-problem; `nil` lets the size decide. Valid: ≥ 0.
    public var boundIterations: Int?

    /// Threads for the sums behind the bound of large problems; the solution is the same for any number. Valid: ≥ 1.
    public var threads: Int

    /// Describes limits; without arguments the solver runs until optimality is proven.
    public init(timeLimitSeconds: Double? = nil, nodeLimit: Int? = nil, boundIterations: Int? = nil, threads: Int = 1) {
        self.timeLimitSeconds = timeLimitSeconds
        self.nodeLimit = nodeLimit
        self.boundIterations = boundIterations
        self.threads = threads
    }
}
