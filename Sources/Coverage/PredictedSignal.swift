import Geodesy
import Planning
import Radio
import Terrain

/// The level that one cell of a site brings to a village, by the exact path between them.
public struct PredictedSignal: Hashable, Sendable, Codable {
    /// Position in `World.sites`; nil for a mast that does not stand yet.
    public var site: Int?
    /// What the cell sends.
    public var technology: Technology
    /// Frequency of its carrier, MHz.
    public var frequencyMHz: Double
    /// Median reference signal received power where the rule's phone is held, dBm.
    public var rsrpDBm: Double
    /// Probability that the rule's threshold is reached, 0…1.
    public var probability: Double
    /// Basic transmission loss, dB.
    public var pathLossDB: Double
    /// By how much the phone's own signal would exceed what the site needs to hear a call (one resource block) and simple data (four), dB, at
    /// the median.
    public var uplink: UplinkCheck.Margins
    /// Gain of the antenna towards the village, or towards the horizon before it, dBi.
    public var gainDBi: Double
    /// Length of the path over the ground, metres.
    public var distanceMeters: Double
    /// What stands in the way; nil when the first Fresnel zone is clear enough to lose nothing.
    public var obstruction: Obstruction?
    /// True when no ridge hides the mast's antenna.
    public var isLineOfSight: Bool
    /// True when the village is nearer than P.1812 is made for (250 m).
    public var isBelowModelRange: Bool
}

/// The ground that costs a path most.
public struct Obstruction: Hashable, Sendable, Codable {
    /// Where it stands, WGS 84.
    public var place: Coordinate
    /// From the site, metres.
    public var distanceMeters: Double
    /// Height of the ground there with what stands on it, metres above sea level.
    public var heightMeters: Double
    /// Height of the direct ray above it, metres, over the curved Earth; negative where the ground hides the site.
    public var clearanceMeters: Double
}
