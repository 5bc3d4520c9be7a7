import Geodesy
import Planning

/// The places of every village found the slow and plain way, for `verify`: every village is held against every other one.
enum NaiveExtent {
    /// The places of each village that a rule looks at, the centre first. O(n²) for n villages.
    static func places(_ world: World, _ rule: CoverageRule) -> [[Coordinate]] {
        guard rule.grades.contains(.partial) else { return world.villages.map { [$0.centre] } }
        return world.villages.indices.map { number in
            let centre = world.villages[number].centre
            let own = world.clusters.filter { $0.village == number }
            let stated = own.filter { $0.origin == .stated }
            if !own.isEmpty {
                var places = [centre]
                for cluster in stated.isEmpty ? own : stated where !places.contains(cluster.place) { places.append(cluster.place) }
                return places
            }
            var radius = rule.assumedExtentRingMeters
            for (other, village) in world.villages.enumerated() where other != number && isWithin(2 * radius, village.centre, centre) {
                radius = min(radius, Geodesic.distanceMeters(village.centre, centre) / 2)
            }
            for other in world.neighbours where isWithin(2 * radius, other, centre) {
                radius = min(radius, Geodesic.distanceMeters(other, centre) / 2)
            }
            guard radius > 0 else { return [centre] }
            let step = 360 / Double(rule.assumedExtentPoints)
            return [centre]
                + (0..<rule.assumedExtentPoints).map {
                    Geodesic.destination(from: centre, azimuthDegrees: Double($0) * step, distanceMeters: radius)
                }
        }
    }

    /// The geodesic distance, after a look at the latitudes alone: a degree of latitude is nowhere shorter than 110.5 km.
    static func isWithin(_ meters: Double, _ a: Coordinate, _ b: Coordinate) -> Bool {
        guard meters > 0, abs(a.latitude - b.latitude) * 110_500 <= meters else { return false }
        return Geodesic.distanceMeters(a, b) <= meters
    }
}
