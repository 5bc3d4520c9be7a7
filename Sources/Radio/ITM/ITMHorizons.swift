/// Where each terminal's ray grazes the ground.
///
/// Source: NBS Technical Note 101, Eq. (6.15).
struct ITMHorizons {
    /// Distance of the horizon from each terminal, metres: transmitter, receiver. The length of the path where nothing stands in between.
    var distancesMeters: SIMD2<Double>
    /// Angle of the horizon above the level, radians.
    var angles: SIMD2<Double>

    /// - Complexity: O(n).
    init(_ profile: EvenProfile, heightsMeters: SIMD2<Double>, earthRadiusMeters: Double) {
        let heights = profile.heightsMeters
        let length = profile.lengthMeters
        let transmitter = heights[0] + heightsMeters[0]
        let receiver = heights[profile.steps] + heightsMeters[1]
        func bend(_ distance: Double) -> Double { distance / (2 * earthRadiusMeters) }
        let rise = (receiver - transmitter) / length
        angles = SIMD2(rise - bend(length), -rise - bend(length))
        distancesMeters = SIMD2(length, length)
        var ahead = 0.0
        var behind = length
        for index in 1..<max(1, profile.steps) {
            ahead += profile.stepMeters
            behind -= profile.stepMeters
            let fromTransmitter = (heights[index] - transmitter) / ahead - bend(ahead)
            if fromTransmitter > angles[0] {
                angles[0] = fromTransmitter
                distancesMeters[0] = ahead
            }
            let fromReceiver = (heights[index] - receiver) / behind - bend(behind)
            if fromReceiver > angles[1] {
                angles[1] = fromReceiver
                distancesMeters[1] = behind
            }
        }
    }
}
