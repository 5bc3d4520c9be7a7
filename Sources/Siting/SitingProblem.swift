/// A siting problem: targets with weights, options with costs and cover sets, a goal, and the targets that must be covered.
///
/// Existing coverage is expressed by leaving covered targets out.
public struct SitingProblem: Hashable, Sendable, Codable {
    /// Weight of each target, for example its households. Valid: ≥ 0, sum at most 2⁵³.
    public var targetWeights: [Int64]

    /// Unique name of each target, as many as there are weights.
    public var targetIDs: [String]

    /// What may be built. The costs must add up to at most 2⁵³ đồng.
    public var options: [SitingOption]

    /// What the plan is to reach.
    public var goal: SitingGoal

    /// Indices of targets that every plan must cover; repeated indices count once.
    public var mustCover: [Int]

    /// What else a plan has to keep; empty by default.
    public var conditions: SitingConditions

    /// Describes a problem. Nothing is checked here: ``SitingSolver/solve(_:progress:)`` reports what is wrong.
    ///
    /// - Parameter targetIDs: names of the targets; `nil` names them by their index.
    public init(
        targetWeights: [Int64],
        targetIDs: [String]? = nil,
        options: [SitingOption],
        goal: SitingGoal,
        mustCover: [Int] = [],
        conditions: SitingConditions = SitingConditions()
    ) {
        self.targetWeights = targetWeights
        self.targetIDs = targetIDs ?? targetWeights.indices.map(String.init)
        self.options = options
        self.goal = goal
        self.mustCover = mustCover
        self.conditions = conditions
    }
}
