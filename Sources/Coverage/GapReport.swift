import Planning

/// The verdicts on all villages of a world, in the order of `World.villages`.
public struct GapReport: Sendable {
    /// The rule by which the villages are graded.
    public var rule: CoverageRule
    /// The day of the analysis, on which technologies must still count.
    public var asOf: CalendarDate
    /// One for each village, in the order of `World.villages`.
    public var verdicts: [VillageVerdict]
    /// The range discs that stood in for footprints.
    public var discs: [RangeDisc]

    /// Describes a report.
    public init(rule: CoverageRule, asOf: CalendarDate, verdicts: [VillageVerdict], discs: [RangeDisc]) {
        self.rule = rule
        self.asOf = asOf
        self.verdicts = verdicts
        self.discs = discs
    }

    /// Positions of the villages that are uncovered or partly covered.
    public var deadZones: [Int] { verdicts.filter(\.grade.isDeadZone).map(\.village) }
}
