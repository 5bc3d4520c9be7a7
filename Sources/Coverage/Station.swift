import Geodesy
import Planning
import Radio

/// A site, standing or proposed, as the radio sees it.
public struct Station: Sendable {
    /// One technology on one frequency.
    public struct Cell: Sendable {
        /// What is sent.
        public let technology: Technology
        /// Frequency of the carrier, MHz.
        public let frequencyMHz: Double
        /// Power of one resource element at the radio, dBm.
        public let resourceElementPowerDBm: Double
        /// The antennas that send it: one for each azimuth, or one that looks everywhere alike; never empty.
        public let sectors: [Sector]
        /// Radiated power of one resource element in the best direction, dBm: no level can be higher than this less the path's loss.
        public let peakDBm: Double
    }

    /// Position in `World.sites`; nil for a proposed mast.
    public let site: Int?
    /// Where it stands, WGS 84.
    public let place: Coordinate
    /// Height of the antenna above the ground, metres.
    public let mastHeightMeters: Double
    /// Whose cells these are; nil when the builder is not known yet.
    public let carrier: Operator?
    /// By technology in the order given, then ascending by frequency; never empty.
    public let cells: [Cell]
    /// Farther away it is not looked at, metres.
    public let rangeMeters: Double
    /// A guess from phones' reports.
    public let isWeak: Bool

    /// Mast height where a table gives none, metres: the macro site of the design.
    public static let defaultMastHeightMeters = 45.0

    /// The station of a proposed mast; nil when no technology is left.
    public init?(_ mast: ProposedMast, environment: RadioEnvironment) {
        self.init(
            site: nil, place: mast.place, mastHeightMeters: mast.mastHeightMeters, carrier: nil, technologies: mast.technologies,
            allTechnologies: mast.technologies, bandsMHz: mast.bandsMHz, powerDBm: nil, azimuthsDegrees: mast.azimuthsDegrees,
            tiltDegrees: nil,
            antenna: environment.antenna("", azimuthsDegrees: mast.azimuthsDegrees), rangeMeters: .infinity, isWeak: false,
            environment: environment)
    }

    /// A station of the technologies given; nil when none of them is left, or the site reaches nowhere.
    init?(
        site position: Int?, place: Coordinate, mastHeightMeters: Double?, carrier: Operator?, technologies: [Technology],
        allTechnologies: [Technology], bandsMHz: [Double],
        powerDBm: Double?, azimuthsDegrees: [Double], tiltDegrees: Double?, antenna: SiteAntenna, rangeMeters: Double, isWeak: Bool,
        environment: RadioEnvironment
    ) {
        guard place.isValid, rangeMeters > 0 else { return nil }
        let budget = environment.budget
        let power = budget.with(carrierPowerDBm: powerDBm).resourceElementPowerDBm
        var cells: [Cell] = []
        for technology in technologies {
            for frequency in technology.carriersMHz(siteBandsMHz: bandsMHz, siteTechnologies: allTechnologies) {
                let sectors = antenna.sectors(
                    frequencyMHz: frequency, azimuthsDegrees: azimuthsDegrees, tiltDegrees: tiltDegrees ?? 0, budget: budget)
                guard let best = sectors.map(\.antenna.maximumGainDBi).max() else { continue }
                // What measurements say of cells of this kind counts as power, so that every level follows.
                let bias = environment.calibration?.biasDB(.init(technology: technology, frequencyMHz: frequency)) ?? 0
                cells.append(
                    Cell(
                        technology: technology, frequencyMHz: frequency, resourceElementPowerDBm: power + bias, sectors: sectors,
                        peakDBm: power + bias + best - budget.feederLossDB))
            }
        }
        guard !cells.isEmpty else { return nil }
        site = position
        self.place = place
        self.mastHeightMeters = mastHeightMeters ?? Self.defaultMastHeightMeters
        self.carrier = carrier
        self.cells = cells
        self.rangeMeters = min(rangeMeters, environment.maximumRangeMeters)
        self.isWeak = isWeak
    }

    /// The station of an existing site, for some of its technologies; nil when it has none of them.
    public init?(_ position: Int, _ site: Site, technologies: [Technology], environment: RadioEnvironment) {
        self.init(
            site: position, place: site.place, mastHeightMeters: site.mastHeightMeters, carrier: site.operator,
            technologies: site.technologies.filter(technologies.contains), allTechnologies: site.technologies, bandsMHz: site.bandsMHz,
            powerDBm: site.powerDBm,
            azimuthsDegrees: site.azimuthsDegrees, tiltDegrees: site.tiltDegrees,
            antenna: environment.antenna(site.antenna, azimuthsDegrees: site.azimuthsDegrees),
            rangeMeters: site.rangeCapMeters ?? .infinity, isWeak: site.evidence == .crowdsourced, environment: environment)
    }
}
