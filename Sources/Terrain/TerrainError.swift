/// What stops terrain from being used.
public enum TerrainError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The parts of a grid do not fit together.
    case shape(String)

    public var description: String {
        switch self {
        case .shape(let what): what
        }
    }
}
