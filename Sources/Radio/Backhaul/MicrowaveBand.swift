import Foundation

/// A band for microwave hops, with the longest hop that planners plan in it.
///
/// The lengths are the design's: 50 km at 7 GHz, 20 km at 15 GHz, 10 km at 18 and 23 GHz.
public enum MicrowaveBand: Double, CaseIterable, Hashable, Sendable, Codable, Comparable {
    case ghz7 = 7
    case ghz15 = 15
    case ghz18 = 18
    case ghz23 = 23

    /// Frequency by which hops in the band are judged, GHz.
    public var frequencyGHz: Double { rawValue }

    /// Longest hop that is planned in the band, km.
    public var longestKm: Double {
        switch self {
        case .ghz7: 50
        case .ghz15: 20
        case .ghz18, .ghz23: 10
        }
    }

    /// Orders by frequency.
    public static func < (left: MicrowaveBand, right: MicrowaveBand) -> Bool { left.rawValue < right.rawValue }
}

/// The equipment of a hop, and the rain that it must stand.
///
/// Numbers are ours, in the middle of what data sheets of licensed links of some 100 Mbit/s say; rain is the design's.
public struct HopBudget: Hashable, Sendable {
    /// Power at the antenna, dBm.
    public var powerDBm = 22.0
    /// Diameter of either dish, metres.
    public var dishMeters = 0.9
    /// Efficiency of the dish, 0…1.
    public var efficiency = 0.55
    /// Level at which the hop still works, dBm.
    public var thresholdDBm = -75.0
    /// Rain rate exceeded for 0.01 % of the time, mm/h.
    public var rainRateMMPerHour = 100.0
    /// Share of the year in which the hop may fail, percent.
    public var outagePercent = 0.01

    /// Starts with the numbers above.
    public init() {}

    /// Gain of a dish, dBi.
    public func gainDBi(_ band: MicrowaveBand) -> Double {
        let wavelength = 0.299792458 / band.frequencyGHz
        return 20 * log10(.pi * dishMeters / wavelength) + 10 * log10(efficiency)
    }

    /// By how much the level in clear air exceeds the threshold and what rain takes in all but ``outagePercent`` of the time, dB, on a vertically
    /// polarised path.
    public func rainMarginDB(distanceKm: Double, _ band: MicrowaveBand) -> Double {
        let free = FreeSpace.lossDB(distanceMeters: max(1, distanceKm * 1000), frequencyMHz: band.frequencyGHz * 1000)
        let clear = powerDBm + 2 * gainDBi(band) - free - thresholdDBm
        return clear
            - RainAttenuation.exceededDB(
                distanceKm: distanceKm, frequencyGHz: band.frequencyGHz, rainRateMMPerHour: rainRateMMPerHour, polarization: .vertical,
                percentOfTime: outagePercent)
    }
}
