import Foundation

/// Hata's formula of 1980 up to 1,500 MHz, and its extension to 2,000 MHz by COST 231: loss over flat ground by distance alone.
///
/// It knows neither hills nor the bulge of the Earth: a comparison, never a verdict.
///
/// Source: M. Hata, "Empirical formula for propagation loss in land mobile radio services", IEEE Trans. VT-29 (3), 1980; COST Action 231, "Digital mobile
/// radio towards future generation systems", final report, EUR 18957, 1999, §4.4.1.
public enum COST231Hata {
    /// One answer.
    public struct Prediction: Hashable, Sendable {
        /// Median loss, dB, never below free space.
        public var lossDB: Double
        /// What lies outside of the formula's range; there it is carried on.
        public var warnings: HataWarnings
    }

    /// Frequencies of both formulas together, MHz.
    public static let frequenciesMHz = 150.0...2_000
    /// Where COST 231 takes over from Hata, MHz.
    public static let extensionBeginsMHz = 1_500.0
    /// Distances, km.
    public static let distancesKm = 1.0...20

    /// Median path loss.
    ///
    /// The range: 150 to 2,000 MHz, base station 30 to 200 m, mobile 1 to 10 m, 1 to 20 km. Outside of it the formula is carried on and warnings say so.
    /// `denseUrban` takes COST 231's 3 dB for metropolitan centres above 1,500 MHz and Hata's term for large cities below; suburbs and open country
    /// take Hata's corrections at every frequency, as is usual.
    ///
    /// - Parameters:
    ///   - distanceMeters: over the ground, > 0.
    ///   - frequencyMHz: > 0.
    ///   - baseHeightMeters: above the ground around, > 0.
    ///   - mobileHeightMeters: above ground, > 0.
    /// - Throws: `LossModelError` for a number that is not finite or not above 0.
    public static func lossDB(
        distanceMeters: Double, frequencyMHz: Double, baseHeightMeters: Double, mobileHeightMeters: Double, environment: HataEnvironment
    ) throws(LossModelError) -> Prediction {
        for (quantity, value) in [
            ("distanceMeters", distanceMeters), ("frequencyMHz", frequencyMHz), ("baseHeightMeters", baseHeightMeters),
            ("mobileHeightMeters", mobileHeightMeters),
        ] where !(value > 0 && value.isFinite) {
            throw LossModelError(model: "COST-231 Hata", quantity: quantity, value: value, range: "more than 0")
        }
        let logF = log10(frequencyMHz)
        let logBase = log10(baseHeightMeters)
        let isExtension = frequencyMHz > extensionBeginsMHz
        let frequencyTerm = isExtension ? 46.3 + 33.9 * logF : 69.55 + 26.16 * logF
        var loss =
            frequencyTerm - 13.82 * logBase + (44.9 - 6.55 * logBase) * log10(distanceMeters / 1000)
            - mobileGainDB(mobileHeightMeters, frequencyMHz, logF, isLargeCity: environment == .denseUrban && !isExtension)
        switch environment {
        case .denseUrban: loss += isExtension ? 3 : 0
        case .urban: break
        case .suburban: loss -= 2 * pow(log10(frequencyMHz / 28), 2) + 5.4
        case .rural: loss -= 4.78 * logF * logF - 18.33 * logF + 40.94
        }
        var warnings: HataWarnings = []
        if !frequenciesMHz.contains(frequencyMHz) { warnings.insert(.frequency) }
        if !(30...200).contains(baseHeightMeters) { warnings.insert(.baseHeight) }
        if !(1...10).contains(mobileHeightMeters) { warnings.insert(.mobileHeight) }
        if distanceMeters < 1000 * distancesKm.lowerBound { warnings.insert(.pathShort) }
        if distanceMeters > 1000 * distancesKm.upperBound { warnings.insert(.pathLong) }
        let ray = hypot(distanceMeters, baseHeightMeters - mobileHeightMeters)
        let floor = FreeSpace.lossDB(distanceMeters: ray, frequencyMHz: frequencyMHz)
        if loss < floor { warnings.insert(.freeSpace) }
        return Prediction(lossDB: max(loss, floor), warnings: warnings)
    }

    /// a(hm), dB. Hata, Eqs. (10) to (12).
    private static func mobileGainDB(_ meters: Double, _ frequencyMHz: Double, _ logF: Double, isLargeCity: Bool) -> Double {
        guard isLargeCity else { return (1.1 * logF - 0.7) * meters - (1.56 * logF - 0.8) }
        return frequencyMHz <= 200 ? 8.29 * pow(log10(1.54 * meters), 2) - 1.1 : 3.2 * pow(log10(11.75 * meters), 2) - 4.97
    }
}
