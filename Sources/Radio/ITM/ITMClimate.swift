/// The air of a region, by how the loss varies over the year. The raw value is NTIA's number.
///
/// Source: Hufford, "The Algorithm", Table 5.1.
public enum ITMClimate: Int, CaseIterable, Hashable, Sendable, Codable {
    case equatorial = 1
    case continentalSubtropical = 2
    case maritimeSubtropical = 3
    case desert = 4
    case continentalTemperate = 5
    case maritimeTemperateOverLand = 6
    case maritimeTemperateOverSea = 7
}
