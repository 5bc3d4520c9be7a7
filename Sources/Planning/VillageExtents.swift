import Geodesy
import Geometry

/// The extents of all villages of a world under a rule, in the order of `World.villages`.
///
/// A rule without the grade `partial` looks at the centres alone. Otherwise a village's places are its centre and its stated clusters; where
/// none is stated, the residential areas that were found to be its own; where there is none either, the ring that the rule assumes, never
/// farther out than half the way to the nearest village. O(n log n) for n villages.
public struct VillageExtents: Sendable {
    private let extents: [VillageExtent]

    /// Works out the extents.
    public init(_ world: World, _ rule: CoverageRule) {
        guard rule.looksAtExtent else {
            extents = world.villages.map { VillageExtent(centre: $0.centre) }
            return
        }
        var clusters: [Int: [VillageCluster]] = [:]
        for cluster in world.clusters { clusters[cluster.village, default: []].append(cluster) }
        let index = PointIndex(world.villages.map(\.centre) + world.neighbours)
        let largest = rule.assumedExtentRingMeters
        extents = world.villages.enumerated().map { position, village in
            let own = clusters[position] ?? []
            let stated = own.filter { $0.origin == .stated }
            var extent: VillageExtent
            if !own.isEmpty {
                extent = Self.extent(of: village, stated.isEmpty ? own : stated, stated.isEmpty ? .residential : .clusters)
            } else {
                let nearest = index.within(radiusMeters: 2 * largest, of: village.centre).first { $0.index != position }
                let ring = VillageExtent.ring(
                    around: village.centre, points: rule.assumedExtentPoints,
                    radiusMeters: min(largest, nearest.map { $0.distanceMeters / 2 } ?? largest))
                extent = VillageExtent(origin: .assumed, points: [village.centre] + ring)
                extent.households = Self.households(village, [Int?](repeating: nil, count: extent.points.count))
            }
            if village.isCoordinateRounded { extent.roundingSamples = VillageExtent.roundingSamples(around: village.centre) }
            return extent
        }
    }

    /// The extent of the village at a position of `World.villages`.
    public subscript(village: Int) -> VillageExtent { extents[village] }

    /// Number of villages.
    public var count: Int { extents.count }

    private static func extent(of village: Village, _ clusters: [VillageCluster], _ origin: VillageExtent.Origin) -> VillageExtent {
        var points = [village.centre]
        var stated: [Int?] = [nil]
        for cluster in clusters {
            if let known = points.firstIndex(of: cluster.place) {
                if let more = cluster.households { stated[known] = (stated[known] ?? 0) &+ more }
            } else {
                points.append(cluster.place)
                stated.append(cluster.households)
            }
        }
        return VillageExtent(origin: origin, points: points, households: households(village, stated))
    }

    /// Households at each point; nil where neither the village nor all its clusters say how many, or where nobody lives.
    private static func households(_ village: Village, _ stated: [Int?]) -> [Double]? {
        let known = stated.reduce(0.0) { $0 + Double($1 ?? 0) }
        let open = stated.count { $0 == nil }
        let rest: Double
        if let total = village.households {
            rest = open == 0 ? 0 : max(0, Double(total) - known) / Double(open)
        } else {
            // The centre is no cluster of its own: that nothing is said of it leaves nothing open.
            guard stated.dropFirst().allSatisfy({ $0 != nil }), stated.contains(where: { $0 != nil }) else { return nil }
            rest = 0
        }
        let weights = stated.map { $0.map(Double.init) ?? rest }
        return weights.contains { $0 > 0 } ? weights : nil
    }
}
