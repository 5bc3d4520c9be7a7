import Planning

/// What the planner decides about new sites before any place is chosen.
public struct PlanSettings: Hashable, Sendable {
    /// Who builds; nil = not assigned yet: every operator may see the proposal.
    public var `operator`: Operator?
    /// Technologies of a new site, ascending, never empty.
    public var technologies: [Technology]
    /// Carrier bands of a new site in MHz.
    public var bandsMHz: [Double]
    /// Mast height where the candidate states none, metres.
    public var mastHeightMeters: Double
    /// Mast heights among which the plan chooses where the candidate states none, metres, ascending; empty = ``mastHeightMeters`` alone.
    public var mastHeightChoicesMeters: [Double] = []
    /// Sector azimuths of a new site in degrees.
    public var azimuthsDegrees: [Double]
    /// Whether the sectors of each site are turned to the villages it is to serve; as many as ``azimuthsDegrees``.
    public var turnsSectors = false
    /// How far a generated place may move to stand beside a road, metres.
    public var roadWithinMeters: Double
    /// Ids of villages that the plan must cover.
    public var mustCover: [String]
    /// Which dead zones the plan is about, by their electricity; nil = all. The others wait: nothing is built for them, and what reaches them all the
    /// same is told.
    public var targetElectricity: Set<Electricity>?
    /// Least shares of households that must be covered in the end.
    public var minimumShares: [MinimumShare] = []
    /// Those among whom the plan assigns new sites, in the order of the project; empty = ``operator`` builds all.
    public var operators: [Operator] = []
    /// What each operator may spend, in VND.
    public var operatorBudgets: [Operator: Int64] = [:]
    /// What generates places; nil = the candidate table, or dead villages where there is none.
    public var candidates: CandidateSettings?
    /// How sites are joined to the network; nil = each by its own straight line to the nearest site.
    public var backhaul: BackhaulSettings?
    /// What things cost.
    public var costs: CostTable

    /// Describes settings. What is no argument here has the default of its property.
    public init(
        operator: Operator? = nil, technologies: [Technology] = [.lte4G], bandsMHz: [Double] = [700],
        mastHeightMeters: Double = 45, azimuthsDegrees: [Double] = [0, 120, 240], roadWithinMeters: Double = 2000,
        mustCover: [String] = [], costs: CostTable = .standard
    ) {
        self.operator = `operator`
        self.technologies = technologies
        self.bandsMHz = bandsMHz
        self.mastHeightMeters = mastHeightMeters
        self.azimuthsDegrees = azimuthsDegrees
        self.roadWithinMeters = roadWithinMeters
        self.mustCover = mustCover
        self.costs = costs
    }

    /// Whether the plan is about a village, should it have no signal.
    public func aims(at village: Village) -> Bool { targetElectricity?.contains(village.electricity) ?? true }

    /// What a village counts for when sectors are turned.
    public func turningWeight(of village: Village) -> Double { aims(at: village) ? Double(village.targetWeight) : 0 }

    /// The mast heights among which the plan chooses, ascending, never empty.
    public var heightsMeters: [Double] { mastHeightChoicesMeters.isEmpty ? [mastHeightMeters] : mastHeightChoicesMeters }
}
