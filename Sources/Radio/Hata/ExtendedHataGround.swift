import Foundation

/// What the ground of a path is to the model: effective heights, undulation, slope at the mobile, and sea.
///
/// Source: Y. Okumura, E. Ohmori, T. Kawano and K. Fukuda, "Field strength and its variability in VHF and UHF land-mobile radio service", Rev. Elec. Commun.
/// Lab. 16 (9–10), 1968, §2.4 and §4; NTIA Report TR-15-517, Appendix A. Profiles here begin at the mobile.
struct ExtendedHataGround {
    /// Mobile above the mean ground around it, metres, as it comes out.
    let mobileMeters: Double
    /// Base station above the mean ground 3 to 15 km from it, metres, as it comes out.
    let baseMeters: Double
    /// Heights that a tenth, half and nine tenths of the ground near the mobile exceed, metres.
    let quantilesMeters: (tenth: Double, half: Double, ninth: Double)
    /// Terrain irregularity Δh, metres.
    let deltaMeters: Double
    /// Slope of the ground at the mobile, mrad, in Okumura's sign.
    let slopeMrad: Double
    /// Share of the profile's points that are sea: at height 0 exactly.
    let seaShare: Double
    /// Which end is nearer to most of the sea.
    let seaEnd: SeaEnd

    enum SeaEnd {
        case base
        case mobile
        case both
    }

    /// - Complexity: O(n log n).
    init(fromMobile profile: EvenProfile, mobileHeightMeters: Double, baseHeightMeters: Double) {
        let heights = profile.heightsMeters
        let raised = Self.raised(heights, stepKm: profile.stepMeters * 0.001)
        mobileMeters = mobileHeightMeters + raised.mobile
        baseMeters = baseHeightMeters + raised.base
        let undulation = Self.undulation(heights, stepKm: profile.stepMeters * 0.001)
        quantilesMeters = undulation.quantiles
        deltaMeters = undulation.delta
        slopeMrad = Self.slope(profile)
        let sea = heights.indices.filter { heights[$0] == 0 }
        let nearMobile = sea.count { $0 < profile.steps / 2 }
        seaShare = Double(sea.count) / Double(heights.count)
        seaEnd = 2 * nearMobile > sea.count ? .mobile : 2 * nearMobile < sea.count ? .base : .both
    }

    /// How far each end stands above the mean ground between 3 and 15 km from it.
    private static func raised(_ heights: [Double], stepKm: Double) -> (mobile: Double, base: Double) {
        let last = heights.count - 1
        let distance = Double(last) * stepKm
        guard distance >= 3 else { return (0, 0) }
        let near = min(last, Int(3 / stepKm))
        let far = distance > 15 ? min(last, Int(15 / stepKm)) : last
        func mean(_ part: ArraySlice<Double>) -> Double { part.reduce(0, +) / Double(part.count) }
        // Phased in, so that the height does not jump at 3 km.
        let share = distance > 15 ? 1 : (distance - 3) / 12
        return (
            share * (heights[0] - mean(heights[near...far])), share * (heights[last] - mean(heights[(last - far)...(last - near)]))
        )
    }

    /// Over the 10 km next to the mobile; of a shorter path what 10 km of such ground would have.
    private static func undulation(
        _ heights: [Double], stepKm: Double
    ) -> (quantiles: (tenth: Double, half: Double, ninth: Double), delta: Double) {
        let last = heights.count - 1
        let distance = Double(last) * stepKm
        let end = distance < 10 ? last : min(last, Int(10 / stepKm))
        let sorted = heights[...end].sorted(by: >)
        let count = Double(sorted.count)
        func exceeded(_ share: Double) -> Double { sorted[min(sorted.count - 1, max(0, Int(share * count - 1)))] }
        let factor = distance < 10 ? (1 - 0.8 * exp(-0.2)) / (1 - 0.8 * exp(-0.02 * distance)) : 1
        let (tenth, half, ninth) = (exceeded(0.1), exceeded(0.5), exceeded(0.9))
        return ((tenth * factor, half * factor, ninth * factor), (tenth - ninth) * factor)
    }

    /// The steepest of the mean slopes over 5, 6 … 10 km from the mobile; that over 5 km where they disagree in sign.
    private static func slope(_ profile: EvenProfile) -> Double {
        let slopes = stride(from: 5_000.0, through: 10_000, by: 1_000).prefix { profile.lengthMeters >= $0 }.map { length in
            let steps = min(profile.steps, Int(length / profile.stepMeters))
            guard steps >= 1 else { return 0.0 }
            let line = GroundLine(profile.heightsMeters[...steps], from: 0, to: length / profile.stepMeters)
            return -1_000 * (line.endMeters - line.startMeters) / length
        }
        guard let five = slopes.first, let least = slopes.min(), let greatest = slopes.max() else { return 0 }
        if profile.lengthMeters <= 5_000 || greatest * least < 0 { return five }
        return greatest >= 0 ? greatest : least
    }
}
