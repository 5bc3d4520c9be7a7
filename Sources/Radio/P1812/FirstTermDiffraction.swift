import Foundation

/// The first term of the residue series: how a wave creeps round a smooth Earth.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.3, Eqs. (28) to (36).
enum FirstTermDiffraction {
    /// Ldft in dB, weighted by the part of the path that runs over sea. Eq. (28).
    static func lossDB(
        _ path: SphericalEarthPath, earthRadiusKm: Double, _ wave: DiffractedWave, seaFraction: Double
    ) -> Double {
        var loss = 0.0
        if seaFraction < 1 { loss += (1 - seaFraction) * lossDB(path, earthRadiusKm, wave, permittivity: 22, conductivity: 0.003) }
        if seaFraction > 0 { loss += seaFraction * lossDB(path, earthRadiusKm, wave, permittivity: 80, conductivity: 5) }
        return loss
    }

    private static func lossDB(
        _ path: SphericalEarthPath, _ radius: Double, _ wave: DiffractedWave, permittivity: Double, conductivity: Double
    ) -> Double {
        let frequency = wave.frequencyGHz
        // Normalised surface admittance, Eqs. (29a) and (29b).
        let imaginary = 18 * conductivity / frequency
        let imaginarySquared = imaginary * imaginary
        let relative = (permittivity - 1) * (permittivity - 1) + imaginarySquared
        var k = wave.constants.admittance / (cbrt(radius * frequency) * sqrt(sqrt(relative)))
        if wave.polarization == .vertical { k *= sqrt(permittivity * permittivity + imaginarySquared) }
        let k2 = k * k
        let ground = (1 + 1.6 * k2 + 0.67 * k2 * k2) / (1 + 4.5 * k2 + 1.53 * k2 * k2)

        // Normalised distance and heights, Eqs. (31) and (32).
        let x = wave.constants.distance * ground * cbrt(frequency / (radius * radius)) * path.distanceKm
        let height = wave.constants.height * ground * cbrt(frequency * frequency / radius)
        let distanceTerm = x >= 1.6 ? 11 + 10 * log10(x) - 17.6 * x : -20 * log10(x) - 5.6488 * pow(x, 1.425)
        let floor = 2 + 20 * log10(k)
        let transmitter = max(floor, heightGain(ground * height * path.transmitterMeters))
        let receiver = max(floor, heightGain(ground * height * path.receiverMeters))
        return -distanceTerm - transmitter - receiver
    }

    /// G(Y) with B = β·Y. Eqs. (34) and (35).
    private static func heightGain(_ b: Double) -> Double {
        b > 2 ? 17.6 * sqrt(b - 1.1) - 5 * log10(b - 1.1) - 8 : 20 * log10(b + 0.1 * b * b * b)
    }
}
