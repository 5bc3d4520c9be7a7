import Foundation

/// A path over a smooth round Earth, as ``SphericalEarthPath`` has it, without inverse cosines.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.2, Eqs. (22) to (27).
struct SweepSphere {
    var distanceKm: Double
    /// Effective antenna heights over the smooth surface, metres.
    var transmitterMeters: Double
    var receiverMeters: Double
    /// Whether the receiver is at or beyond the horizon of the smooth Earth.
    var isBeyondHorizon: Bool
    /// Smallest clearance, metres, and √(d1·d2/d) at its place, √km. Not beyond the horizon only.
    var clearanceMeters = 0.0
    var rootSpread = 0.0
    /// The Earth radius that just brings the receiver to the horizon, km. Not beyond the horizon only.
    var marginalRadiusKm = 0.0

    /// - Parameters:
    ///   - bulge: 500/ae, m/km².
    ///   - marginalPerRoot: √(0.002·ae), km/√m.
    @inline(__always) init(
        distanceKm d: Double, transmitterMeters: Double, receiverMeters: Double, bulge: Double, marginalPerRoot: Double
    ) {
        distanceKm = d
        self.transmitterMeters = transmitterMeters
        self.receiverMeters = receiverMeters
        let roots = transmitterMeters.squareRoot() + receiverMeters.squareRoot()
        isBeyondHorizon = d >= marginalPerRoot * roots
        guard !isBeyondHorizon else { return }
        let perSum = 1 / (transmitterMeters + receiverMeters)
        let c = (transmitterMeters - receiverMeters) * perSum
        let m = 0.5 * bulge * d * d * perSum
        let perM1 = 1 / (m + 1)
        let argument = min(max(1.5 * c * perM1 * (3 * m * perM1).squareRoot(), -1), 1)
        let b = 2 * ((m + 1) / (3 * m)).squareRoot() * Self.middleRoot(argument)
        let first = 0.5 * d * (1 + b)
        let second = d - first
        clearanceMeters =
            ((transmitterMeters - bulge * first * first) * second + (receiverMeters - bulge * second * second) * first) / d
        rootSpread = (first * second / d).squareRoot()
        let marginal = d / roots
        marginalRadiusKm = 500 * marginal * marginal
    }

    /// sin(asin(x)/3) = cos(π/3 + acos(x)/3) for |x| ≤ 1, within 1.5·10⁻⁹: a polynomial in √(1 − |x|), in which the function is smooth up to its ends.
    @inline(__always) static func middleRoot(_ x: Double) -> Double {
        let u = (1 - x.magnitude).squareRoot()
        // Even and odd powers apart: two short chains of operations instead of a long one.
        let v = u * u
        var even = -0.03457525656992961
        even = even * v - 0.3942063639978962
        even = even * v - 0.4348113510464999
        even = even * v - 0.0922995092924164
        even = even * v - 0.01168883430248775
        even = even * v - 0.055570657037684094
        even = even * v + 0.49999999914528503
        var odd = 0.17423513789422873
        odd = odd * v + 0.5169601919135036
        odd = odd * v + 0.24065858456030742
        odd = odd * v + 0.01812827953471987
        odd = odd * v - 0.01858220884121728
        odd = odd * v - 0.4082480104861819
        let y = even + odd * u
        return x < 0 ? -y : y
    }
}
