/// The Earth as a radio wave bends round it.
///
/// Source: Recommendation ITU-R P.1812-8, §3.7, Eqs. (6) and (7).
enum EffectiveEarth {
    /// Mean radius of the Earth, km.
    static let radiusKm = 6371.0

    /// Effective radius exceeded for β0 % of time, aβ, km (kβ = 3). Eq. (7b).
    static let anomalousRadiusKm = 3 * radiusKm

    /// Median effective radius, ae, km, for a lapse rate ΔN below 157 N-units/km. Eqs. (6), (7a).
    static func medianRadiusKm(lapseRateNUnitsPerKm: Double) -> Double { radiusKm * (157 / (157 - lapseRateNUnitsPerKm)) }
}
