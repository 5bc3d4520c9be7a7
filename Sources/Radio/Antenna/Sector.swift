import Foundation

/// An antenna on a mast: where it looks and how it is tilted.
public struct Sector: Hashable, Sendable {
    /// The antenna.
    public var antenna: Antenna
    /// Where the boresight looks, degrees from north, clockwise; nil = it looks everywhere alike.
    public var azimuthDegrees: Double?
    /// Tilt inside the antenna, degrees, positive down, on all sides alike.
    public var electricalTiltDegrees: Double
    /// Tilt of the whole antenna on its bracket, degrees, positive down: down in front, up behind, nothing at the sides. Without an azimuth there is no
    /// front, and it is not used.
    public var mechanicalTiltDegrees: Double

    /// Makes a sector.
    public init(
        antenna: Antenna, azimuthDegrees: Double? = nil, electricalTiltDegrees: Double = 0, mechanicalTiltDegrees: Double = 0
    ) {
        self.antenna = antenna
        self.azimuthDegrees = azimuthDegrees
        self.electricalTiltDegrees = electricalTiltDegrees
        self.mechanicalTiltDegrees = mechanicalTiltDegrees
    }

    /// Gain towards a direction, dBi, never above the antenna's greatest.
    ///
    /// The direction is turned into the frame of the tilted antenna (3GPP TR 38.901 §7.1.3, with only the tilt angle), so that mechanical tilt is exact on
    /// all sides and not an approximation by the cosine of the azimuth.
    ///
    /// - Parameters:
    ///   - towardsAzimuthDegrees: from north, clockwise; any angle.
    ///   - elevationDegrees: of the ray as it leaves the antenna, positive up, −90 to 90.
    public func gainDBi(towardsAzimuthDegrees: Double, elevationDegrees: Double) -> Double {
        guard let azimuthDegrees else {
            return antenna.gainDBi(
                offAzimuthDegrees: 0, depressionDegrees: -elevationDegrees, electricalTiltDegrees: electricalTiltDegrees)
        }
        let off = PatternAngle.signed(towardsAzimuthDegrees - azimuthDegrees)
        guard mechanicalTiltDegrees != 0 else {
            return antenna.gainDBi(
                offAzimuthDegrees: off, depressionDegrees: -elevationDegrees, electricalTiltDegrees: electricalTiltDegrees)
        }
        let toRadians = Double.pi / 180
        let (sinOff, cosOff) = (sin(off * toRadians), cos(off * toRadians))
        let (sinUp, cosUp) = (sin(elevationDegrees * toRadians), cos(elevationDegrees * toRadians))
        let (sinTilt, cosTilt) = (sin(mechanicalTiltDegrees * toRadians), cos(mechanicalTiltDegrees * toRadians))
        let forward = cosUp * cosOff * cosTilt - sinUp * sinTilt
        let sideways = cosUp * sinOff
        let upward = cosUp * cosOff * sinTilt + sinUp * cosTilt
        return antenna.gainDBi(
            offAzimuthDegrees: atan2(sideways, forward) / toRadians,
            depressionDegrees: -asin(min(1, max(-1, upward))) / toRadians, electricalTiltDegrees: electricalTiltDegrees)
    }
}

extension [Sector] {
    /// Gain of the sector that serves a direction best, dBi; −∞ without sectors.
    public func bestGainDBi(towardsAzimuthDegrees: Double, elevationDegrees: Double) -> Double {
        var best = -Double.infinity
        for sector in self {
            best = Swift.max(best, sector.gainDBi(towardsAzimuthDegrees: towardsAzimuthDegrees, elevationDegrees: elevationDegrees))
        }
        return best
    }
}
