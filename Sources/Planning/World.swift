import Geodesy
import Geometry

/// Everything that was read for one project, checked: the input of the analysis.
public struct World: Sendable {
    /// One area of a polygon file, such as a province.
    public var area: [MultiPolygon]
    /// Where the project declares its site list complete; nil when it makes no statement.
    public var sitesCompleteIn: [MultiPolygon]?
    public var villages: [Village]
    public var sites: [Site]
    public var footprints: [Footprint]
    public var communes: [Commune]
    public var candidates: [CandidatePlace]
    /// Road centre lines, WGS 84.
    public var roads: [[Coordinate]]

    public init(
        area: [MultiPolygon] = [], sitesCompleteIn: [MultiPolygon]? = nil, villages: [Village] = [], sites: [Site] = [],
        footprints: [Footprint] = [], communes: [Commune] = [], candidates: [CandidatePlace] = [], roads: [[Coordinate]] = []
    ) {
        self.area = area
        self.sitesCompleteIn = sitesCompleteIn
        self.villages = villages
        self.sites = sites
        self.footprints = footprints
        self.communes = communes
        self.candidates = candidates
        self.roads = roads
    }
}
