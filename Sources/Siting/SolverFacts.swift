/// Sizes and counts of one solve. No clock times: the same input gives the same facts.
public struct SolverFacts: Hashable, Sendable, Codable {
    /// Targets left after merging those that exactly the same options cover.
    public var mergedTargets: Int = 0
    /// Options left after the reductions.
    public var keptOptions: Int = 0
    /// Options left out: dominated, useless, or dearer than the whole budget.
    public var droppedOptions: Int = 0
    /// Independent parts that were solved one by one.
    public var components: Int = 0
    /// Parts that our own bound closed.
    public var componentsClosedByBound: Int = 0
    /// Subgradient iterations over all parts.
    public var boundIterations: Int = 0
    /// Cases that our own search looked at.
    public var ownNodes: Int = 0
    /// Calls of CBC or HiGHS.
    public var cbcCalls: Int = 0
    /// Nodes of CBC's search trees.
    public var cbcNodes: Int = 0
    /// Rows of the models given to CBC.
    public var cbcRows: Int = 0
    /// Columns of the models given to CBC.
    public var cbcColumns: Int = 0

    /// Facts of a solve that has not begun.
    public init() {}
}
