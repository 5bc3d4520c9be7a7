/// What a site's table says of its antennas, before the carrier is known.
public enum SiteAntenna: Hashable, Sendable {
    /// Alike on all sides.
    case omni
    /// The 3GPP sector of a width in azimuth, degrees.
    case sector(horizontalBeamwidthDegrees: Double)
    /// A measured pattern, with its own gain.
    case pattern(MSIPattern)
    /// A measured pattern without a gain, which is the budget's.
    case shape(RadioMobileAnt)

    /// What stands in where a table names none: a sector of 65° where there are azimuths, else the same on all sides.
    public static func standIn(azimuthsDegrees: [Double]) -> SiteAntenna {
        azimuthsDegrees.isEmpty ? .omni : .sector(horizontalBeamwidthDegrees: 65)
    }

    /// The antenna on one carrier. Planet files have their own gain; formulas and Radio Mobile's files have the budget's.
    public func antenna(frequencyMHz: Double, budget: LinkBudget) -> Antenna {
        switch self {
        case .omni: .omni(maximumGainDBi: budget.antennaGainDBi(frequencyMHz: frequencyMHz))
        case .sector(let width):
            .sector(maximumGainDBi: budget.antennaGainDBi(frequencyMHz: frequencyMHz), horizontalBeamwidthDegrees: width)
        case .pattern(let pattern): .measured(pattern)
        case .shape(let shape): .measured(shape.pattern(maximumGainDBi: budget.antennaGainDBi(frequencyMHz: frequencyMHz)))
        }
    }

    /// The sectors on one carrier: one for each azimuth, never none.
    ///
    /// Without azimuths, and for an omnidirectional antenna, one sector that looks everywhere alike. A table's tilt does not say which tilt it is and is
    /// taken as electrical; for a pattern file it comes on top of the tilt in the file. These choices are ours.
    ///
    /// - Parameter tiltDegrees: below the horizon.
    public func sectors(frequencyMHz: Double, azimuthsDegrees: [Double], tiltDegrees: Double, budget: LinkBudget) -> [Sector] {
        let antenna = antenna(frequencyMHz: frequencyMHz, budget: budget)
        guard self != .omni, !azimuthsDegrees.isEmpty else { return [Sector(antenna: antenna, electricalTiltDegrees: tiltDegrees)] }
        return azimuthsDegrees.map { Sector(antenna: antenna, azimuthDegrees: $0, electricalTiltDegrees: tiltDegrees) }
    }
}
