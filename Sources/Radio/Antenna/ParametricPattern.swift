/// An antenna pattern from its beamwidths alone.
///
/// Source: 3GPP TR 36.814, Table A.2.1.1-2: A(φ) = −min(12 (φ/φ₃dB)², A_m), the same form for the vertical angle, combined as
/// −min(−(A_H + A_V), A_m). Widths of 65° and 10° and one floor of 30 dB for both cuts and their sum are the design page's (TR 38.901 Table 7.3-1 has
/// the 65° and the 30 dB; the report's own 10° cut stops at 20 dB).
public struct ParametricPattern: Hashable, Sendable, Codable {
    /// Gain at the boresight, dBi.
    public var maximumGainDBi: Double
    /// Full width of the beam at half power in azimuth, degrees, > 0; nil is the same on all sides.
    public var horizontalBeamwidthDegrees: Double?
    /// Full width of the beam at half power in elevation, degrees, > 0.
    public var verticalBeamwidthDegrees: Double
    /// How far below the maximum the pattern never falls, dB, ≥ 0.
    public var floorDB: Double

    /// Makes a pattern from its numbers.
    public init(
        maximumGainDBi: Double, horizontalBeamwidthDegrees: Double?, verticalBeamwidthDegrees: Double = 10, floorDB: Double = 30
    ) {
        self.maximumGainDBi = maximumGainDBi
        self.horizontalBeamwidthDegrees = horizontalBeamwidthDegrees
        self.verticalBeamwidthDegrees = verticalBeamwidthDegrees
        self.floorDB = floorDB
    }

    /// A sector antenna: 65° by 10° unless given, floor 30 dB.
    public static func sector(maximumGainDBi: Double, horizontalBeamwidthDegrees: Double = 65) -> ParametricPattern {
        ParametricPattern(maximumGainDBi: maximumGainDBi, horizontalBeamwidthDegrees: horizontalBeamwidthDegrees)
    }

    /// The same on all sides, with the sector's vertical cut: 10°, floor 30 dB. That choice is ours. It stands for the envelope of a site's sectors where
    /// nobody knows their azimuths, so that it may have their gain; a single omnidirectional mast antenna has less (about 8 to 11 dBi).
    public static func omni(maximumGainDBi: Double) -> ParametricPattern {
        ParametricPattern(maximumGainDBi: maximumGainDBi, horizontalBeamwidthDegrees: nil)
    }

    /// Gain in a direction, dBi: from `maximumGainDBi` down to `floorDB` below it. See `Antenna.gainDBi`.
    public func gainDBi(offAzimuthDegrees: Double, depressionDegrees: Double) -> Double {
        var loss = fall(depressionDegrees, verticalBeamwidthDegrees)
        if let width = horizontalBeamwidthDegrees { loss += fall(PatternAngle.signed(offAzimuthDegrees), width) }
        return maximumGainDBi - min(loss, floorDB)
    }

    private func fall(_ degrees: Double, _ width: Double) -> Double {
        min(12 * (degrees / width) * (degrees / width), floorDB)
    }
}
