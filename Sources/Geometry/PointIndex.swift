import Geodesy

/// Finds places near a place, by distance on the ellipsoid.
///
/// Built once, O(n log n); then any number of threads may ask at once. Points that are not finite are never found.
public struct PointIndex: Sendable {
    /// A point that was found.
    public typealias Neighbor = (index: Int, distanceMeters: Double)

    /// The points as given.
    public let points: [Coordinate]
    /// Nil where GEOS could not build one: then every point is looked at, which is slow but right.
    private let tree: BoxTree?

    /// Builds the index.
    public init(_ points: [Coordinate]) {
        self.points = points
        tree = try? BoxTree(count: points.count) { BoundingBox(CollectionOfOne(points[$0])) }
    }

    /// Every point within a distance, nearest first, equal distances by index. O(log n + points in the box around the circle).
    /// - Parameter radiusMeters: metres along the ellipsoid, limit included; not positive finds coincident points only, not a number none.
    public func within(radiusMeters: Double, of place: Coordinate) -> [Neighbor] {
        guard place.isValid, !radiusMeters.isNaN else { return [] }
        var found: [Neighbor] = []
        for number in numbers(aroundMeters: max(0, radiusMeters), of: place) {
            let distance = Geodesic.distanceMeters(place, points[Int(number)])
            if distance <= max(0, radiusMeters) { found.append((Int(number), distance)) }
        }
        found.sort { ($0.distanceMeters, $0.index) < ($1.distanceMeters, $1.index) }
        return found
    }

    /// The nearest point, the lowest index among equals; nil when there is none. O(log n) for scattered points.
    public func nearest(to place: Coordinate) -> Neighbor? {
        guard place.isValid else { return nil }
        // Nearest in degrees is only a guess, but its distance bounds where the true one can be.
        let guess = tree?.nearestInPlane(to: place, points: points)
        let reach = guess.map { Geodesic.distanceMeters(place, points[$0]) } ?? .infinity
        var best: Neighbor?
        for number in numbers(aroundMeters: reach, of: place) {
            let distance = Geodesic.distanceMeters(place, points[Int(number)])
            // Not a number is smaller than nothing. Numbers ascend, so the first of equals stays.
            if distance < best?.distanceMeters ?? .infinity { best = (Int(number), distance) }
        }
        return best
    }

    private func numbers(aroundMeters meters: Double, of place: Coordinate) -> [Int32] {
        tree?.numbers(around: place, meters: meters) ?? points.indices.map(Int32.init(truncatingIfNeeded:))
    }
}
