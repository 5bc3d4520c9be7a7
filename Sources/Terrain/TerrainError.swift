/// What stops terrain from being used.
public enum TerrainError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The parts of a grid do not fit together.
    case shape(String)

    /// One line that says what does not fit.
    public var description: String {
        switch self {
        case .shape(let what): what
        }
    }
}
