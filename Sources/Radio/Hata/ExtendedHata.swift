import Foundation

/// Okumura's measurements in cities and hills of Japan as formulas: the extended Hata model of NTIA, 1,500 to 3,000 MHz and 1 to 100 km, with corrections for
/// the ground of the path.
///
/// Written after NTIA Report TR-15-517, Appendix A, and checked against the implementation of the National Telecommunications and Information
/// Administration, a work of the United States government in the public domain. Buildings are in the formulas; no clutter is to be added.
public enum ExtendedHata {
    /// One answer.
    public struct Prediction: Hashable, Sendable {
        /// Basic transmission loss not exceeded at the share of locations asked for, dB.
        public let lossDB: Double
        /// What lies outside of the model's range.
        public let warnings: HataWarnings
        /// Loss over flat ground at half of the locations, dB.
        public let flatMedianDB: Double
        /// Standard deviation over locations, dB.
        public let sigmaDB: Double
        /// What the ground adds to the level, dB.
        public let groundGainDB: Double
        /// Whether one ridge hides the path, which then takes the place of hills and slope.
        public let hasSingleRidge: Bool
        /// Every value on the way, always the same names in the same order: km, metres, mrad, dB; `beta` the share of sea; `hedge` 0 without a ridge.
        public let intermediates: [P1812Prediction.Intermediate]
    }

    /// Frequencies that the model is made for, MHz.
    public static let frequenciesMHz = 1_500.0...3_000
    /// Distances that the model is made for, km.
    public static let distancesKm = 1.0...100

    /// Predicts the loss of one path. Complexity: O(n log n) in the points of the profile.
    ///
    /// - Parameter profile: from the base station to the mobile. Points at height 0 exactly count as sea.
    /// - Throws: `RadioInputError` with every value out of range.
    public static func predict(_ inputs: ExtendedHataInputs, over profile: EvenProfile) throws(RadioInputError) -> Prediction {
        try inputs.validate()
        let fromMobile = profile.reversed
        let distanceKm = profile.lengthMeters / 1000
        let ground = ExtendedHataGround(
            fromMobile: fromMobile, mobileHeightMeters: inputs.mobileHeightMeters, baseHeightMeters: inputs.baseHeightMeters)
        let ridge = ExtendedHataRidge(
            fromMobile: fromMobile, mobileHeightMeters: inputs.mobileHeightMeters, baseHeightMeters: inputs.baseHeightMeters)
        let base = min(200, max(30, ground.baseMeters))
        let mobile = min(10, max(1, ground.mobileMeters))
        let median = ExtendedHataMedian(
            frequencyMHz: inputs.frequencyMHz, baseMeters: base, mobileMeters: mobile, distanceKm: distanceKm,
            environment: inputs.environment)
        let sigma = sigmaDB(frequencyMHz: inputs.frequencyMHz, inputs.environment)

        let sea = ExtendedHataCorrections.seaDB(ground, distanceKm: distanceKm)
        var parts: [(String, Double)] = [("K_ridge", 0), ("K_rolling", 0), ("K_fine", 0), ("K_slope", 0), ("K_sea", sea)]
        if let height = ridge.heightMeters {
            parts[0].1 = ridge.gainDB(heightMeters: height, inputs.ridge)
        } else {
            parts[1].1 = ExtendedHataCorrections.rollingHillsDB(deltaMeters: ground.deltaMeters)
            parts[2].1 = ExtendedHataCorrections.placeAmongHillsDB(ground, mobileGroundMeters: fromMobile.heightsMeters[0])
            parts[3].1 = ExtendedHataCorrections.slopeDB(mrad: ground.slopeMrad, distanceKm: distanceKm)
        }
        let gain = parts.map(\.1).reduce(0, +)
        let spread = -InverseNormal.complementary(inputs.reliabilityPercent / 100) * sigma
        let values: [(String, Double)] =
            [
                ("d__km", distanceKm), ("d_bp__km", median.breakPointKm), ("att_1km", median.attenuationAt1KmDB),
                ("att_100km", median.attenuationAt100KmDB), ("h_b_eff__meter", base), ("h_m_eff__meter", mobile),
                ("pfl10__meter", ground.quantilesMeters.tenth), ("pfl50__meter", ground.quantilesMeters.half),
                ("pfl90__meter", ground.quantilesMeters.ninth), ("deltah__meter", ground.deltaMeters),
                ("d_hzn_m__meter", ridge.horizonsMeters.mobile), ("d_hzn_b__meter", ridge.horizonsMeters.base),
                ("theta_m__mrad", ground.slopeMrad), ("beta", ground.seaShare), ("hedge", ridge.heightMeters ?? 0),
                ("plb_median__db", median.lossDB), ("sigma__db", sigma),
            ] + parts
        return Prediction(
            lossDB: median.lossDB + spread - gain, warnings: warnings(inputs, ground, distanceKm), flatMedianDB: median.lossDB,
            sigmaDB: sigma, groundGainDB: gain, hasSingleRidge: ridge.heightMeters != nil,
            intermediates: values.map { .init(name: $0.0, value: $0.1) })
    }

    /// Over locations, dB: Okumura's 7.1, 7.5 and 8.1 dB at 1,500, 2,000 and 3,000 MHz in cities; 2 dB more elsewhere.
    private static func sigmaDB(frequencyMHz: Double, _ environment: HataEnvironment) -> Double {
        let log = log10(frequencyMHz)
        let city = 4.0976291 - 1.2255656 * log + 0.68350345 * log * log
        return environment == .urban || environment == .denseUrban ? city : city + 2
    }

    private static func warnings(_ inputs: ExtendedHataInputs, _ ground: ExtendedHataGround, _ distanceKm: Double) -> HataWarnings {
        var warnings: HataWarnings = []
        if !frequenciesMHz.contains(inputs.frequencyMHz) { warnings.insert(.frequency) }
        if !(30...200).contains(ground.baseMeters) { warnings.insert(.baseHeight) }
        if !(1...10).contains(ground.mobileMeters) { warnings.insert(.mobileHeight) }
        if distanceKm < distancesKm.lowerBound { warnings.insert(.pathShort) }
        if distanceKm > distancesKm.upperBound { warnings.insert(.pathLong) }
        return warnings
    }
}
