import Foundation

/// A path that one ridge hides: where it stands and how high.
///
/// Source: Okumura et al., 1968, §4.2; NTIA Report TR-15-517, Appendix A; horizons after NBS Technical Note 101.
struct ExtendedHataRidge {
    /// From the mobile and from the base station to their horizons, metres.
    let horizonsMeters: (mobile: Double, base: Double)
    /// Height of the ridge over the line between the antennas, metres, ≥ 0; nil where both ends do not look at one ridge.
    let heightMeters: Double?

    /// - Complexity: O(n).
    init(fromMobile profile: EvenProfile, mobileHeightMeters: Double, baseHeightMeters: Double) {
        let heights = profile.heightsMeters
        let mean = heights.reduce(0, +) / Double(heights.count)
        let curvature = 157e-9 * (1 - 0.04665 * exp(301 * exp(-mean / 9460) / 179.3))
        let mobile = heights[0] + mobileHeightMeters
        let base = heights[profile.steps] + baseHeightMeters
        horizonsMeters = Self.horizons(profile, mobile: mobile, base: base, curvature: curvature)
        let length = profile.lengthMeters
        let between = length - horizonsMeters.mobile - horizonsMeters.base
        guard abs(between) <= 0.5 * profile.stepMeters else {
            heightMeters = nil
            return
        }
        // Cut off, not rounded, as in the reference: a distance added up from steps may fall just short of its point.
        let top = heights[min(profile.steps, Int(horizonsMeters.mobile / profile.stepMeters))]
        // The weights stand as in the reference, each antenna with its own distance.
        let chord = (base * horizonsMeters.base + mobile * horizonsMeters.mobile) / length
        heightMeters = max(0, top - chord + 0.5 * curvature * horizonsMeters.mobile * horizonsMeters.base)
    }

    private static func horizons(
        _ profile: EvenProfile, mobile: Double, base: Double, curvature: Double
    ) -> (mobile: Double, base: Double) {
        let length = profile.lengthMeters
        let bend = 0.5 * curvature
        let rise = (base - mobile) / length
        var angle = (mobile: rise - bend * length, base: -rise - bend * length)
        var horizon = (mobile: length, base: length)
        var ahead = 0.0
        var behind = length
        for index in 1..<max(1, profile.steps) {
            let height = profile.heightsMeters[index]
            ahead += profile.stepMeters
            behind -= profile.stepMeters
            let above = height - (bend * ahead + angle.mobile) * ahead - mobile
            if above > 0 {
                angle.mobile += above / ahead
                horizon.mobile = ahead
            }
            // What does not rise into the mobile's view does not hide the base station either.
            guard horizon.mobile < length else { continue }
            let aboveBase = height - (bend * behind + angle.base) * behind - base
            if aboveBase > 0 {
                angle.base += aboveBase / behind
                horizon.base = behind
            }
        }
        return horizon
    }

    /// What the ridge adds to the level, dB, mostly negative. Okumura et al., Figs. 31 and 32.
    func gainDB(heightMeters: Double, _ beyond: ExtendedHataInputs.Ridge) -> Double {
        let far = horizonsMeters.base / 1000
        let near = horizonsMeters.mobile / 1000
        let lower = far >= Self.farKm[1] ? 1 : 0
        var column = 0
        while column < 7, near > Double(column + 1) { column += 1 }
        func curve(_ row: Int) -> Double {
            let values = Self.curvesDB[row]
            return values[column] + (values[column + 1] - values[column]) * (near - Double(column))
        }
        let (below, above) = (curve(lower), curve(lower + 1))
        let share = (far - Self.farKm[lower]) / (Self.farKm[lower + 1] - Self.farKm[lower])
        let gain: Double
        switch beyond {
        case .extrapolated: gain = below + (above - below) * share
        case .held:
            let held = below + (above - below) * min(1, max(0, share))
            gain = near > 2 ? min(held, 0) : held
        }
        return (heightMeters / 200).squareRoot() * gain
    }

    /// From the base station to the ridge, km, for the curves C, B and A.
    private static let farKm = [15.0, 30, 60]
    /// dB at 0, 1 … 8 km from the ridge to the mobile.
    private static let curvesDB = [
        [4, -13, -17.5, -17.5, -15, -12.5, -10, -8, -6], [12, -8.5, -13, -12, -10, -8, -6.5, -5, -4],
        [20, -4, -6.5, -6, -4.5, -3.5, -2.5, -2, -1],
    ]
}
