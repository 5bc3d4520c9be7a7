import Geodesy
import Geometry

/// Everything that was read for one project, checked: the input of the analysis.
public struct World: Sendable {
    /// The project's area: one item per row of its file, such as a province. Empty when the project names none.
    public var area: [MultiPolygon]
    /// Where the project declares its site list complete; nil when it makes no statement.
    public var sitesCompleteIn: [MultiPolygon]?
    /// The villages, in the order of the input.
    public var villages: [Village]
    /// Centres of villages that are not graded but bound the assumed rings of those that are.
    public var neighbours: [Coordinate] = []
    /// Where the villages' people live, in the order of the input; villages without any have an assumed extent.
    public var clusters: [VillageCluster]
    /// The sites, in the order of the input.
    public var sites: [Site]
    /// The footprints, in the order of the input.
    public var footprints: [Footprint]
    /// The communes, in the order of the input.
    public var communes: [Commune]
    /// Places where a mast could stand, in the order of the input.
    public var candidates: [CandidatePlace]
    /// Road centre lines, WGS 84.
    public var roads: [[Coordinate]]
    /// Where nothing may be built.
    public var forbidden: [MultiPolygon] = []

    /// What was measured and reported in the field.
    public var evidence = FieldEvidence()

    /// Makes a world from its parts.
    public init(
        area: [MultiPolygon] = [], sitesCompleteIn: [MultiPolygon]? = nil, villages: [Village] = [], clusters: [VillageCluster] = [],
        sites: [Site] = [], footprints: [Footprint] = [], communes: [Commune] = [], candidates: [CandidatePlace] = [],
        roads: [[Coordinate]] = []
    ) {
        self.area = area
        self.sitesCompleteIn = sitesCompleteIn
        self.villages = villages
        self.clusters = clusters
        self.sites = sites
        self.footprints = footprints
        self.communes = communes
        self.candidates = candidates
        self.roads = roads
    }
}
