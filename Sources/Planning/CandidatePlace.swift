import Geodesy

/// Where the electricity of a proposed site comes from.
public enum PowerSource: String, Hashable, Sendable, Codable {
    /// A line from the grid.
    case grid
    /// A solar power system of its own.
    case solar
}

/// A place where a mast could stand, as given by the planner or generated.
public struct CandidatePlace: Hashable, Sendable {
    /// Stable key, unique in a project.
    public var id: String
    /// Name for people, may be empty.
    public var name: String
    /// Where the mast would stand, WGS 84.
    public var place: Coordinate
    /// Mast height in metres; nil leaves the choice to the project's default.
    public var mastHeightMeters: Double?
    /// Nil when the input does not say: then the nearest target village decides.
    public var power: PowerSource?
    /// Cost in VND as stated by the planner; nil when it is to be computed from the cost table.
    public var statedCostVND: Int64?
    /// The village for whose sake the place was proposed, empty when none.
    public var nearVillageID: String
    /// Distance to the nearest road in metres; nil when no road is known within reach.
    public var distanceToRoadMeters: Double?
    /// True when the place was made up for a sample.
    public var isSynthetic: Bool
    /// Position in `World.sites` of the mast that stands here already; nil for open ground.
    public var existingSite: Int?

    /// Makes a place from its parts.
    public init(
        id: String, name: String = "", place: Coordinate, mastHeightMeters: Double? = nil, power: PowerSource? = nil,
        statedCostVND: Int64? = nil, nearVillageID: String = "", distanceToRoadMeters: Double? = nil, isSynthetic: Bool = false
    ) {
        self.id = id
        self.name = name
        self.place = place
        self.mastHeightMeters = mastHeightMeters
        self.power = power
        self.statedCostVND = statedCostVND
        self.nearVillageID = nearVillageID
        self.distanceToRoadMeters = distanceToRoadMeters
        self.isSynthetic = isSynthetic
    }
}
