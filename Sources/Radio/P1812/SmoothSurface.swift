/// The straight line through the terrain of a path, and the heights of the antennas over it.
///
/// Source: Recommendation ITU-R P.1812-8, Annex 1, Attachment 1, §5.6, Eqs. (85) to (94).
struct SmoothSurface: Hashable, Sendable {
    /// Height of the line at the terminals before any correction, metres above sea level. Eqs. (87), (88).
    var fittedTransmitterMeters: Double
    var fittedReceiverMeters: Double
    /// The same for diffraction, lowered below obstacles, hstd and hsrd. Eqs. (90), (91).
    var diffractionTransmitterMeters: Double
    var diffractionReceiverMeters: Double
    /// The same for ducting, never above the ground, hst and hsr. Eq. (92).
    var ductTransmitterMeters: Double
    var ductReceiverMeters: Double
    /// Antenna heights over the line for ducting, hte and hre, metres. Eq. (94).
    var transmitterDuctMeters: Double
    var receiverDuctMeters: Double

    init(_ ground: GroundScan, _ ends: PathEnds) {
        let length = ends.distanceKm
        let square = length * length
        fittedTransmitterMeters = (2 * ground.area * length - ground.moment) / square
        fittedReceiverMeters = (ground.moment - ground.area * length) / square
        var (transmitter, receiver) = (fittedTransmitterMeters, fittedReceiverMeters)
        if ground.highestAboveRay > 0 {
            let sum = ground.steepestFromTransmitter + ground.steepestFromReceiver
            transmitter -= ground.highestAboveRay * (ground.steepestFromTransmitter / sum)
            receiver -= ground.highestAboveRay * (ground.steepestFromReceiver / sum)
        }
        diffractionTransmitterMeters = min(transmitter, ends.transmitterGround)
        diffractionReceiverMeters = min(receiver, ends.receiverGround)
        ductTransmitterMeters = min(fittedTransmitterMeters, ends.transmitterGround)
        ductReceiverMeters = min(fittedReceiverMeters, ends.receiverGround)
        transmitterDuctMeters = ends.transmitterMeters - ductTransmitterMeters
        receiverDuctMeters = ends.receiverMeters - ductReceiverMeters
    }
}

/// The ends of a path.
struct PathEnds: Hashable, Sendable {
    /// Length of the path, km.
    var distanceKm: Double
    /// Ground at the terminals, metres above sea level.
    var transmitterGround: Double
    var receiverGround: Double
    /// Antennas, metres above sea level, hts and hrs.
    var transmitterMeters: Double
    var receiverMeters: Double

    /// Slope of the straight line from antenna to antenna, Str, m/km. Eq. (14).
    var rayRise: Double { (receiverMeters - transmitterMeters) / distanceKm }
}
