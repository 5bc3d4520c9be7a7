/// Why a prediction, although computed, lies outside of what the Recommendation was made for.
public enum P1812Warning: Hashable, Sendable, CustomStringConvertible {
    /// The path is shorter than 0.25 km.
    case pathTooShort(kilometers: Double)
    /// The path is longer than 3,000 km.
    case pathTooLong(kilometers: Double)
    /// The profile has fewer than five points.
    case fewPoints(count: Int)

    /// One sentence.
    public var description: String {
        switch self {
        case .pathTooShort(let length): "the path of \(length) km is shorter than \(P1812.shortestKm) km, where P.1812 begins"
        case .pathTooLong(let length): "the path of \(length) km is longer than 3000 km, where P.1812 ends"
        case .fewPoints(let count): "the profile has \(count) points; P.1812 wants at least \(P1812.wantedPoints)"
        }
    }
}
