import Geodesy
import Geometry
import Terrain

extension ProposedReach {
    /// Degrees from one way of turning to the next. Ours: a seventh of a sector's width, so that the edge moves by a fraction of a decibel.
    private static let stepDegrees = 10.0

    /// For every mast the azimuths of its sectors, turned together as far as brings a usable signal to the most weight; ties to the stronger sum of
    /// levels, then to the smallest turn.
    ///
    /// The path to each place is looked at once for all turns, since only the gain changes. A mast without sectors stays as it is.
    ///
    /// - Parameter weights: of the places, in their order.
    /// - Complexity: O(masts × places in range × (samples + turns × cells)).
    public func turned(_ masts: [ProposedMast], to places: [Coordinate], weights: [Double]) -> [[Double]] {
        let index = PointIndex(places)
        return ParallelBlocks.map(count: masts.count, threads: threads, blockLength: 4) { number in
            turned(masts[number], index, weights)
        }
    }

    private func turned(_ mast: ProposedMast, _ index: PointIndex, _ weights: [Double]) -> [Double] {
        guard !mast.azimuthsDegrees.isEmpty, predictor.isGroundKnown(at: mast.place) else { return mast.azimuthsDegrees }
        // Evenly spread sectors look the same again after one part of the circle.
        let period = Self.period(mast.azimuthsDegrees)
        let ways = (0..<Int((period / Self.stepDegrees).rounded(.up))).map { way in
            mast.azimuthsDegrees.map { ($0 + Double(way) * Self.stepDegrees).truncatingRemainder(dividingBy: 360) }
        }
        let stations = ways.compactMap { azimuths in
            var turned = mast
            turned.azimuthsDegrees = azimuths
            return Station(turned, environment: predictor.environment)
        }
        guard let first = stations.first, stations.count == ways.count else { return mast.azimuthsDegrees }
        var reached = [Double](repeating: 0, count: ways.count)
        var strength = [Double](repeating: 0, count: ways.count)
        var profile = TerrainProfile()
        for (place, meters) in index.within(radiusMeters: first.rangeMeters, of: mast.place) {
            let cells = first.cells.indices.filter {
                predictor.rule.isUsable(predictor.bestCaseDBm(first.cells[$0], distanceMeters: meters))
            }
            guard !cells.isEmpty, predictor.sample(from: mast.place, to: index.points[place], into: &profile) else { continue }
            let scan = predictor.scan(profile, mastHeightMeters: first.mastHeightMeters, from: mast.place, to: index.points[place])
            var best = [Double](repeating: -.infinity, count: ways.count)
            for cell in cells {
                let level = predictor.level(first.cells[cell], scan, azimuthDegrees: profile.azimuthDegrees)
                for way in ways.indices {
                    let gain = stations[way].cells[cell].sectors.bestGainDBi(
                        towardsAzimuthDegrees: profile.azimuthDegrees, elevationDegrees: scan.departureElevationDegrees)
                    best[way] = max(best[way], level.rsrpDBm + gain - level.gainDBi)
                }
            }
            for way in ways.indices where predictor.rule.isUsable(best[way]) {
                reached[way] += weights[place]
                // Tenths of a decibel: sums of rounded numbers do not depend on the order of the places.
                strength[way] += (best[way] * 10).rounded()
            }
        }
        let chosen = ways.indices.max { (reached[$0], strength[$0], -$0) < (reached[$1], strength[$1], -$1) } ?? 0
        return ways[chosen]
    }

    /// The turn after which the sectors stand as before, degrees.
    private static func period(_ azimuths: [Double]) -> Double {
        let count = azimuths.count
        let sorted = azimuths.map { $0.truncatingRemainder(dividingBy: 360) }.sorted()
        let isEven = sorted.indices.allSatisfy { number in
            let next = number + 1 < count ? sorted[number + 1] : sorted[0] + 360
            return abs(next - sorted[number] - 360 / Double(count)) < 1e-9
        }
        return isEven ? 360 / Double(count) : 360
    }
}
