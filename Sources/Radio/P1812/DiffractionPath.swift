/// Everything of the delta-Bullington method that does not depend on frequency, for one Earth radius.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.4.
struct DiffractionPath: Hashable, Sendable {
    /// The profile with its clutter.
    var actual: BullingtonEdge
    /// The same path with the ground smoothed away.
    var smooth: BullingtonEdge
    /// The same path over a smooth round Earth.
    var sphere: SphericalEarthPath

    /// The three losses and their sum at one frequency.
    func loss(_ wave: DiffractedWave, seaFraction: Double) -> DiffractionLoss {
        let distance = sphere.distanceKm
        return DiffractionLoss(
            actualDB: actual.lossDB(inverseRootWavelength: wave.inverseRootWavelength, distanceKm: distance),
            smoothDB: smooth.lossDB(inverseRootWavelength: wave.inverseRootWavelength, distanceKm: distance),
            sphereDB: sphere.lossDB(wave, seaFraction: seaFraction))
    }
}

/// The parts of a delta-Bullington loss.
struct DiffractionLoss: Hashable, Sendable {
    /// Lbulla, dB.
    var actualDB: Double
    /// Lbulls, dB.
    var smoothDB: Double
    /// Ldsph, dB.
    var sphereDB: Double

    /// Ld in dB. Eq. (39).
    var totalDB: Double { actualDB + max(sphereDB - smoothDB, 0) }
}
