import Foundation

/// How often the air over a path carries waves beyond the horizon.
///
/// Source: Recommendation ITU-R P.1812-8, §3.6, Eqs. (2) to (5).
enum AnomalousIncidence {
    /// Percentage of time β0 for which the lapse rate of the lowest 100 m exceeds 100 N-units/km, 0…50.
    static func percent(centreLatitude: Double, zones: ZoneLengths) -> Double {
        let tau = tau(longestInlandKm: zones.longestInlandKm)
        let mu1 = min(1, pow(pow(10, -zones.longestLandKm / (16 - 6.6 * tau)) + pow(10, -5 * (0.496 + 0.354 * tau)), 0.2))
        let latitude = abs(centreLatitude)
        guard latitude <= 70 else { return 4.17 * mu1 * pow(mu1, 0.3) }
        return pow(10, -0.015 * latitude + 1.67) * mu1 * pow(mu1, -0.935 + 0.0176 * latitude)
    }

    /// The share of inland in a path's air. Eq. (3).
    static func tau(longestInlandKm: Double) -> Double { 1 - exp(-4.12e-4 * pow(longestInlandKm, 2.41)) }
}
