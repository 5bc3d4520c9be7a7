/// The answer of ITM for one path, with everything that led to it.
public struct ITMPrediction: Hashable, Sendable {
    /// What carries the wave. The raw value is NTIA's number.
    public enum Regime: Int, CaseIterable, Hashable, Sendable, Codable {
        /// No ground hides one end from the other.
        case lineOfSight = 1
        /// The wave bends over the ground between the ends.
        case diffraction = 2
        /// The air scatters the wave beyond the horizon.
        case troposcatter = 3
    }

    /// Basic transmission loss not exceeded for the shares asked for, dB.
    public let lossDB: Double
    /// What needs care.
    public let warnings: ITMWarnings
    /// What carries the wave.
    public let regime: Regime
    /// Loss in free space, dB, with the constant 32.45 of the model.
    public let freeSpaceDB: Double
    /// Reference attenuation Aref, dB beyond free space.
    public let referenceDB: Double
    /// Length of the path, km.
    public let distanceKm: Double
    /// Terrain irregularity Δh, metres.
    public let deltaMeters: Double
    /// Refractivity at the height of the path, Ns, N-units.
    public let surfaceRefractivityNUnits: Double
    /// Angles of the horizons above the level, mrad: transmitter, receiver.
    public let horizonMrad: SIMD2<Double>
    /// Distances of the horizons, metres: transmitter, receiver.
    public let horizonMeters: SIMD2<Double>
    /// Effective heights of the antennas, metres: transmitter, receiver.
    public let effectiveHeightMeters: SIMD2<Double>

    /// Every value on the way by NTIA's name, always the same names in the same order. Angles in mrad.
    public var intermediates: [P1812Prediction.Intermediate] {
        let values: [(String, Double)] = [
            ("A_fs__db", freeSpaceDB), ("d__km", distanceKm), ("theta_hzn_tx__mrad", horizonMrad[0]),
            ("theta_hzn_rx__mrad", horizonMrad[1]), ("d_hzn_tx__meter", horizonMeters[0]), ("d_hzn_rx__meter", horizonMeters[1]),
            ("h_e_tx__meter", effectiveHeightMeters[0]), ("h_e_rx__meter", effectiveHeightMeters[1]),
            ("N_s", surfaceRefractivityNUnits), ("delta_h__meter", deltaMeters), ("A_ref__db", referenceDB),
            ("mode", Double(regime.rawValue)), ("warning_flags", Double(warnings.rawValue)),
        ]
        return values.map { .init(name: $0.0, value: $0.1) }
    }
}
