import Foundation

/// How the terminals see their horizons over the median effective Earth.
///
/// Source: Recommendation ITU-R P.1812-8, Annex 1, Attachment 1, §5.3 to §5.5, Eqs. (76) to (84).
struct RadioHorizon: Hashable, Sendable {
    /// Whether bare ground hides the receiver from the transmitter.
    var isTranshorizon: Bool
    /// Elevation of the horizon, or of the other antenna on a path with line of sight, θt and θr, mrad.
    var transmitterMrad: Double
    var receiverMrad: Double
    /// Distance to the horizon, dlt and dlr, km. With line of sight both reach to the point of largest ν.
    var transmitterKm: Double
    var receiverKm: Double
    /// Positions of the two points in the profile, lt and lr.
    var transmitterIndex: Int
    var receiverIndex: Int
    /// Angle by which the path bends, θ, mrad. Eq. (84).
    var angularMrad: Double

    /// - Parameter radius: median effective Earth radius, km.
    init<Axis: ProfileAxis>(_ ground: GroundScan, _ axis: Axis, _ ends: PathEnds, earthRadiusKm radius: Double) {
        let length = ends.distanceKm
        let curve = 500 / radius * length
        let rise = ends.rayRise
        isTranshorizon = ground.transmitterHorizonSlope > rise - curve
        if isTranshorizon {
            transmitterMrad = Self.mrad(ground.transmitterHorizonSlope)
            receiverMrad = Self.mrad(ground.receiverHorizonSlope)
            transmitterIndex = ground.transmitterHorizon
            receiverIndex = max(ground.receiverHorizon, ground.transmitterHorizon)
            transmitterKm = axis.km(transmitterIndex)
            receiverKm = length - axis.km(receiverIndex)
        } else {
            transmitterMrad = Self.mrad(rise - curve)
            receiverMrad = Self.mrad(-rise - curve)
            transmitterIndex = ground.worstIndex
            receiverIndex = transmitterIndex
            transmitterKm = axis.km(transmitterIndex)
            receiverKm = length - transmitterKm
        }
        angularMrad = 1000 * length / radius + transmitterMrad + receiverMrad
    }

    /// Milliradians of a slope in m/km.
    static func mrad(_ slope: Double) -> Double { 1000 * atan(slope / 1000) }
}
