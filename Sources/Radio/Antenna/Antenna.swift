/// How an antenna spreads its power, seen from its own boresight. How it is mounted is `Sector`'s matter.
public enum Antenna: Hashable, Sendable {
    /// A formula: omnidirectional or a sector.
    case parametric(ParametricPattern)
    /// The cuts of a pattern file.
    case measured(MSIPattern)

    /// Greatest gain, dBi.
    public var maximumGainDBi: Double {
        switch self {
        case .parametric(let pattern): pattern.maximumGainDBi
        case .measured(let pattern): pattern.maximumGainDBi
        }
    }

    /// Gain in a direction, dBi, never above `maximumGainDBi`.
    ///
    /// - Parameters:
    ///   - offAzimuthDegrees: from the boresight, clockwise seen from above; any angle, 360 means 0.
    ///   - depressionDegrees: below the horizontal plane of the antenna, −90 (zenith) to 90 (nadir).
    ///   - electricalTiltDegrees: by how much the vertical pattern is turned down, on all sides alike. For a measured pattern this comes on top of the
    ///     tilt that the file's own cut shows.
    /// - Complexity: O(1) for a formula, O(log n) in the samples of a cut.
    public func gainDBi(offAzimuthDegrees: Double, depressionDegrees: Double, electricalTiltDegrees: Double = 0) -> Double {
        switch self {
        case .parametric(let pattern):
            pattern.gainDBi(offAzimuthDegrees: offAzimuthDegrees, depressionDegrees: depressionDegrees - electricalTiltDegrees)
        case .measured(let pattern):
            pattern.gainDBi(offAzimuthDegrees: offAzimuthDegrees, depressionDegrees: depressionDegrees - electricalTiltDegrees)
        }
    }

    /// Omnidirectional in azimuth; see `ParametricPattern.omni`.
    public static func omni(maximumGainDBi: Double) -> Antenna { .parametric(.omni(maximumGainDBi: maximumGainDBi)) }

    /// A sector of a width; see `ParametricPattern.sector`.
    public static func sector(maximumGainDBi: Double, horizontalBeamwidthDegrees: Double = 65) -> Antenna {
        .parametric(.sector(maximumGainDBi: maximumGainDBi, horizontalBeamwidthDegrees: horizontalBeamwidthDegrees))
    }
}
