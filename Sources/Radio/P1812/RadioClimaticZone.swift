/// The air over one profile point. The raw value is the code by which test files call it.
///
/// Source: Recommendation ITU-R P.1812-8, Table 2.
public enum RadioClimaticZone: Int, CaseIterable, Hashable, Sendable, Codable {
    /// Seas, oceans and other large bodies of water.
    case sea = 1
    /// Land along the sea up to 100 m above it, no more than 50 km inland.
    case coastalLand = 3
    /// All other land.
    case inland = 4
}
