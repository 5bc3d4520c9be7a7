import Foundation

/// Clustered demand on 100 km × 100 km and candidates near it: the public generator of siting instances, bit for bit.
///
/// The script draws everything from one splitmix64 stream and computes in IEEE doubles with the C library's `log`, `exp` and `cos`; the same
/// draws in the same order give the same bits. Its radius is the one at which the first 2000 candidates cover `meanCover` points on average.
struct SyntheticSiting: Sendable {
    /// A place on the plane, km.
    struct Point: Hashable, Sendable {
        var x: Double
        var y: Double
    }

    let demand: [Point]
    /// Whole numbers ≥ 1.
    let weights: [Int64]
    let candidates: [Point]
    /// Kilometres, four decimals.
    let radius: Double

    private static let side = 100.0

    /// - Parameter meanCover: demand points that a candidate covers on average.
    /// - Complexity: O(points + candidates · meanCover) for each of 40 halvings.
    init(demand count: Int, candidates sites: Int, meanCover: Double, seed: UInt64 = 1) {
        var random = Draws(seed: seed)
        let side = Self.side
        let clusterCount = max(5, count / 100)
        var clusters: [(x: Double, y: Double, spread: Double)] = []
        for _ in 0..<clusterCount {
            let (x, y) = (random.uniform() * side, random.uniform() * side)
            clusters.append((x, y, 0.5 + 3 * random.uniform()))
        }
        var demand: [Point] = []
        var weights: [Int64] = []
        demand.reserveCapacity(count)
        weights.reserveCapacity(count)
        for _ in 0..<count {
            if random.uniform() < 0.4 {
                let x = random.uniform() * side
                demand.append(Point(x: x, y: random.uniform() * side))
            } else {
                let centre = clusters[Int(random.uniform() * Double(clusterCount))]
                let x = Self.inside(centre.x + centre.spread * random.normal())
                demand.append(Point(x: x, y: Self.inside(centre.y + centre.spread * random.normal())))
            }
            // Python rounds halves to even.
            weights.append(Int64(max(1, exp(3.2 + 0.9 * random.normal()).rounded(.toNearestOrEven))))
        }
        var candidates: [Point] = []
        candidates.reserveCapacity(sites)
        for _ in 0..<sites {
            if random.uniform() < 0.5 {
                let x = random.uniform() * side
                candidates.append(Point(x: x, y: random.uniform() * side))
            } else {
                let near = demand[Int(random.uniform() * Double(count))]
                let x = Self.inside(near.x + 1.5 * random.normal())
                candidates.append(Point(x: x, y: Self.inside(near.y + 1.5 * random.normal())))
            }
        }
        (self.demand, self.weights, self.candidates) = (demand, weights, candidates)
        radius = Self.radius(demand, Array(candidates.prefix(2000)), meanCover)
    }

    /// Demand points within the radius of each candidate, ascending.
    func covers() -> [[Int]] {
        let grid = PointGrid(demand, cell: radius)
        return candidates.map { candidate in
            var near: [Int] = []
            grid.forEach(near: candidate, within: radius) { near.append($0) }
            near.sort()
            return near
        }
    }

    private static func inside(_ value: Double) -> Double { min(max(value, 0), side) }

    private static func radius(_ demand: [Point], _ sample: [Point], _ meanCover: Double) -> Double {
        var (low, high) = (0.01, side)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if isBelow(meanCover, demand, sample, middle) { low = middle } else { high = middle }
        }
        // What Python's round(x, 4) gives: the nearest decimal of the exact binary value.
        return Double(String(format: "%.4f", (low + high) / 2)) ?? 0
    }

    /// Whether the sample covers fewer points than the mean at this radius; stops counting when it does not.
    private static func isBelow(_ meanCover: Double, _ demand: [Point], _ sample: [Point], _ radius: Double) -> Bool {
        let grid = PointGrid(demand, cell: max(radius, 0.1))
        var found = 0
        for place in sample {
            grid.forEach(near: place, within: radius) { _ in found += 1 }
            if Double(found) / Double(sample.count) >= meanCover { return false }
        }
        return true
    }
}

extension SyntheticSiting {
    /// The script's random numbers.
    private struct Draws {
        private var generator: SeededGenerator

        init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

        /// 53 bits in [0, 1).
        mutating func uniform() -> Double { Double(generator.next() >> 11) * (1.0 / Double(1 << 53 as Int64)) }

        /// Box and Muller's cosine half.
        mutating func normal() -> Double {
            let u = max(uniform(), 1e-300)
            let v = uniform()
            return (-2 * log(u)).squareRoot() * cos(2 * .pi * v)
        }
    }
}
