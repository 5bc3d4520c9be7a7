/// Where new places come from, and what rules a place out.
public struct CandidateSettings: Hashable, Sendable {
    /// What generates places.
    public enum Source: String, CaseIterable, Hashable, Sendable, Codable {
        /// Dead villages themselves, beside the nearest road.
        case villages
        /// Knolls, ridges and their shoulders around dead villages.
        case highSpots = "high-spots"
        /// Masts that stand already.
        case existingSites = "existing-sites"
    }

    /// What generates places beside the planner's table; empty = that table alone.
    public var sources: Set<Source>
    /// How far from a dead village a high spot may be, metres.
    public var highSpotWithinMeters: Double
    /// High spots kept for one village. Valid: 1…20.
    public var highSpotsPerVillage: Int
    /// How far from a dead village an existing mast is worth an upgrade, metres.
    public var existingSiteWithinMeters: Double
    /// Generated places that are nearer to a better one are left out, metres.
    public var spacingMeters: Double
    /// Steeper ground is left out, degrees; nil = not looked at.
    public var maximumSlopeDegrees: Double?
    /// Places farther from any road are left out, metres; nil = not looked at.
    public var maximumRoadMeters: Double?

    /// The defaults are ours.
    public init(
        sources: Set<Source> = Set(Source.allCases), highSpotWithinMeters: Double = 4000, highSpotsPerVillage: Int = 3,
        existingSiteWithinMeters: Double = 10_000, spacingMeters: Double = 300, maximumSlopeDegrees: Double? = nil,
        maximumRoadMeters: Double? = nil
    ) {
        self.sources = sources
        self.highSpotWithinMeters = highSpotWithinMeters
        self.highSpotsPerVillage = highSpotsPerVillage
        self.existingSiteWithinMeters = existingSiteWithinMeters
        self.spacingMeters = spacingMeters
        self.maximumSlopeDegrees = maximumSlopeDegrees
        self.maximumRoadMeters = maximumRoadMeters
    }
}
