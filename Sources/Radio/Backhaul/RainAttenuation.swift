import Foundation

/// What rain takes from a wave on a terrestrial path.
///
/// Source: Recommendations ITU-R P.838-3 (specific attenuation) and P.530-18, §2.4.1 (path reduction and other percentages of time).
public enum RainAttenuation {
    /// Specific attenuation γ = k·R^α, dB/km, on a level path.
    ///
    /// - Parameters:
    ///   - frequencyGHz: 1 to 1000.
    ///   - rainRateMMPerHour: at least 0.
    public static func specificDBPerKm(frequencyGHz: Double, rainRateMMPerHour: Double, polarization: Polarization) -> Double {
        let (k, alpha) = coefficients(frequencyGHz: frequencyGHz, polarization: polarization)
        return k * pow(rainRateMMPerHour, alpha)
    }

    /// Attenuation exceeded for a percentage of an average year, dB; 0 for a path without length or rain.
    ///
    /// - Parameters:
    ///   - distanceKm: of the hop.
    ///   - rainRateMMPerHour: exceeded for 0.01 % of the time.
    ///   - percentOfTime: 0.001 to 1.
    public static func exceededDB(
        distanceKm: Double, frequencyGHz: Double, rainRateMMPerHour: Double, polarization: Polarization, percentOfTime: Double = 0.01
    ) -> Double {
        guard distanceKm > 0, rainRateMMPerHour > 0 else { return 0 }
        let (k, alpha) = coefficients(frequencyGHz: frequencyGHz, polarization: polarization)
        // P.530-18, equation 32: the rain does not fill the whole path; a factor above 2.5 is not to be used.
        let divisor =
            0.477 * pow(distanceKm, 0.633) * pow(rainRateMMPerHour, 0.073 * alpha) * pow(frequencyGHz, 0.123)
            - 10.579 * (1 - exp(-0.024 * distanceKm))
        let factor = divisor > 0.4 ? 1 / divisor : 2.5
        let atHundredth = k * pow(rainRateMMPerHour, alpha) * distanceKm * factor
        // Equations 34 to 35c.
        let c0 = frequencyGHz >= 10 ? 0.12 + 0.4 * pow(log10(frequencyGHz / 10), 0.8) : 0.12
        let c1 = pow(0.07, c0) * pow(0.12, 1 - c0)
        let c2 = 0.855 * c0 + 0.546 * (1 - c0)
        let c3 = 0.139 * c0 + 0.043 * (1 - c0)
        return percentOfTime == 0.01 ? atHundredth : atHundredth * c1 * pow(percentOfTime, -(c2 + c3 * log10(percentOfTime)))
    }

    /// k and α of P.838-3, equations 2 and 3.
    static func coefficients(frequencyGHz: Double, polarization: Polarization) -> (k: Double, alpha: Double) {
        let x = log10(frequencyGHz)
        return polarization == .horizontal
            ? (pow(10, kHorizontal.value(x)), alphaHorizontal.value(x)) : (pow(10, kVertical.value(x)), alphaVertical.value(x))
    }

    /// A sum of bells over the logarithm of the frequency, and a line.
    private struct Curve {
        let bells: [(a: Double, b: Double, c: Double)]
        let slope: Double
        let offset: Double

        func value(_ x: Double) -> Double {
            bells.reduce(slope * x + offset) { sum, bell in
                let t = (x - bell.b) / bell.c
                return sum + bell.a * exp(-t * t)
            }
        }
    }

    // P.838-3, tables 1 to 4.
    private static let kHorizontal = Curve(
        bells: [
            (-5.33980, -0.10008, 1.13098), (-0.35351, 1.26970, 0.45400), (-0.23789, 0.86036, 0.15354), (-0.94158, 0.64552, 0.16817),
        ], slope: -0.18961, offset: 0.71147)
    private static let kVertical = Curve(
        bells: [
            (-3.80595, 0.56934, 0.81061), (-3.44965, -0.22911, 0.51059), (-0.39902, 0.73042, 0.11899), (0.50167, 1.07319, 0.27195),
        ], slope: -0.16398, offset: 0.63297)
    private static let alphaHorizontal = Curve(
        bells: [
            (-0.14318, 1.82442, -0.55187), (0.29591, 0.77564, 0.19822), (0.32177, 0.63773, 0.13164), (-5.37610, -0.96230, 1.47828),
            (16.1721, -3.29980, 3.43990),
        ], slope: 0.67849, offset: -1.95537)
    private static let alphaVertical = Curve(
        bells: [
            (-0.07771, 2.33840, -0.76284), (0.56727, 0.95545, 0.54039), (-0.20238, 1.14520, 0.26809), (-48.2991, 0.791669, 0.116226),
            (48.5833, 0.791459, 0.116479),
        ], slope: -0.053739, offset: 0.83433)
}
