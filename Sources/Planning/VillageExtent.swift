import Geodesy

/// The places of a village that are looked at: its centre, and where its people live around it.
public struct VillageExtent: Hashable, Sendable {
    /// Where the places around the centre come from.
    public enum Origin: String, Hashable, Sendable, Codable {
        /// The rule looks at the centre alone.
        case centre
        /// The project's table of clusters.
        case clusters
        /// Residential areas of a public map.
        case residential
        /// Nothing is known: a ring around the centre is assumed.
        case assumed
    }

    /// Where the places come from.
    public var origin: Origin
    /// The centre first, then the other places; never empty, no place twice.
    public var points: [Coordinate]
    /// Households at each of the points, in their order; nil when nothing is known of them. Where no count is given for a point, it has an equal
    /// part of what the village's own count leaves over.
    public var households: [Double]?
    /// Where the centre might be as well, when its coordinate is known only to the arc-minute; else empty.
    public var roundingSamples: [Coordinate]

    /// Makes an extent from its parts.
    public init(origin: Origin, points: [Coordinate], households: [Double]? = nil, roundingSamples: [Coordinate] = []) {
        self.origin = origin
        self.points = points
        self.households = households
        self.roundingSamples = roundingSamples
    }

    /// The centre alone.
    public init(centre: Coordinate) { self.init(origin: .centre, points: [centre]) }

    /// Distance from the centre to the farthest of all its places, metres.
    public var reachMeters: Double {
        guard let centre = points.first else { return 0 }
        return (points.dropFirst() + roundingSamples).reduce(0) { max($0, Geodesic.distanceMeters(centre, $1)) }
    }

    /// A ring of places around a centre, the first one north of it, then clockwise; empty when the ring is a point.
    ///
    /// - Parameters:
    ///   - points: number of places on the ring.
    ///   - radiusMeters: radius along the ellipsoid.
    public static func ring(around centre: Coordinate, points: Int, radiusMeters: Double) -> [Coordinate] {
        guard points > 0, radiusMeters > 0 else { return [] }
        return (0..<points).map {
            Geodesic.destination(from: centre, azimuthDegrees: 360 * Double($0) / Double(points), distanceMeters: radiusMeters)
        }
    }

    /// Where a centre might be that is rounded to the arc-minute, besides where it is said to be.
    ///
    /// The true place lies within half an arc-minute of it in each direction, anywhere alike. That square is cut into nine equal ones, and the
    /// middles of the eight outer ones are taken: the stated place stands for the inner one. West to east, then south to north.
    public static func roundingSamples(around centre: Coordinate) -> [Coordinate] {
        let third = 1.0 / 180
        var places: [Coordinate] = []
        for row in [-third, 0, third] {
            for column in [-third, 0, third] where row != 0 || column != 0 {
                places.append(Coordinate(longitude: centre.longitude + column, latitude: centre.latitude + row))
            }
        }
        return places
    }
}
