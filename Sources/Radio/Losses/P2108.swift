import Foundation

/// Clutter around a terminal: the height-gain correction.
///
/// Source: Recommendation ITU-R P.2108-1, Annex 1 §3.1, equations (2a) to (2g). The statistical models of §3.2 and §3.3 are not here.
public enum P2108 {
    /// What stands around the terminal. Raw values are the numbers that test files use.
    public enum Clutter: Int, CaseIterable, Hashable, Sendable, Codable {
        case waterOrSea = 1
        case openOrRural = 2
        case suburban = 3
        case urban = 4
        case treesOrForest = 5
        case denseUrban = 6

        /// Height of the clutter in metres that the Recommendation takes where nobody measured it (Table 3).
        public var representativeHeightMeters: Double {
            switch self {
            case .waterOrSea, .openOrRural, .suburban: 10
            case .urban, .treesOrForest: 15
            case .denseUrban: 20
            }
        }
    }

    /// Width of a street in metres where nobody measured it.
    public static let usualStreetWidthMeters = 27.0

    /// Median loss in dB by the clutter around one terminal, to be added to a model that ends above the clutter; 0 for a terminal above it.
    ///
    /// Never add it to a model whose profile holds the clutter already, as P.1812's and any surface model (DSM) do.
    ///
    /// - Parameters:
    ///   - frequencyMHz: 30 to 3,000.
    ///   - antennaHeightMeters: the terminal above ground, > 0.
    ///   - clutter: what stands around it.
    ///   - clutterHeightMeters: R, > 0; nil takes `clutter.representativeHeightMeters`.
    ///   - streetWidthMeters: w_s, > 0.
    /// - Throws: `LossModelError` for a number outside these ranges.
    public static func terminalLossDB(
        frequencyMHz: Double, antennaHeightMeters: Double, clutter: Clutter, clutterHeightMeters: Double? = nil,
        streetWidthMeters: Double = usualStreetWidthMeters
    ) throws(LossModelError) -> Double {
        let clutterHeight = clutterHeightMeters ?? clutter.representativeHeightMeters
        func refused(_ quantity: String, _ value: Double, _ range: String) -> LossModelError {
            LossModelError(model: "P.2108-1 §3.1", quantity: quantity, value: value, range: range)
        }
        guard (30...3_000).contains(frequencyMHz) else { throw refused("frequencyMHz", frequencyMHz, "30 to 3000") }
        guard antennaHeightMeters > 0, antennaHeightMeters.isFinite else {
            throw refused("antennaHeightMeters", antennaHeightMeters, "more than 0")
        }
        guard streetWidthMeters > 0, streetWidthMeters.isFinite else {
            throw refused("streetWidthMeters", streetWidthMeters, "more than 0")
        }
        guard clutterHeight > 0, clutterHeight.isFinite else { throw refused("clutterHeightMeters", clutterHeight, "more than 0") }
        guard antennaHeightMeters < clutterHeight else { return 0 }

        let frequencyGHz = frequencyMHz / 1_000
        switch clutter {
        case .waterOrSea, .openOrRural:
            return -(21.8 + 6.2 * log10(frequencyGHz)) * log10(antennaHeightMeters / clutterHeight)
        case .suburban, .urban, .treesOrForest, .denseUrban:
            let rise = clutterHeight - antennaHeightMeters
            let angleDegrees = atan(rise / streetWidthMeters) * 180 / .pi
            let nu = 0.342 * sqrt(frequencyGHz) * sqrt(rise * angleDegrees)
            // ν is positive below the roofs, so that the other branch of J(ν), 0 up to −0.78, is never met.
            return 6.9 + 20 * log10(sqrt((nu - 0.1) * (nu - 0.1) + 1) + nu - 0.1) - 6.03
        }
    }
}
