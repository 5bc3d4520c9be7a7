import Foundation

/// Loss of what ducts and layers of the lower air carry along.
///
/// Source: Recommendation ITU-R P.1812-8, §4.5, Eqs. (46) to (56).
enum DuctingLoss {
    /// Lba in dB, not exceeded for p % of time.
    static func lossDB(_ path: PathGeometry, _ conditions: PathConditions) -> Double {
        let horizon = path.horizon
        let frequency = conditions.frequencyGHz
        let root = cbrt(frequency)
        // Fixed coupling losses, Eq. (47).
        let longWaveDB = frequency < 0.5 ? 45.375 - 137 * frequency + 92.5 * frequency * frequency : 0
        var coupling = 102.45 + 20 * log10(frequency) + 20 * log10(horizon.transmitterKm + horizon.receiverKm) + longWaveDB
        coupling += shieldingDB(horizon.transmitterMrad, horizon.transmitterKm, frequency, root)
        coupling += shieldingDB(horizon.receiverMrad, horizon.receiverKm, frequency, root)
        coupling += seaDuctDB(
            coastKm: conditions.transmitterCoastKm, horizonKm: horizon.transmitterKm, heightMeters: path.transmitterMeters,
            seaFraction: path.zones.seaFraction)
        coupling += seaDuctDB(
            coastKm: conditions.receiverCoastKm, horizonKm: horizon.receiverKm, heightMeters: path.receiverMeters,
            seaFraction: path.zones.seaFraction)

        // Losses that grow with the angle, Eqs. (51) and (52).
        let attenuationPerMrad = 5e-5 * path.effectiveEarthRadiusKm * root
        let angle =
            1000 * path.distanceKm / path.effectiveEarthRadiusKm + min(horizon.transmitterMrad, 0.1 * horizon.transmitterKm)
            + min(horizon.receiverMrad, 0.1 * horizon.receiverKm)
        return coupling + attenuationPerMrad * angle + timeVariationDB(path, conditions)
    }

    /// Shielding by the terrain round a site. Eq. (48).
    private static func shieldingDB(_ horizonMrad: Double, _ horizonKm: Double, _ frequencyGHz: Double, _ root: Double) -> Double {
        let above = horizonMrad - 0.1 * horizonKm
        guard above > 0 else { return 0 }
        return 20 * log10(1 + 0.361 * above * sqrt(frequencyGHz * horizonKm)) + 0.264 * above * root
    }

    /// Coupling into ducts over the sea near a coast. Eq. (49).
    private static func seaDuctDB(coastKm: Double, horizonKm: Double, heightMeters: Double, seaFraction: Double) -> Double {
        guard seaFraction >= 0.75, coastKm <= horizonKm, coastKm <= 5 else { return 0 }
        return -3 * exp(-0.25 * coastKm * coastKm) * (1 + tanh(0.07 * (50 - heightMeters)))
    }

    /// Ap, Eqs. (53) to (56).
    private static func timeVariationDB(_ path: PathGeometry, _ conditions: PathConditions) -> Double {
        let distance = path.distanceKm
        let between = min(distance - path.horizon.transmitterKm - path.horizon.receiverKm, 40)
        let roughness = path.roughnessMeters
        let mu3 = roughness > 10 ? exp(-4.6e-5 * (roughness - 10) * (43 + 6 * between)) : 1
        let tau = AnomalousIncidence.tau(longestInlandKm: path.zones.longestInlandKm)
        let alpha = max(-3.4, -0.6 - 3.5e-9 * pow(distance, 3.1) * tau)
        let heights = sqrt(path.surface.transmitterDuctMeters) + sqrt(path.surface.receiverDuctMeters)
        let mu2 = min(1, pow(500 / path.effectiveEarthRadiusKm * distance * distance / (heights * heights), alpha))
        // A floor far below anything physical keeps the logarithms finite on absurdly rough paths.
        let beta = max(conditions.anomalousPercent * mu2 * mu3, 1e-100)
        let logBeta = log10(beta)
        let gamma =
            1.076 / pow(2.0058 - logBeta, 1.012)
            * exp(-(9.51 - 4.8 * logBeta + 0.198 * logBeta * logBeta) * 1e-6 * pow(distance, 1.13))
        let ratio = conditions.timePercent / beta
        return -12 + (1.2 + 3.7e-3 * distance) * log10(ratio) + 12 * pow(ratio, gamma)
    }
}
