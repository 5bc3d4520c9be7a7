import Foundation
import Geodesy

/// The middle of a path on a round Earth of 6,371 km.
///
/// Source: Recommendation ITU-R P.2001-4, Attachment H, Eqs. (H.2.2) to (H.3.3), to which P.1812's reference implementation turns.
enum PathCentre {
    /// Latitude in degrees of the point half of `lengthKm` away from the transmitter, in the direction of the receiver.
    static func latitudeDegrees(from transmitter: Coordinate, to receiver: Coordinate, lengthKm: Double) -> Double {
        let radians = Double.pi / 180
        let (phiT, phiR) = (transmitter.latitude * radians, receiver.latitude * radians)
        let turn = (receiver.longitude - transmitter.longitude) * radians
        let r = sin(phiT) * sin(phiR) + cos(phiT) * cos(phiR) * cos(turn)
        let north = sin(phiR) - r * sin(phiT)
        let east = cos(phiT) * cos(phiR) * sin(turn)
        // Terminals in one place: the Recommendation's arbitrary direction.
        let bearing = abs(north) < 1e-9 && abs(east) < 1e-9 ? receiver.longitude * radians : atan2(east, north)
        let angle = 0.5 * lengthKm / EffectiveEarth.radiusKm
        let sine = sin(phiT) * cos(angle) + cos(phiT) * sin(angle) * cos(bearing)
        return asin(min(max(sine, -1), 1)) / radians
    }
}
