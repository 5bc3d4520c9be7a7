import Foundation

/// Loss in free space, and what focusing and multipath make of it in a part of time.
///
/// Source: Recommendation ITU-R P.1812-8, §4.2, Eqs. (8) to (11).
struct LineOfSightLoss {
    /// Lbfs, dB. Eq. (8).
    var freeSpaceDB: Double
    /// Not exceeded for p % of time, Lb0p, dB. Eq. (10).
    var timePercentDB: Double
    /// Not exceeded for β0 % of time, Lb0β, dB. Eq. (11).
    var anomalousDB: Double

    init(_ path: PathGeometry, frequencyGHz: Double, timePercent: Double, anomalousPercent: Double) {
        freeSpaceDB = Self.freeSpaceDB(
            distanceKm: path.distanceKm, heightDifferenceMeters: path.transmitterMeters - path.receiverMeters, frequencyGHz: frequencyGHz)
        let focusing = 2.6 * (1 - exp(-0.1 * (path.horizon.transmitterKm + path.horizon.receiverKm)))
        timePercentDB = timePercent == 50 ? freeSpaceDB : freeSpaceDB + focusing * log10(timePercent / 50)
        anomalousDB = freeSpaceDB + focusing * log10(anomalousPercent / 50)
    }

    /// Eqs. (8) and (8a): over the slant distance of the antennas.
    static func freeSpaceDB(distanceKm: Double, heightDifferenceMeters: Double, frequencyGHz: Double) -> Double {
        let rise = heightDifferenceMeters / 1000
        return 92.4 + 20 * log10(frequencyGHz) + 10 * log10(distanceKm * distanceKm + rise * rise)
    }
}
