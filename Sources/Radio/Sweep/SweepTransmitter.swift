import Geodesy

/// One carrier on a mast, as a sweep sees it.
public struct SweepCell: Sendable {
    /// Carrier frequency, MHz, 30…6,000.
    public var frequencyMHz: Double
    /// What reaches the antenna less every loss that does not depend on the path, dBm: power of a resource element − feeder − extra loss.
    public var conductedPowerDBm: Double
    /// The antennas, at least one; the best of them counts in each direction.
    public var sectors: [Sector]

    /// Makes a cell; nothing is checked before a sweep.
    public init(frequencyMHz: Double, conductedPowerDBm: Double, sectors: [Sector]) {
        self.frequencyMHz = frequencyMHz
        self.conductedPowerDBm = conductedPowerDBm
        self.sectors = sectors
    }
}

/// A mast and all that radiates from it.
public struct SweepTransmitter: Sendable {
    /// Where it stands.
    public var place: Coordinate
    /// Antennas above ground, metres, 1…1,000.
    public var antennaHeightMeters: Double
    /// At least one carrier. Carriers of one frequency share their loss.
    public var cells: [SweepCell]

    /// Makes a transmitter; nothing is checked before a sweep.
    public init(place: Coordinate, antennaHeightMeters: Double, cells: [SweepCell]) {
        self.place = place
        self.antennaHeightMeters = antennaHeightMeters
        self.cells = cells
    }
}
