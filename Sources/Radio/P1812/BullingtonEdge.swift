import Foundation

/// The one knife edge that stands for a whole profile. It does not depend on frequency: ν is its `nuRootWavelength` over √λ.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.1, Eqs. (13) to (20).
struct BullingtonEdge: Hashable, Sendable {
    /// ν·√λ, √m; negative when the ray is clear.
    var nuRootWavelength: Double
    /// Whether the profile leaves the ray clear, so that ν is that of the worst point and not of the Bullington point.
    var isLineOfSight: Bool

    /// The Bullington point of a path whose ray is blocked, from the highest slopes seen from either end, m/km. Eqs. (18) to (20).
    init(
        transmitterSlope: Double, receiverSlope: Double, transmitterMeters: Double, receiverMeters: Double, distanceKm: Double
    ) {
        let sum = transmitterSlope + receiverSlope
        let point = (receiverMeters - transmitterMeters + receiverSlope * distanceKm) / sum
        let rest = distanceKm - point
        let ray = (transmitterMeters * rest + receiverMeters * point) / distanceKm
        let above = transmitterMeters + transmitterSlope * point - ray
        let spread = point * rest
        // A ray that only touches the ground meets it with both slopes equal and opposite: no height, and no place for it either.
        nuRootWavelength = sum > 0 && spread > 0 ? above * sqrt(0.002 * distanceKm / spread) : 0
        isLineOfSight = false
    }

    /// An edge with a known ν·√λ on a clear path.
    init(clear nuRootWavelength: Double) {
        self.nuRootWavelength = nuRootWavelength
        isLineOfSight = true
    }

    /// Bullington loss in dB. Eqs. (16), (20), (21).
    @inline(__always) func lossDB(inverseRootWavelength: Double, distanceKm: Double) -> Double {
        let knifeEdge = KnifeEdge.lossDB(nu: nuRootWavelength * inverseRootWavelength)
        return knifeEdge == 0 ? 0 : knifeEdge + (1 - exp(-knifeEdge / 6)) * (10 + 0.02 * distanceKm)
    }
}

/// Loss over a single sharp edge.
///
/// Source: Recommendation ITU-R P.1812-8, Eq. (12); P.526-15, §4.1.
enum KnifeEdge {
    /// J(ν), dB; 0 below ν = −0.78.
    static func lossDB(nu: Double) -> Double {
        guard nu > lowestNu else { return 0 }
        let shifted = nu - 0.1
        return 6.9 + 20 * log10(sqrt(shifted * shifted + 1) + shifted)
    }

    /// The ν from which an edge costs anything.
    static let lowestNu = -0.78
}

/// Wavelength as the propagation Recommendations round it.
enum Wavelength {
    /// 1/√λ, 1/√m, with the 0.2998 m·GHz of P.1812 and P.2001.
    static func inverseRoot(frequencyGHz: Double) -> Double { sqrt(frequencyGHz / 0.2998) }
}
