/// What a loss depends on beside the geometry of its path.
struct PathConditions: Hashable, Sendable {
    var frequencyGHz: Double
    var polarization: Polarization
    /// p, %.
    var timePercent: Double
    /// β0, %.
    var anomalousPercent: Double
    /// N0, N-units.
    var refractivityNUnits: Double
    /// dct and dcr, km.
    var transmitterCoastKm: Double
    var receiverCoastKm: Double
    /// What the place adds to the median over locations, dB.
    var locationDB: Double
}
