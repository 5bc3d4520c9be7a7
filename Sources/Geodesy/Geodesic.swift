import CPROJ

/// Shortest paths on the WGS 84 ellipsoid, by Karney's series, accurate to about 15 nanometres.
///
/// Pure functions: safe from any number of threads, about a microsecond each. Coordinates that are not finite give NaN.
///
/// Source: C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013), as shipped in PROJ.
public enum Geodesic {
    /// What the inverse problem says about a pair of places.
    public struct Inverse: Hashable, Sendable {
        /// Length of the shortest path in metres.
        public let distanceMeters: Double
        /// Direction of the path at its start, degrees clockwise from north, 0 up to 360.
        public let azimuthDegrees: Double
        /// Direction from the end back to the start, degrees clockwise from north, 0 up to 360.
        public let backAzimuthDegrees: Double
    }

    /// Distance between two places in metres along the ellipsoid.
    public static func distanceMeters(_ a: Coordinate, _ b: Coordinate) -> Double {
        var distance = Double.nan
        geod_inverse(ellipsoid.model, a.latitude, a.longitude, b.latitude, b.longitude, &distance, nil, nil)
        return distance
    }

    /// Distance and the directions at both ends.
    ///
    /// Coincident places give distance 0 and a meaningless but finite azimuth.
    public static func inverse(_ a: Coordinate, _ b: Coordinate) -> Inverse {
        var distance = Double.nan
        var forward = Double.nan
        var onward = Double.nan
        geod_inverse(ellipsoid.model, a.latitude, a.longitude, b.latitude, b.longitude, &distance, &forward, &onward)
        return Inverse(
            distanceMeters: distance, azimuthDegrees: compass(forward), backAzimuthDegrees: compass(onward + 180))
    }

    /// The place at a distance in a direction.
    /// - Parameters:
    ///   - azimuthDegrees: degrees clockwise from north, any finite number.
    ///   - distanceMeters: metres; negative walks backwards.
    public static func destination(from start: Coordinate, azimuthDegrees: Double, distanceMeters: Double) -> Coordinate {
        var end = Coordinate(longitude: .nan, latitude: .nan)
        geod_direct(ellipsoid.model, start.latitude, start.longitude, azimuthDegrees, distanceMeters, &end.latitude, &end.longitude, nil)
        return end
    }

    /// Area enclosed by a ring in square metres: positive when the ring runs counter-clockwise, negative when clockwise. O(n).
    ///
    /// The ring may be closed (last place equal to the first) or open; fewer than three places enclose nothing.
    public static func signedAreaSquareMeters(ring: [Coordinate]) -> Double {
        let count = ring.count > 1 && ring.first == ring.last ? ring.count - 1 : ring.count
        guard count >= 3 else { return 0 }
        var polygon = geod_polygon()
        geod_polygon_init(&polygon, 0)
        for place in ring.prefix(count) {
            geod_polygon_addpoint(ellipsoid.model, &polygon, place.latitude, place.longitude)
        }
        var area = 0.0
        geod_polygon_compute(ellipsoid.model, &polygon, 0, 1, &area, nil)
        return area
    }

    /// Folds any angle into 0 up to 360 degrees.
    private static func compass(_ degrees: Double) -> Double {
        let folded = degrees.truncatingRemainder(dividingBy: 360)
        return folded < 0 ? folded + 360 : folded
    }

    /// The series coefficients, computed once and only read afterwards.
    private struct Ellipsoid: @unchecked Sendable {
        let model: UnsafePointer<geod_geodesic>

        init(equatorialRadiusMeters: Double, flattening: Double) {
            // Kept for the life of the process: passing a stable address spares each call the copy of a 400-byte struct.
            let storage = UnsafeMutablePointer<geod_geodesic>.allocate(capacity: 1)
            storage.initialize(to: geod_geodesic())
            geod_init(storage, equatorialRadiusMeters, flattening)
            model = UnsafePointer(storage)
        }
    }

    private static let ellipsoid = Ellipsoid(equatorialRadiusMeters: 6_378_137, flattening: 1 / 298.257223563)
}
