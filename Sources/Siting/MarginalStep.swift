/// One step of the greedy marginal curve: what the next best option adds.
public struct MarginalStep: Hashable, Sendable, Codable {
    /// Index into ``SitingProblem/options``.
    public var option: Int
    /// Weight that this step adds to everything before it. Always > 0.
    public var gainedWeight: Int64
    /// Weight covered after this step.
    public var cumulativeWeight: Int64
    /// Cost of all steps so far, in đồng.
    public var cumulativeCostVND: Int64

    /// Describes a step.
    public init(option: Int, gainedWeight: Int64, cumulativeWeight: Int64, cumulativeCostVND: Int64) {
        self.option = option
        self.gainedWeight = gainedWeight
        self.cumulativeWeight = cumulativeWeight
        self.cumulativeCostVND = cumulativeCostVND
    }
}
