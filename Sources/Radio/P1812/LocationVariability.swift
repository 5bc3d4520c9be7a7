import Foundation

/// How the loss differs from place to place inside a small area.
///
/// Source: Recommendation ITU-R P.1812-8, §4.7.
public enum LocationVariability {
    /// Standard deviation σL in dB over squares of one size.
    ///
    /// - Parameters:
    ///   - frequencyGHz: 0.03…6.
    ///   - resolutionMeters: side of the square, > 0.
    ///   - receiverHeightMeters: antenna above ground.
    ///   - clutterHeightMeters: representative clutter at the receiver; an antenna 10 m above it sees no variability.
    public static func sigmaDB(
        frequencyGHz: Double, resolutionMeters: Double, receiverHeightMeters: Double, clutterHeightMeters: Double
    ) -> Double {
        let above = receiverHeightMeters - clutterHeightMeters
        let share = min(max(1 - above / 10, 0), 1)
        return (0.52 + 0.024 * frequencyGHz) * pow(resolutionMeters, 0.28) * share
    }

    /// What is added to the median loss so that it is not exceeded at `locationPercent` of places, dB; negative below 50 %.
    static func lossDB(locationPercent: Double, sigmaDB: Double) -> Double {
        sigmaDB == 0 ? 0 : -InverseNormal.complementary(locationPercent / 100) * sigmaDB
    }
}
