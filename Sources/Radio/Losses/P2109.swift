import Foundation

/// Loss from outside a building to inside, with its spread over buildings and places in them.
///
/// Source: Recommendation ITU-R P.2109-2, Annex 1 §3, equations (1) to (10) and Table 1.
///
/// Planning verdicts use the rule's plain extra loss (12 dB below 1 GHz, 14 dB above), which is ours. This model is for those who want the spread.
public enum P2109 {
    /// The two classes of the Recommendation.
    public enum Building: Int, CaseIterable, Hashable, Sendable, Codable {
        /// Brick, wood, tin; plain glass. Houses in villages are of this class.
        case traditional = 1
        /// Metallised glass, foil-backed panels.
        case thermallyEfficient = 2
    }

    /// Loss at the middle of the spread, dB: `lossDB` with probability 0.5.
    ///
    /// - Throws: `LossModelError` as `lossDB` does.
    public static func medianLossDB(frequencyMHz: Double, building: Building, elevationDegrees: Double = 0) throws(LossModelError) -> Double
    {
        try lossDB(frequencyMHz: frequencyMHz, building: building, probability: 0.5, elevationDegrees: elevationDegrees)
    }

    /// Loss in dB that is not exceeded with a probability.
    ///
    /// - Parameters:
    ///   - frequencyMHz: 80 to 100,000.
    ///   - building: the class.
    ///   - probability: 0 to 1, both excluded.
    ///   - elevationDegrees: angle of the ray at the façade, −90 to 90; its sign does not matter.
    /// - Throws: `LossModelError` for a number outside these ranges.
    public static func lossDB(
        frequencyMHz: Double, building: Building, probability: Double, elevationDegrees: Double = 0
    ) throws(LossModelError) -> Double {
        guard (80...100_000).contains(frequencyMHz) else {
            throw LossModelError(model: "P.2109-2", quantity: "frequencyMHz", value: frequencyMHz, range: "80 to 100000")
        }
        guard probability > 0, probability < 1 else {
            throw LossModelError(model: "P.2109-2", quantity: "probability", value: probability, range: "more than 0 and less than 1")
        }
        guard (-90...90).contains(elevationDegrees) else {
            throw LossModelError(model: "P.2109-2", quantity: "elevationDegrees", value: elevationDegrees, range: "-90 to 90")
        }
        let table = Coefficients.of(building)
        let logF = log10(frequencyMHz / 1_000)
        let horizontal = table.r + table.s * logF + table.t * logF * logF
        let mu1 = horizontal + 0.212 * abs(elevationDegrees)
        let mu2 = table.w + table.x * logF
        let sigma1 = table.u + table.v * logF
        let sigma2 = table.y + table.z * logF
        let quantile = StandardNormal.quantile(probability)
        let a = quantile * sigma1 + mu1
        let b = quantile * sigma2 + mu2
        let c = -3.0
        return 10 * log10(pow(10, a / 10) + pow(10, b / 10) + pow(10, c / 10))
    }

    /// Table 1 of the Recommendation, by its letters.
    private struct Coefficients {
        let r, s, t, u, v, w, x, y, z: Double

        static func of(_ building: Building) -> Coefficients {
            switch building {
            case .traditional: Coefficients(r: 12.64, s: 3.72, t: 0.96, u: 9.6, v: 2.0, w: 9.1, x: -3.0, y: 4.5, z: -2.0)
            case .thermallyEfficient: Coefficients(r: 28.19, s: -3.00, t: 8.48, u: 13.5, v: 3.8, w: 27.8, x: -2.9, y: 9.4, z: -2.1)
            }
        }
    }
}
