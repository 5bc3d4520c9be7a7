import Foundation

/// Path loss of open country without any terrain: the flagged stand-in where no height data exists.
///
/// Source: 3GPP TR 38.901, Table 7.4.1-1, scenario RMa, with its notes.
///
/// It knows neither hills nor the bulge of the Earth. In mountains it says what an average rural cell would lose, no more; a verdict that rests on it
/// is marked as no-terrain fallback.
public enum RuralMacro {
    /// Whether the terminals see each other.
    public enum Sight: Hashable, Sendable {
        /// Two-slope loss with a break point.
        case lineOfSight
        /// Behind buildings or hills; never less than `lineOfSight`.
        case obstructed
    }

    /// One answer.
    public struct Prediction: Hashable, Sendable {
        /// Median path loss, dB, never below free space.
        public var lossDB: Double
        /// Standard deviation of shadow fading that the table gives, dB: 4 or 6 in sight, 8 obstructed.
        public var sigmaDB: Double
        /// True when an input lies outside the table's range and the formula was carried on.
        public var isExtrapolated: Bool
    }

    /// Average height of buildings, 5 m, the table's own default.
    public static let usualBuildingHeightMeters = 5.0
    /// Average width of streets, 20 m, the table's own default.
    public static let usualStreetWidthMeters = 20.0

    /// Median path loss and its spread.
    ///
    /// The table's range: 500 to 30,000 MHz, distance 10 m to 10 km in sight and 10 m to 5 km obstructed, mast 10 to 150 m, terminal 1 to 10 m, buildings
    /// and streets 5 to 50 m. Outside it the same formulas are carried on and `isExtrapolated` is set; nearer than 10 m the loss is that of 10 m.
    ///
    /// - Parameters:
    ///   - distanceMeters: over the ground, ≥ 0.
    ///   - frequencyMHz: > 0.
    ///   - mastHeightMeters: h_BS above ground, > 0.
    ///   - terminalHeightMeters: h_UT above ground, > 0.
    ///   - sight: obstructed unless one knows better.
    ///   - buildingHeightMeters: h, > 0.
    ///   - streetWidthMeters: W, > 0.
    /// - Throws: `LossModelError` for a number that no formula takes: not finite, negative, or 0.
    public static func lossDB(
        distanceMeters: Double, frequencyMHz: Double, mastHeightMeters: Double, terminalHeightMeters: Double, sight: Sight = .obstructed,
        buildingHeightMeters: Double = usualBuildingHeightMeters, streetWidthMeters: Double = usualStreetWidthMeters
    ) throws(LossModelError) -> Prediction {
        guard distanceMeters >= 0, distanceMeters.isFinite else {
            throw LossModelError(model: "TR 38.901 RMa", quantity: "distanceMeters", value: distanceMeters, range: "0 or more")
        }
        let positives = [
            ("frequencyMHz", frequencyMHz), ("mastHeightMeters", mastHeightMeters), ("terminalHeightMeters", terminalHeightMeters),
            ("buildingHeightMeters", buildingHeightMeters), ("streetWidthMeters", streetWidthMeters),
        ]
        for (quantity, value) in positives where !(value > 0 && value.isFinite) {
            throw LossModelError(model: "TR 38.901 RMa", quantity: quantity, value: value, range: "more than 0")
        }
        let farthest = sight == .lineOfSight ? 10_000.0 : 5_000.0
        let isInRange =
            (500...30_000).contains(frequencyMHz) && (10...farthest).contains(distanceMeters) && (10...150).contains(mastHeightMeters)
            && (1...10).contains(terminalHeightMeters) && (5...50).contains(buildingHeightMeters) && (5...50).contains(streetWidthMeters)

        let ground = max(distanceMeters, 10)
        let ray = hypot(ground, mastHeightMeters - terminalHeightMeters)
        let frequencyGHz = frequencyMHz / 1_000
        // The table's note 5 counts with 3·10⁸ m/s.
        let breakPoint = 2 * .pi * mastHeightMeters * terminalHeightMeters * frequencyMHz * 1e6 / 3e8
        let roofs = pow(buildingHeightMeters, 1.72)
        func beforeBreak(_ meters: Double) -> Double {
            20 * log10(40 * .pi * meters * frequencyGHz / 3) + min(0.03 * roofs, 10) * log10(meters) - min(0.044 * roofs, 14.77)
                + 0.002 * log10(buildingHeightMeters) * meters
        }
        let isBeforeBreak = ground <= breakPoint
        var loss = isBeforeBreak ? beforeBreak(ray) : beforeBreak(breakPoint) + 40 * log10(ray / breakPoint)
        var sigma = isBeforeBreak ? 4.0 : 6.0
        if sight == .obstructed {
            let ratio = buildingHeightMeters / mastHeightMeters
            let terminal = log10(11.75 * terminalHeightMeters)
            let obstructed =
                161.04 - 7.1 * log10(streetWidthMeters) + 7.5 * log10(buildingHeightMeters)
                - (24.37 - 3.7 * ratio * ratio) * log10(mastHeightMeters)
                + (43.42 - 3.1 * log10(mastHeightMeters)) * (log10(ray) - 3) + 20 * log10(frequencyGHz)
                - (3.2 * terminal * terminal - 4.97)
            loss = max(loss, obstructed)
            sigma = 8
        }
        let floor = FreeSpace.lossDB(distanceMeters: ray, frequencyMHz: frequencyMHz)
        return Prediction(lossDB: max(loss, floor), sigmaDB: sigma, isExtrapolated: !isInRange)
    }
}
