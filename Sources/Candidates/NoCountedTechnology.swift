import Planning

/// No technology of the new sites counts by the rule on the day of the plan, so no site could close any village.
public struct NoCountedTechnology: Error, Hashable, Sendable, CustomStringConvertible {
    /// The technologies that the project wants to build.
    public var technologies: [Technology]
    /// The rule by which they do not count.
    public var ruleID: String
    /// The day of the plan.
    public var asOf: CalendarDate

    /// Names the technologies, the rule and the day.
    public init(technologies: [Technology], ruleID: String, asOf: CalendarDate) {
        self.technologies = technologies
        self.ruleID = ruleID
        self.asOf = asOf
    }

    /// One line: the setting, what is wrong with it, the remedy.
    public var description: String {
        let named = technologies.map(\.rawValue).joined(separator: ", ")
        return
            "plan.technologies: none of \(named) counts with a range by rule \(ruleID) on \(asOf); add one that counts, or choose another rule"
    }
}
