import Geodesy

/// One area: an outer ring and the holes in it.
///
/// Rings are closed (first place equal to the last). Nothing else is promised: use ``MultiPolygon/validityDefect()`` on input.
public struct Polygon: Hashable, Sendable {
    /// The outer ring, closed.
    public var exterior: [Coordinate]
    /// The holes, each closed.
    public var holes: [[Coordinate]]

    /// Makes a polygon; a ring that is not closed gets its first place appended.
    public init(exterior: [Coordinate], holes: [[Coordinate]] = []) {
        self.exterior = Self.closed(exterior)
        self.holes = holes.map(Self.closed)
    }

    /// The outer ring, then the holes.
    public var rings: [[Coordinate]] { [exterior] + holes }

    private static func closed(_ ring: [Coordinate]) -> [Coordinate] {
        guard let first = ring.first, first != ring.last else { return ring }
        return ring + [first]
    }
}
