import Foundation

/// Loss of what the turbulent air scatters over the horizon.
///
/// Source: Recommendation ITU-R P.1812-8, §4.4, Eqs. (44) and (45).
enum TroposcatterLoss {
    /// Lbs in dB, not exceeded for p % of time, p ≤ 50.
    static func lossDB(
        distanceKm: Double, angularDistanceMrad: Double, frequencyGHz: Double, timePercent: Double, refractivityNUnits: Double
    ) -> Double {
        let octaves = log10(frequencyGHz / 2)
        let frequencyDB = 25 * log10(frequencyGHz) - 2.5 * octaves * octaves
        let timeDB = timePercent == 50 ? 0 : 10.125 * pow(log10(50 / timePercent), 0.7)
        return 190.1 + frequencyDB + 20 * log10(distanceKm) + 0.573 * angularDistanceMrad - 0.15 * refractivityNUnits - timeDB
    }
}
