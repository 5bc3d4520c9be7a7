/// A report from inside ``SitingSolver/solve(_:progress:)``.
public struct SitingProgress: Hashable, Sendable {
    /// The step of the pipeline.
    public enum Stage: String, Sendable, CaseIterable {
        /// Merging targets and dropping options.
        case reduce
        /// Looking for a good plan.
        case greedy
        /// Tightening the Lagrangian bound.
        case bound
        /// Splitting into cases.
        case branch
        /// CBC or HiGHS is at work; no further report until it returns.
        case exact
        /// Ranking the plan and recomputing the bound.
        case finish
    }

    /// The step that is running.
    public var stage: Stage
    /// Which part is being solved, from 1.
    public var component: Int
    /// How many independent parts there are.
    public var components: Int

    /// Describes a report.
    public init(stage: Stage, component: Int, components: Int) {
        self.stage = stage
        self.component = component
        self.components = components
    }
}

/// What a progress closure wants to happen next.
public enum SitingDirective: Hashable, Sendable {
    /// Go on.
    case proceed
    /// Return the best plan found so far.
    case stop
}
