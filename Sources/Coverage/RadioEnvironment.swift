import Planning
import Radio
import Terrain

/// What a prediction needs to know beside the world: the ground, the air and the equipment.
public struct RadioEnvironment: Sendable {
    /// The ground; nil when no terrain at all was read.
    public var terrain: TerrainGrid?
    /// The air.
    public var climate: RadioClimate
    /// Antennas by the text of the sites' column `antenna`, as far as it could be understood.
    public var antennas: [String: SiteAntenna]
    /// Power, gains and losses of the sites, as far as their rows and antennas do not say.
    public var budget: LinkBudget
    /// What measurements correct levels by; nil = nothing, the default.
    public var calibration: EvidenceCalibration?
    /// Sites farther from a village than this are not looked at, metres.
    ///
    /// GSM's timing advance ends at 35 km, and common LTE preambles earlier: what a phone receives from farther away it cannot answer.
    public var maximumRangeMeters: Double

    /// Range of sites where a project names none, metres.
    public static let defaultMaximumRangeMeters = 35_000.0

    /// Describes an environment without calibration.
    public init(
        terrain: TerrainGrid?, climate: RadioClimate, antennas: [String: SiteAntenna] = [:], budget: LinkBudget = LinkBudget(),
        maximumRangeMeters: Double = defaultMaximumRangeMeters
    ) {
        self.terrain = terrain
        self.climate = climate
        self.antennas = antennas
        self.budget = budget
        self.maximumRangeMeters = maximumRangeMeters
    }

    /// The antenna that a site's text stands for; the stand-in where it names none, or one that could not be used.
    func antenna(_ text: String, azimuthsDegrees: [Double]) -> SiteAntenna {
        antennas[text] ?? .standIn(azimuthsDegrees: azimuthsDegrees)
    }
}
