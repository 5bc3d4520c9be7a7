import Ingest
import Planning

/// What a scenario file adds to the project that it stands on.
public struct Scenario: Hashable, Sendable {
    /// A change with its name, and what it does.
    public struct Change: Hashable, Sendable {
        /// What people call it, such as "masts of 60 m".
        public var name: String
        /// The scenario file that it stands in, as it was named.
        public var file: String
        /// The values that it sets, with those in their place before.
        public var settings: [SettingChange]
    }

    /// A file that the scenario is made of.
    public struct Source: Hashable, Sendable {
        /// Where the file is.
        public var path: String
        /// The file as it was named.
        public var displayName: String
    }

    /// What people call the scenario.
    public var name: String
    /// What it is for; empty when not stated.
    public var note: String
    /// The project, and the scenario in between where there is one; the scenario's own file last.
    public var sources: [Source]
    /// Of the scenario in between first.
    public var changes: [Change]
    /// Nil where neither scenario states one.
    public var goal: PlanGoal?

    /// Path of the project that all stands on.
    public var projectPath: String { sources.first?.path ?? "" }
}
