import Foundation

/// Loss between isotropic antennas in empty space.
///
/// Source: Recommendation ITU-R P.525-4, equation (3), with the exact speed of light. Equation (4) rounds the same to 32.4 + 20 log f + 20 log d,
/// 0.05 dB less.
public enum FreeSpace {
    /// Speed of light in vacuum, m/s.
    static let speedOfLight = 299_792_458.0

    /// Basic transmission loss in free space, dB, never negative.
    ///
    /// - Parameters:
    ///   - distanceMeters: length of the ray, ≥ 0. Nearer than λ/4π, where the far field has not begun, the loss is 0.
    ///   - frequencyMHz: > 0.
    /// - Returns: dB; NaN where the distance is negative, the frequency not above 0, or either not a number.
    public static func lossDB(distanceMeters: Double, frequencyMHz: Double) -> Double {
        guard distanceMeters >= 0, frequencyMHz > 0 else { return .nan }
        return 20 * log10(max(1, distanceMeters / unitLossMeters(frequencyMHz)))
    }

    /// The greatest distance in metres at which free space costs no more than `lossDB`; no obstacle or terrain takes a signal further.
    ///
    /// - Parameters:
    ///   - lossDB: the loss that may be spent, dB. Below 0 nothing is reached.
    ///   - frequencyMHz: > 0.
    /// - Returns: metres; 0 where `lossDB` is negative; NaN where the frequency is not above 0, or either is not a number.
    public static func reachMeters(lossDB: Double, frequencyMHz: Double) -> Double {
        guard frequencyMHz > 0, !lossDB.isNaN else { return .nan }
        return lossDB < 0 ? 0 : unitLossMeters(frequencyMHz) * pow(10, lossDB / 20)
    }

    /// λ/4π, where the formula gives 0 dB.
    private static func unitLossMeters(_ frequencyMHz: Double) -> Double { speedOfLight / (frequencyMHz * 1e6 * 4 * .pi) }
}
