import Foundation

/// Diffraction over a general terrestrial path by the delta-Bullington method, on its own: Recommendation ITU-R P.526-15, §4.5.
///
/// Land, without clutter. The speed of light is the 3·10⁸ m/s of the Recommendation's practical units and of its validation examples.
public enum DeltaBullington {
    /// The diffraction loss of a path and its parts.
    public struct Prediction: Sendable {
        let path: DiffractionPath
        let surface: SmoothSurface
        let loss: DiffractionLoss

        /// Diffraction loss L, dB, to be added to that of free space.
        public var lossDB: Double { loss.totalDB }
        /// What lies outside of the Recommendation's range; empty = nothing.
        public let warnings: [P1812Warning]

        /// Values on the way, always the same names in the same order: losses in dB, heights in m. `hstp` and `hsrp` are the antenna heights over
        /// the smooth surface, h′ts and h′rs.
        public var intermediates: [P1812Prediction.Intermediate] {
            let values: [(String, Double)] = [
                ("Lba", loss.actualDB), ("Lbs", loss.smoothDB), ("Lsph", loss.sphereDB), ("L", lossDB),
                ("hst", surface.fittedTransmitterMeters), ("hsr", surface.fittedReceiverMeters),
                ("hstd", surface.diffractionTransmitterMeters), ("hsrd", surface.diffractionReceiverMeters),
                ("hstp", path.sphere.transmitterMeters), ("hsrp", path.sphere.receiverMeters),
            ]
            return values.map { .init(name: $0.0, value: $0.1) }
        }
    }

    /// The diffraction loss of a path. Clutter heights and zones of the profile are not used. Complexity: O(n).
    ///
    /// - Parameters:
    ///   - transmitterHeightMeters: above ground, 0.1…10,000 m.
    ///   - receiverHeightMeters: above ground, 0.1…10,000 m.
    ///   - effectiveEarthRadiusKm: 500…10⁶ km.
    ///   - frequencyGHz: 0.001…1,000 GHz.
    /// - Throws: `RadioInputError` with every value out of range.
    public static func predict(
        over profile: PathProfile, transmitterHeightMeters: Double, receiverHeightMeters: Double, effectiveEarthRadiusKm: Double = 8500,
        frequencyGHz: Double, polarization: Polarization = .horizontal
    ) throws(RadioInputError) -> Prediction {
        var defects = DefectList()
        defects.require(transmitterHeightMeters, "transmitterHeightMeters", in: 0.1...10_000, unit: "m above ground")
        defects.require(receiverHeightMeters, "receiverHeightMeters", in: 0.1...10_000, unit: "m above ground")
        defects.require(effectiveEarthRadiusKm, "effectiveEarthRadiusKm", in: 500...1_000_000, unit: "km")
        defects.require(frequencyGHz, "frequencyGHz", in: 0.001...1_000, unit: "GHz")
        try defects.throwIfAny()
        let geometry = profile.distancesKm.withUnsafeBufferPointer { distances in
            profile.heightsMeters.withUnsafeBufferPointer { heights in
                ProfileReader(
                    ListedAxis(distancesKm: distances), heights, nil, distanceKm: profile.lengthKm,
                    transmitterHeightMeters: transmitterHeightMeters, receiverHeightMeters: receiverHeightMeters
                ).geometry(
                    earthRadiusKm: effectiveEarthRadiusKm, anomalousRadiusKm: nil, zones: ZoneLengths(inlandKm: profile.lengthKm),
                    smoothPath: .profilePoints)
            }
        }
        let wave = DiffractedWave(
            frequencyGHz: frequencyGHz, polarization: polarization, inverseRootWavelength: sqrt(frequencyGHz / lightSpeed),
            constants: .p526(lightSpeed: lightSpeed))
        let count = profile.distancesKm.count
        return Prediction(
            path: geometry.median, surface: geometry.surface, loss: geometry.median.loss(wave, seaFraction: 0),
            warnings: count < P1812.wantedPoints ? [.fewPoints(count: count)] : [])
    }

    /// The diffraction loss alone, dB; parameters and errors as of ``predict(over:transmitterHeightMeters:receiverHeightMeters:effectiveEarthRadiusKm:frequencyGHz:polarization:)``.
    public static func lossDB(
        over profile: PathProfile, transmitterHeightMeters: Double, receiverHeightMeters: Double, effectiveEarthRadiusKm: Double = 8500,
        frequencyGHz: Double, polarization: Polarization = .horizontal
    ) throws(RadioInputError) -> Double {
        try predict(
            over: profile, transmitterHeightMeters: transmitterHeightMeters, receiverHeightMeters: receiverHeightMeters,
            effectiveEarthRadiusKm: effectiveEarthRadiusKm, frequencyGHz: frequencyGHz, polarization: polarization
        ).lossDB
    }

    /// m·GHz.
    private static let lightSpeed = 0.3
}
