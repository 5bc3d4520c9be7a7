/// What stands around the receiver, in Hata's classes.
public enum HataEnvironment: Hashable, Sendable, CaseIterable {
    /// City centre of a metropolis.
    case denseUrban
    /// City.
    case urban
    /// Suburb, small town.
    case suburban
    /// Open country.
    case rural

    /// Reads NTIA's code, that of the American land-cover database: 22 suburban, 23 urban, 24 dense urban, any other rural.
    public init(code: Int) {
        switch code {
        case 22: self = .suburban
        case 23: self = .urban
        case 24: self = .denseUrban
        default: self = .rural
        }
    }
}
