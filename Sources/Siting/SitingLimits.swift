/// How much work the solver may spend.
///
/// Only the time limit makes a result depend on the machine; the other two are counted, so the same limits give the same plan.
public struct SitingLimits: Hashable, Sendable, Codable {
    /// Elapsed seconds after which the best plan so far is returned; `nil` for no limit. Valid: ≥ 0.
    ///
    /// It is looked at between steps, so building a large model may overshoot it. CBC is left out where its model is too large to be
    /// prepared in the seconds left.
    public var timeLimitSeconds: Double?

    /// Nodes of CBC's search tree per sub-problem; `nil` for no limit, 0 to leave CBC out altogether. Valid: ≥ 0.
    public var nodeLimit: Int?

    /// Subgradient iterations per sub-problem; `nil` lets the size decide. Valid: ≥ 0.
    public var boundIterations: Int?

    /// Describes limits; without arguments the solver runs until optimality is proven.
    public init(timeLimitSeconds: Double? = nil, nodeLimit: Int? = nil, boundIterations: Int? = nil) {
        self.timeLimitSeconds = timeLimitSeconds
        self.nodeLimit = nodeLimit
        self.boundIterations = boundIterations
    }
}
