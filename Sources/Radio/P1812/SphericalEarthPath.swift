import Foundation

/// A path over a smooth round Earth, as far as it does not depend on frequency.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.2, Eqs. (22) to (27).
struct SphericalEarthPath: Hashable, Sendable {
    /// Which side of the smooth Earth's horizon the receiver is on.
    enum State: Hashable, Sendable {
        /// At or beyond the marginal distance: the first term holds as it is.
        case beyondHorizon
        /// Nearer: smallest clearance hse in metres at `firstKm`/`secondKm` from the terminals, and the Earth radius aem, km, that would just
        /// bring the receiver to the horizon.
        case clear(clearanceMeters: Double, firstKm: Double, secondKm: Double, marginalRadiusKm: Double)
    }

    let distanceKm: Double
    /// Effective antenna heights over the smooth surface, metres, > 0.
    let transmitterMeters: Double
    let receiverMeters: Double
    /// Effective Earth radius, km.
    let earthRadiusKm: Double
    let state: State

    init(distanceKm: Double, transmitterMeters: Double, receiverMeters: Double, earthRadiusKm: Double) {
        self.distanceKm = distanceKm
        self.transmitterMeters = transmitterMeters
        self.receiverMeters = receiverMeters
        self.earthRadiusKm = earthRadiusKm
        let roots = sqrt(transmitterMeters) + sqrt(receiverMeters)
        let marginalKm = sqrt(2 * earthRadiusKm) * (sqrt(0.001 * transmitterMeters) + sqrt(0.001 * receiverMeters))
        guard distanceKm < marginalKm else {
            state = .beyondHorizon
            return
        }
        let sum = transmitterMeters + receiverMeters
        let c = (transmitterMeters - receiverMeters) / sum
        let m = 250 * distanceKm * distanceKm / (earthRadiusKm * sum)
        let cube = (m + 1) * (m + 1) * (m + 1)
        let argument = min(max(1.5 * c * sqrt(3 * m / cube), -1), 1)
        let b = 2 * sqrt((m + 1) / (3 * m)) * cos(.pi / 3 + acos(argument) / 3)
        let first = distanceKm / 2 * (1 + b)
        let second = distanceKm - first
        let clearance =
            ((transmitterMeters - 500 * first * first / earthRadiusKm) * second
                + (receiverMeters - 500 * second * second / earthRadiusKm) * first) / distanceKm
        let marginal = distanceKm / roots
        state = .clear(
            clearanceMeters: clearance, firstKm: first, secondKm: second, marginalRadiusKm: 500 * marginal * marginal)
    }

    /// Ldsph in dB.
    func lossDB(_ wave: DiffractedWave, seaFraction: Double) -> Double {
        switch state {
        case .beyondHorizon:
            return FirstTermDiffraction.lossDB(self, earthRadiusKm: earthRadiusKm, wave, seaFraction: seaFraction)
        case .clear(let clearance, let first, let second, let marginalRadius):
            let required = wave.constants.clearance * sqrt(first * second / distanceKm) / wave.inverseRootWavelength
            guard clearance <= required else { return 0 }
            let firstTerm = FirstTermDiffraction.lossDB(self, earthRadiusKm: marginalRadius, wave, seaFraction: seaFraction)
            return (1 - clearance / required) * max(0, firstTerm)
        }
    }
}

/// The wave as diffraction sees it.
struct DiffractedWave {
    var frequencyGHz: Double
    var polarization: Polarization
    /// 1/√λ, 1/√m.
    var inverseRootWavelength: Double
    var constants = SmoothEarthConstants.p1812
}

/// The factors of the smooth Earth in GHz, km and m. P.1812 prints them rounded.
struct SmoothEarthConstants {
    /// Of the normalised surface admittance. Eq. (29a).
    var admittance: Double
    /// Of the normalised distance. Eq. (31).
    var distance: Double
    /// Of the normalised heights. Eq. (32).
    var height: Double
    /// Of the clearance from which on nothing is lost. Eq. (25).
    var clearance: Double

    static let p1812 = SmoothEarthConstants(admittance: 0.036, distance: 21.88, height: 0.9575, clearance: 17.456)

    /// P.526-15 in self-consistent units (§3.1.1, §3.2, §4.5), for a speed of light in m·GHz.
    static func p526(lightSpeed: Double) -> SmoothEarthConstants {
        SmoothEarthConstants(
            admittance: 1 / cbrt(2_000 * .pi / lightSpeed), distance: 10 * cbrt(.pi / lightSpeed),
            height: 0.2 * cbrt(.pi * .pi / (lightSpeed * lightSpeed)), clearance: 0.552 * sqrt(1_000))
    }
}
