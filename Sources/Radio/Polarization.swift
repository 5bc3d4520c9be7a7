/// Polarization of a link. The raw value is the number by which Recommendations and their test files call it.
public enum Polarization: Int, CaseIterable, Hashable, Sendable, Codable {
    case horizontal = 1
    case vertical = 2
}
