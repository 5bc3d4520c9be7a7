import Foundation

/// The inverse of the complementary cumulative normal distribution.
///
/// Source: Recommendation ITU-R P.1812-8, Annex 1, Attachment 2, Eqs. (96) and (97).
enum InverseNormal {
    /// I(x): positive below one half, negative above; x is held within 10⁻⁶ of 0 and 1, as the approximation asks.
    static func complementary(_ x: Double) -> Double {
        let held = min(max(x, 1e-6), 1 - 1e-6)
        return held <= 0.5 ? tail(held) : -tail(1 - held)
    }

    private static func tail(_ x: Double) -> Double {
        let t = sqrt(-2 * log(x))
        let numerator = (0.010328 * t + 0.802853) * t + 2.515516698
        let denominator = ((0.001308 * t + 0.189269) * t + 1.432788) * t + 1
        return t - numerator / denominator
    }
}
