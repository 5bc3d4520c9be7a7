import Foundation

/// The standard normal distribution.
enum StandardNormal {
    /// Φ(x), the probability of a value up to `x`; exact in both tails by `erfc`.
    static func probability(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

    /// Φ⁻¹(p): the value that is not exceeded with probability `p`. Relative error near 1e-15.
    ///
    /// Source: Abramowitz and Stegun 26.2.23 as the first guess (4.5e-4), then Halley's steps on Φ, each cubing the error.
    ///
    /// - Returns: −∞ at 0, ∞ at 1, NaN outside 0 to 1.
    static func quantile(_ p: Double) -> Double {
        guard p >= 0, p <= 1 else { return .nan }
        if p == 0 { return -.infinity }
        if p == 1 { return .infinity }
        if p == 0.5 { return 0 }
        // The lower tail keeps its digits; the upper one is its mirror.
        if p > 0.5 { return -quantile(1 - p) }
        let t = (-2 * log(p)).squareRoot()
        var x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))))
        for _ in 0..<3 {
            let step = (probability(x) - p) * (2 * Double.pi).squareRoot() * exp(x * x / 2)
            guard step.isFinite else { break }
            x -= step / (1 + x * step / 2)
        }
        return x
    }
}
