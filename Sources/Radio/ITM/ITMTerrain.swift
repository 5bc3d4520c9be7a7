import Foundation

/// A profile reduced to the numbers that Longley and Rice's method works on.
///
/// Source: Hufford, "The Algorithm", on preparing point-to-point parameters: effective heights from a line fitted to the foreground of each terminal; on paths well within
/// sight, where a horizon means nothing, the horizons of a statistical ground of the same roughness.
struct ITMTerrain {
    /// Antennas above ground, metres: transmitter, receiver.
    let heightsMeters: SIMD2<Double>
    /// Length of the path, metres.
    let distanceMeters: Double
    /// Terrain irregularity Δh, metres.
    let deltaMeters: Double
    /// Antennas above the ground that matters to them, metres.
    private(set) var effectiveHeightsMeters: SIMD2<Double>
    /// Distances of the horizons, metres.
    private(set) var horizonsMeters: SIMD2<Double>
    /// Angles of the horizons, radians.
    private(set) var horizonAngles: SIMD2<Double>

    init(_ profile: EvenProfile, heightsMeters: SIMD2<Double>, earthRadiusMeters: Double) {
        let horizons = ITMHorizons(profile, heightsMeters: heightsMeters, earthRadiusMeters: earthRadiusMeters)
        let length = profile.lengthMeters
        // The nearest ground hides beneath the antenna: 15 times its height, or a tenth of the way to the horizon.
        let hidden = pointwiseMin(15 * heightsMeters, 0.1 * horizons.distancesMeters)
        let (begin, end) = (hidden[0], length - hidden[1])
        self.heightsMeters = heightsMeters
        distanceMeters = length
        deltaMeters = TerrainIrregularity.deltaMeters(profile, from: begin, to: end)
        horizonsMeters = horizons.distancesMeters
        horizonAngles = horizons.angles

        let heights = profile.heightsMeters
        func line(from: Double, to: Double) -> GroundLine {
            GroundLine(heights, from: from / profile.stepMeters, to: to / profile.stepMeters)
        }
        func raised(_ start: Double, _ end: Double) -> SIMD2<Double> {
            heightsMeters + SIMD2(max(0, heights[0] - start), max(0, heights[profile.steps] - end))
        }
        guard horizons.distancesMeters.sum() > 1.5 * length else {
            effectiveHeightsMeters = raised(
                line(from: begin, to: 0.9 * horizons.distancesMeters[0]).startMeters,
                line(from: length - 0.9 * horizons.distancesMeters[1], to: end).endMeters)
            return
        }
        let whole = line(from: begin, to: end)
        effectiveHeightsMeters = raised(whole.startMeters, whole.endMeters)
        useStatisticalHorizons(earthRadiusMeters)
    }

    private mutating func useStatisticalHorizons(_ earthRadiusMeters: Double) {
        func smooth() -> SIMD2<Double> { (2 * effectiveHeightsMeters * earthRadiusMeters).squareRoot() }
        func rough() -> SIMD2<Double> {
            let exponents = -0.07 * (deltaMeters / pointwiseMax(effectiveHeightsMeters, SIMD2(5, 5))).squareRoot()
            return smooth() * SIMD2(exp(exponents[0]), exp(exponents[1]))
        }
        horizonsMeters = rough()
        let sum = horizonsMeters.sum()
        if sum <= distanceMeters {
            // In sight nonetheless: raised until the horizons meet.
            effectiveHeightsMeters *= (distanceMeters / sum) * (distanceMeters / sum)
            horizonsMeters = rough()
        }
        let far = smooth()
        horizonAngles = (0.65 * deltaMeters * (far / horizonsMeters - 1) - 2 * effectiveHeightsMeters) / far
    }
}
