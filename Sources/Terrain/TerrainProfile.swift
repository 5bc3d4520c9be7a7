import Geodesy

/// The ground along one path at equal steps, from the transmitter to the receiver. One value is filled again and again, so that a run over many
/// paths allocates only while the longest one grows.
public struct TerrainProfile: Sendable {
    /// Length of the path along the geodesic, metres.
    public internal(set) var distanceMeters = 0.0
    /// Direction from the transmitter to the receiver at the transmitter, degrees from north, clockwise.
    public internal(set) var azimuthDegrees = 0.0
    /// Distance from one sample to the next, metres.
    public internal(set) var stepMeters = 0.0
    /// Number of samples, both ends included; at least ``minimumSamples`` after a fill.
    public internal(set) var count = 0
    /// Metres above sea level; the first `count` values hold, NaN = no data.
    public internal(set) var heightsMeters: [Double] = []
    /// Clutter heights in metres above ground; the first `count` values hold. Empty when the grid has none.
    public internal(set) var clutterMeters: [Double] = []
    /// Position of the first sample without data; nil when the whole path is known.
    public internal(set) var firstGap: Int?

    /// Source: Recommendation ITU-R P.1812-8, §3.2: a profile has at least five points.
    public static let minimumSamples = 5

    /// An empty profile, to be filled.
    public init() {}

    /// A profile given by its samples.
    ///
    /// - Parameters:
    ///   - clutterMeters: empty, or as many values as heights.
    public init(stepMeters: Double, heightsMeters: [Double], clutterMeters: [Double] = []) {
        self.stepMeters = stepMeters
        self.heightsMeters = heightsMeters
        self.clutterMeters = clutterMeters.count == heightsMeters.count ? clutterMeters : []
        count = heightsMeters.count
        distanceMeters = stepMeters * Double(max(0, count - 1))
        firstGap = heightsMeters.firstIndex(where: \.isNaN)
    }
}
