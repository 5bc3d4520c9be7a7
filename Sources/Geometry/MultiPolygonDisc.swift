import Geodesy

extension MultiPolygon {
    /// The area within a distance of a place, as a regular polygon whose vertices lie on the geodesic circle.
    ///
    /// The polygon lies inside the circle: with n vertices its edges come within cos(π/n) of the radius (0.995 for 32).
    /// - Parameters:
    ///   - radiusMeters: metres along the ellipsoid, more than 0; anything else gives an empty area.
    ///   - vertices: number of vertices, at least 3 (fewer count as 3).
    public static func disc(center: Coordinate, radiusMeters: Double, vertices: Int = 64) -> MultiPolygon {
        guard radiusMeters > 0, radiusMeters.isFinite, center.isValid else { return MultiPolygon([]) }
        let count = max(3, vertices)
        // From north against the clock, which is the right-hand rule of RFC 7946.
        let ring = (0..<count).map { index in
            Geodesic.destination(from: center, azimuthDegrees: -360 * Double(index) / Double(count), distanceMeters: radiusMeters)
        }
        return MultiPolygon(exterior: ring)
    }
}
