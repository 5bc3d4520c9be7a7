/// Why an answer of ITM, although computed, needs care. The bits are NTIA's.
public struct ITMWarnings: OptionSet, Hashable, Sendable, CustomStringConvertible {
    /// NTIA's bits; 0 = no warning.
    public let rawValue: Int

    /// Warnings by NTIA's bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The transmitter stands below 1 m or above 1,000 m.
    public static let transmitterHeight = ITMWarnings(rawValue: 0x0001)
    /// The receiver stands below 1 m or above 1,000 m.
    public static let receiverHeight = ITMWarnings(rawValue: 0x0002)
    /// Below 40 MHz or above 10 GHz.
    public static let frequency = ITMWarnings(rawValue: 0x0004)
    /// Longer than 1,000 km.
    public static let pathLong = ITMWarnings(rawValue: 0x0008)
    /// Longer than 2,000 km.
    public static let pathVeryLong = ITMWarnings(rawValue: 0x0010)
    /// So short that the antennas are seen at more than 200 mrad.
    public static let pathSteep = ITMWarnings(rawValue: 0x0020)
    /// Shorter than 1 km.
    public static let pathShort = ITMWarnings(rawValue: 0x0040)
    /// The transmitter's horizon stands more than 200 mrad off the level.
    public static let transmitterHorizonAngle = ITMWarnings(rawValue: 0x0080)
    /// The receiver's horizon stands more than 200 mrad off the level.
    public static let receiverHorizonAngle = ITMWarnings(rawValue: 0x0100)
    /// The transmitter's horizon is nearer than a tenth of that of a smooth Earth.
    public static let transmitterHorizonNear = ITMWarnings(rawValue: 0x0200)
    /// The receiver's horizon is nearer than a tenth of that of a smooth Earth.
    public static let receiverHorizonNear = ITMWarnings(rawValue: 0x0400)
    /// The transmitter's horizon is farther than three times that of a smooth Earth.
    public static let transmitterHorizonFar = ITMWarnings(rawValue: 0x0800)
    /// The receiver's horizon is farther than three times that of a smooth Earth.
    public static let receiverHorizonFar = ITMWarnings(rawValue: 0x1000)
    /// A share lies far out in its distribution, beyond 0.1 % or 99.9 %.
    public static let extremeVariability = ITMWarnings(rawValue: 0x2000)
    /// Refractivity at the ground below 250 N-units.
    public static let surfaceRefractivity = ITMWarnings(rawValue: 0x4000)

    private static let sentences: [(ITMWarnings, String)] = [
        (.transmitterHeight, "the transmitter's height is near the limits of the model: outside 1…1000 m"),
        (.receiverHeight, "the receiver's height is near the limits of the model: outside 1…1000 m"),
        (.frequency, "the frequency is near the limits of the model: outside 40…10000 MHz"),
        (.pathLong, "the path is longer than 1000 km, near the limit of the model"),
        (.pathVeryLong, "the path is longer than 2000 km; take the result with care"),
        (.pathSteep, "the path is so short that the antennas see each other at more than 200 mrad"),
        (.pathShort, "the path is shorter than 1 km; take the result with care"),
        (.transmitterHorizonAngle, "the transmitter's horizon is more than 200 mrad off the level; small-angle formulas may break down"),
        (.receiverHorizonAngle, "the receiver's horizon is more than 200 mrad off the level; small-angle formulas may break down"),
        (.transmitterHorizonNear, "the transmitter's horizon is nearer than 1/10 of that of a smooth Earth"),
        (.receiverHorizonNear, "the receiver's horizon is nearer than 1/10 of that of a smooth Earth"),
        (.transmitterHorizonFar, "the transmitter's horizon is farther than 3 times that of a smooth Earth"),
        (.receiverHorizonFar, "the receiver's horizon is farther than 3 times that of a smooth Earth"),
        (.extremeVariability, "a percentage lies far out in the tail of its distribution"),
        (.surfaceRefractivity, "the refractivity at the ground is below 250 N-units; take the result with care"),
    ]

    /// One sentence for each warning, in the order of NTIA's bits.
    public var texts: [String] { Self.sentences.filter { contains($0.0) }.map(\.1) }

    /// The sentences, one to a line; empty without warnings.
    public var description: String { texts.joined(separator: "\n") }
}
