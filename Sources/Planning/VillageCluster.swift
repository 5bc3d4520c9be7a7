import Geodesy

/// A part of a village where people live: a hamlet, a row of houses, a residential area.
public struct VillageCluster: Hashable, Sendable {
    /// Who says that people live there.
    public enum Origin: String, Hashable, Sendable, Codable {
        /// The project's own table of clusters.
        case stated
        /// A residential area of a public map, such as OpenStreetMap.
        case residential
    }

    /// Position of its village in `World.villages`.
    public var village: Int
    /// Where it is, WGS 84: the point given, or a place inside the polygon given.
    public var place: Coordinate
    /// Households that live there, at least 0; nil when not known.
    public var households: Int?
    /// Where it comes from.
    public var origin: Origin

    /// Makes a cluster.
    public init(village: Int, place: Coordinate, households: Int? = nil, origin: Origin = .stated) {
        self.village = village
        self.place = place
        self.households = households
        self.origin = origin
    }
}
