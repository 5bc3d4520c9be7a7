import Terrain

/// How far the ground stays below what a microwave hop needs.
///
/// The hop is clear when 0.6 of the first Fresnel zone is free over an Earth of 4/3 of its radius, and the ray grazes nothing over one of 2/3 (the
/// design's criterion, after the rules for path clearance of Recommendation ITU-R P.530-18, §2.2.2.1). The ends themselves do not count.
public struct HopClearance: Hashable, Sendable {
    /// The smallest room over both criteria, metres; negative by as much as the ground stands in the way.
    public var roomMeters: Double
    /// Sample of the profile where that is.
    public var sample: Int

    /// Whether the hop is clear.
    public var isClear: Bool { roomMeters >= 0 }

    /// The room along a profile; nil where its ground is not known throughout, or it has no sample between its ends.
    ///
    /// - Parameters:
    ///   - fromHeightMeters: of the first antenna above the ground.
    ///   - toHeightMeters: of the other one.
    /// - Complexity: O(samples), one pass.
    public init?(_ profile: TerrainProfile, fromHeightMeters: Double, toHeightMeters: Double, frequencyGHz: Double) {
        guard profile.firstGap == nil, profile.count > 2, profile.stepMeters > 0 else { return nil }
        let last = profile.count - 1
        let length = profile.stepMeters * Double(last)
        let wavelength = 0.299792458 / frequencyGHz
        let start = profile.heightsMeters[0] + fromHeightMeters
        let rise = profile.heightsMeters[last] + toHeightMeters - start
        var (least, place) = (Double.infinity, 1)
        for sample in 1..<last {
            let here = profile.stepMeters * Double(sample)
            let product = here * (length - here)
            let clutter = profile.clutterMeters.isEmpty ? 0 : profile.clutterMeters[sample]
            let above = start + rise * here / length - profile.heightsMeters[sample] - clutter
            let bulge = product / (2 * Self.earthRadiusMeters)
            let fresnel = (wavelength * product / length).squareRoot()
            let room = min(above - bulge * 0.75 - 0.6 * fresnel, above - bulge * 1.5)
            if room < least { (least, place) = (room, sample) }
        }
        (roomMeters, sample) = (least, place)
    }

    private static let earthRadiusMeters = 6_371_000.0
}
