import Foundation

/// One path reduced to numbers that do not depend on frequency or polarization: read the ground once, then ask for every band.
public struct PathScan: Hashable, Sendable {
    /// What the model's O(1) part works on.
    let geometry: PathGeometry
    /// β0 of the path's centre, %.
    let anomalousPercent: Double
    /// Length of the path over the ground, metres.
    public let distanceMeters: Double
    /// Below 250 m, where P.1812 does not reach: the loss is that of free space and of the Bullington edge.
    public let isBelowModelRange: Bool
    /// The sample, of ground or clutter, with the largest ν against the direct ray.
    public let worstSample: Int
    /// How far the ray passes above that sample with the Earth's curve, metres; negative = the ground stands above the ray.
    public let obstacleClearanceMeters: Double
    /// ν·√λ of that sample, √m.
    let worstNuRootWavelength: Double

    /// Whether ground and clutter leave the receiver in sight of the transmitter.
    public var isLineOfSight: Bool { geometry.median.actual.isLineOfSight }

    /// The sample that stands most in the way of the direct ray at a frequency; nil when it costs nothing (ν ≤ −0.78).
    public func obstacleSample(frequencyMHz: Double) -> Int? {
        let nu = worstNuRootWavelength * Wavelength.inverseRoot(frequencyGHz: frequencyMHz / 1000)
        return nu > KnifeEdge.lowestNu ? worstSample : nil
    }

    /// The same at ``obstacleFrequencyMHz``.
    public var obstacleSample: Int? { obstacleSample(frequencyMHz: Self.obstacleFrequencyMHz) }

    /// The frequency at which a path counts as obstructed when none is named, MHz: the middle of the low bands.
    public static let obstacleFrequencyMHz = 900.0

    /// Elevation of the direct ray over the effective Earth at the transmitter, degrees, negative downwards.
    public var rayElevationDegrees: Double {
        Self.degrees(geometry.ends.rayRise - curve)
    }

    /// Elevation of the transmitter's horizon, ground or clutter, degrees; nil when the receiver is in sight.
    public var horizonElevationDegrees: Double? { isLineOfSight ? nil : Self.degrees(geometry.transmitterSlope - curve) }

    /// Elevation at which the wave that reaches the receiver leaves the transmitter, degrees: towards the receiver, or towards the horizon before
    /// it when that is higher.
    public var departureElevationDegrees: Double { max(rayElevationDegrees, horizonElevationDegrees ?? rayElevationDegrees) }

    /// By how much the effective Earth lowers what stands at the end of the path, m/km.
    private var curve: Double { 500 / geometry.effectiveEarthRadiusKm * geometry.distanceKm }

    private static func degrees(_ slope: Double) -> Double { atan(slope / 1000) * 180 / .pi }
}
