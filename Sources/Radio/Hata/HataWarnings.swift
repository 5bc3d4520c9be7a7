/// Why an answer of Hata's formulas, although computed, lies outside of what they were fitted to.
public struct HataWarnings: OptionSet, Hashable, Sendable, CustomStringConvertible {
    /// One bit for each warning; 0 = none.
    public let rawValue: Int

    /// Warnings by their bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The frequency is outside the model's range.
    public static let frequency = HataWarnings(rawValue: 0x01)
    /// The height of the base station is outside 30…200 m.
    public static let baseHeight = HataWarnings(rawValue: 0x02)
    /// The height of the mobile is outside 1…10 m.
    public static let mobileHeight = HataWarnings(rawValue: 0x04)
    /// The path is shorter than 1 km.
    public static let pathShort = HataWarnings(rawValue: 0x08)
    /// The path is longer than the model's range.
    public static let pathLong = HataWarnings(rawValue: 0x10)
    /// The formula fell below free space, which stands in.
    public static let freeSpace = HataWarnings(rawValue: 0x20)

    private static let sentences: [(HataWarnings, String)] = [
        (.frequency, "the frequency is outside the range of the model"),
        (.baseHeight, "the effective height of the base station is outside 30…200 m"),
        (.mobileHeight, "the effective height of the mobile is outside 1…10 m"),
        (.pathShort, "the path is shorter than 1 km, where the model begins"),
        (.pathLong, "the path is longer than the model's range"),
        (.freeSpace, "the formula says less than free space, which stands in"),
    ]

    /// One sentence for each warning.
    public var texts: [String] { Self.sentences.filter { contains($0.0) }.map(\.1) }

    /// The sentences, one to a line; empty without warnings.
    public var description: String { texts.joined(separator: "\n") }
}
