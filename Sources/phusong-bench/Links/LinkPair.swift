import Geodesy
import Terrain

/// A site and a village.
struct LinkPair: Hashable, Sendable {
    var site: Coordinate
    var village: Coordinate

    var middleLatitude: Double { (site.latitude + village.latitude) / 2 }

    /// Pairs all over a grid, in no order: each path reads another part of it. Both ends lie inside.
    /// - Parameters:
    ///   - villagesPerSite: pairs that follow one another with the same site, fewer where villages would lie outside.
    ///   - lengthKm: within 10 % of it.
    static func random(
        _ count: Int, villagesPerSite: Int = 1, lengthKm: Double, in grid: TerrainGrid, seed: UInt64
    ) -> [LinkPair] {
        let box = grid.boundingBox
        var generator = SeededGenerator(seed: seed)
        var pairs: [LinkPair] = []
        pairs.reserveCapacity(count)
        var site = Coordinate(longitude: box.west, latitude: box.south)
        var tries = 0
        while pairs.count < count {
            if tries.isMultiple(of: villagesPerSite) {
                site = Coordinate(
                    longitude: .random(in: box.west...box.east, using: &generator),
                    latitude: .random(in: box.south...box.north, using: &generator))
            }
            tries += 1
            let village = Geodesic.destination(
                from: site, azimuthDegrees: .random(in: 0..<360, using: &generator),
                distanceMeters: lengthKm * 1000 * .random(in: 0.9...1.1, using: &generator))
            if box.contains(village) { pairs.append(LinkPair(site: site, village: village)) }
        }
        return pairs
    }
}
