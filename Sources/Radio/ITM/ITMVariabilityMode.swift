/// Which of the three variabilities count, and how they are joined: NTIA's `mdvar`.
///
/// Source: G. A. Hufford, A. G. Longley and W. A. Kissick, "A guide to the use of the ITS Irregular Terrain Model in the area prediction mode",
/// NTIA Report 82-100, §7.
public struct ITMVariabilityMode: Hashable, Sendable {
    /// Who asks.
    public enum Manner: Int, CaseIterable, Hashable, Sendable, Codable {
        /// One message on one link: situation stands for all three.
        case singleMessage = 0
        /// Accidental interference: time counts, situation stands for location too.
        case accidental = 1
        /// A mobile unit: time stands for location too.
        case mobile = 2
        /// Broadcast: all three on their own.
        case broadcast = 3
    }

    /// Who asks.
    public var manner: Manner
    /// Known terminals: no variability over locations (`mdvar` + 10).
    public var isWithoutLocation: Bool
    /// Interference: no direct variability over situations (`mdvar` + 20).
    public var isWithoutSituation: Bool

    /// Makes a mode.
    public init(_ manner: Manner, isWithoutLocation: Bool = false, isWithoutSituation: Bool = false) {
        self.manner = manner
        self.isWithoutLocation = isWithoutLocation
        self.isWithoutSituation = isWithoutSituation
    }

    /// Reads NTIA's number: 0…3, 10…13, 20…23, 30…33; nil for any other.
    public init?(mdvar: Int) {
        guard (0...33).contains(mdvar), let manner = Manner(rawValue: mdvar % 10) else { return nil }
        self.init(manner, isWithoutLocation: mdvar / 10 % 2 == 1, isWithoutSituation: mdvar >= 20)
    }

    /// NTIA's number.
    public var mdvar: Int { manner.rawValue + (isWithoutLocation ? 10 : 0) + (isWithoutSituation ? 20 : 0) }
}
