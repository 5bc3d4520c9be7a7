import Geodesy
import Terrain

/// Whether one place sees another over the ground, on an Earth of 4/3 radius.
///
/// Chooses places only; what a mast reaches is predicted.
struct SightLine {
    let terrain: TerrainGrid

    /// False over unknown ground. O(samples of the path).
    func isClear(from place: Coordinate, heightMeters: Double, to other: Coordinate, otherHeightMeters: Double) -> Bool {
        var profile = TerrainProfile()
        // Twice the spacing of a prediction: an obstacle of one post hides nobody from a search.
        terrain.sample(from: place, to: other, spacingMeters: terrain.sampleSpacingMeters * 2, into: &profile)
        let heights = profile.heightsMeters
        guard profile.firstGap == nil, let first = heights.first, let last = heights.last, heights.count > 2 else {
            return profile.firstGap == nil
        }
        let (start, end) = (first + heightMeters, last + otherHeightMeters)
        let length = Double(heights.count - 1) * profile.stepMeters
        for sample in 1..<(heights.count - 1) {
            let along = Double(sample) * profile.stepMeters
            let bulge = along * (length - along) / (2 * 4 / 3 * 6_371_000)
            if heights[sample] + bulge > start + (end - start) * along / length { return false }
        }
        return true
    }
}
