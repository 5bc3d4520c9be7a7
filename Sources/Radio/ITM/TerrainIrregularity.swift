import Foundation

/// How rough the ground is: Δh, the spread between its highest and lowest tenth about its trend.
///
/// Source: Hufford, "The Algorithm", on terrain irregularity; A. G. Longley and P. L. Rice, ERL 79-ITS 67, Eqs. (3) and (3.6a).
enum TerrainIrregularity {
    /// Δh that a path of endless length over such ground would have, metres.
    ///
    /// - Parameters:
    ///   - from: begin of the stretch that counts, metres from the transmitter.
    ///   - to: its end.
    /// - Complexity: O(n) in the steps of the stretch; its height is read at no more than 245 places.
    static func deltaMeters(_ profile: EvenProfile, from: Double, to: Double) -> Double {
        let begin = from / profile.stepMeters
        let end = to / profile.stepMeters
        guard end - begin >= 2 else { return 0 }
        let tenth = min(max(4, Int(0.1 * (end - begin + 8))), 25)
        let heights = samples(profile.heightsMeters, from: begin, to: end, count: 10 * tenth - 5)
        let steps = Double(heights.count - 1)
        let line = GroundLine(heights, from: 0, to: steps)
        let slope = (line.endMeters - line.startMeters) / steps
        let differences = heights.enumerated().map { $1 - (line.startMeters + Double($0) * slope) }.sorted(by: >)
        let spread = differences[tenth - 1] - differences[heights.count - tenth]
        return spread / share(distanceMeters: to - from)
    }

    /// Heights at `count` equally spaced places of the stretch.
    private static func samples(_ heights: [Double], from: Double, to: Double, count: Int) -> [Double] {
        let step = (to - from) / Double(count - 1)
        let last = heights.count - 1
        // The place is kept relative to the right end of its interval: added up, not multiplied, so that the interval is the reference's.
        var right = Int(from)
        var place = from - Double(right + 1)
        return (0..<count).map { _ in
            while place > 0, right + 1 < last {
                place -= 1
                right += 1
            }
            defer { place += step }
            return heights[right + 1] + (heights[right + 1] - heights[right]) * place
        }
    }

    /// Δh(d), metres: what a stretch of a length shows of the ground's irregularity. ERL 79-ITS 67, Eq. (3).
    static func deltaMeters(_ delta: Double, withinMeters distance: Double) -> Double { delta * share(distanceMeters: distance) }

    /// σh, metres, of the ground within the first Fresnel zone. ERL 79-ITS 67, Eq. (3.6a).
    static func sigmaMeters(_ deltaWithin: Double) -> Double { 0.78 * deltaWithin * exp(-0.5 * pow(deltaWithin, 0.25)) }

    private static func share(distanceMeters: Double) -> Double { 1 - 0.8 * exp(-distanceMeters / 50e3) }
}
