import Foundation

/// A box along meridians and parallels, edges included.
///
/// A box never wraps: `west <= east`. Longitudes beyond ±180° can arise from ``expanded(byMeters:)`` and mean what they say.
public struct BoundingBox: Hashable, Sendable, Codable {
    /// Western edge, degrees of longitude.
    public var west: Double
    /// Southern edge, degrees of latitude.
    public var south: Double
    /// Eastern edge, degrees of longitude.
    public var east: Double
    /// Northern edge, degrees of latitude.
    public var north: Double

    /// Makes a box from its four edges in degrees.
    @inlinable
    public init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// The smallest box around some places; nil when there are none. O(n).
    @inlinable
    public init?(_ coordinates: some Sequence<Coordinate>) {
        var box: BoundingBox?
        for place in coordinates {
            guard var known = box else {
                box = BoundingBox(west: place.longitude, south: place.latitude, east: place.longitude, north: place.latitude)
                continue
            }
            known.west = min(known.west, place.longitude)
            known.south = min(known.south, place.latitude)
            known.east = max(known.east, place.longitude)
            known.north = max(known.north, place.latitude)
            box = known
        }
        guard let box else { return nil }
        self = box
    }

    /// Whether a place lies in the box or on its edge.
    @inlinable
    public func contains(_ place: Coordinate) -> Bool {
        place.longitude >= west && place.longitude <= east && place.latitude >= south && place.latitude <= north
    }

    /// Whether two boxes share at least one point; touching counts.
    @inlinable
    public func intersects(_ other: BoundingBox) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }

    /// The smallest box that holds both.
    public func union(_ other: BoundingBox) -> BoundingBox {
        BoundingBox(
            west: min(west, other.west), south: min(south, other.south), east: max(east, other.east), north: max(north, other.north))
    }

    /// A box that surely holds every place within a distance of this one; it may hold a little more.
    ///
    /// Longitudes are not wrapped: the result may pass ±180°. A box that reaches a pole spans all longitudes.
    /// - Parameter meters: metres along the ellipsoid, 0 or more.
    public func expanded(byMeters meters: Double) -> BoundingBox {
        // The shortest degree of latitude on WGS 84 is 110,574 m (at the equator), the shortest degree of longitude at latitude φ is
        // more than 111,319 m × cos φ. Both are taken a little shorter still, so that rounding never cuts a place off.
        let latitudeDegrees = meters / 110_500 + 1e-9
        let southern = max(-90, south - latitudeDegrees)
        let northern = min(90, north + latitudeDegrees)
        // Widest at the latitude nearest to a pole of the grown box, which bounds the tangent meridian of the circle as well.
        let cosine = cos(max(abs(southern), abs(northern)) * .pi / 180)
        let longitudeDegrees = meters / (111_200 * cosine) + 1e-9
        guard cosine > 1e-9, longitudeDegrees < 180 else {
            return BoundingBox(west: min(west, -180), south: southern, east: max(east, 180), north: northern)
        }
        return BoundingBox(west: west - longitudeDegrees, south: southern, east: east + longitudeDegrees, north: northern)
    }
}
