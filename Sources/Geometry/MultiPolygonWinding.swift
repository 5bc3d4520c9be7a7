import Geodesy

extension MultiPolygon {
    /// The same area with outer rings counter-clockwise and holes clockwise, as RFC 7946 (section 3.1.6) wants. O(vertices).
    public func rightHanded() -> MultiPolygon {
        MultiPolygon(
            polygons.map { part in
                Polygon(
                    exterior: Self.oriented(part.exterior, counterClockwise: true),
                    holes: part.holes.map { Self.oriented($0, counterClockwise: false) })
            })
    }

    private static func oriented(_ ring: [Coordinate], counterClockwise: Bool) -> [Coordinate] {
        (doubledPlaneArea(ring) < 0) == counterClockwise ? ring.reversed() : ring
    }

    /// Twice the signed area in square degrees, positive counter-clockwise; measured from the first place so that digits are not lost.
    static func doubledPlaneArea(_ ring: [Coordinate]) -> Double {
        guard let origin = ring.first else { return 0 }
        var sum = 0.0
        for (a, b) in zip(ring, ring.dropFirst()) {
            sum += (a.longitude - origin.longitude) * (b.latitude - origin.latitude)
            sum -= (b.longitude - origin.longitude) * (a.latitude - origin.latitude)
        }
        return sum
    }
}
