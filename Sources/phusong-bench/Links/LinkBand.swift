import Radio

/// The radio side of every made-up link: a mast, a phone, and the bands that share a path.
struct LinkBand: Hashable, Sendable {
    var frequencyMHz: Double
    var polarization = Polarization.vertical

    static let mastHeightMeters = 45.0
    static let phoneHeightMeters = 1.5
    static let climate = RadioClimate.northernMountains
    /// What `one band` means.
    static let first = LinkBand(frequencyMHz: 900)
    /// What `three bands` means.
    static let three = [first, LinkBand(frequencyMHz: 1_800), LinkBand(frequencyMHz: 2_600)]
}
