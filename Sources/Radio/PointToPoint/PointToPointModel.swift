import Foundation
import Terrain

/// P.1812-8 as planning uses it: half of the time and half of the places, inland, with the smooth path in closed form (Attachment 4).
///
/// Equal to ``P1812/predict(_:over:)`` with those settings, but reads a profile of equal steps once for all frequencies and allocates nothing.
/// A value without state: safe from any number of threads.
public struct PointToPointModel: Sendable {
    /// The air along every path.
    public let climate: RadioClimate
    private let effectiveEarthRadiusKm: Double

    /// Makes a model for a climate whose lapse rate is below 157 N-units/km.
    public init(climate: RadioClimate) {
        self.climate = climate
        effectiveEarthRadiusKm = EffectiveEarth.medianRadiusKm(lapseRateNUnitsPerKm: climate.lapseRateNUnitsPerKm)
    }

    /// Reads the ground of a path. Complexity: O(samples), no allocation.
    ///
    /// - Parameters:
    ///   - profile: at least three samples and no gap; the result means nothing otherwise.
    ///   - transmitterHeightMeters: above ground at the first sample, > 0.
    ///   - receiverHeightMeters: above ground at the last sample, > 0.
    ///   - middleLatitude: of the path, degrees.
    public func scan(
        _ profile: TerrainProfile, transmitterHeightMeters: Double, receiverHeightMeters: Double, middleLatitude: Double
    ) -> PathScan {
        let count = profile.count
        guard count >= PathProfile.minimumPoints else {
            return scan(
                Self.straight(profile), transmitterHeightMeters: transmitterHeightMeters,
                receiverHeightMeters: receiverHeightMeters, middleLatitude: middleLatitude)
        }
        let distanceKm = max(profile.distanceMeters, Self.nearestMeters) / 1000
        let stepKm = distanceKm / Double(count - 1)
        let zones = ZoneLengths(inlandKm: distanceKm)
        let geometry = profile.heightsMeters.withUnsafeBufferPointer { heights in
            profile.clutterMeters.withUnsafeBufferPointer { clutter in
                ProfileReader(
                    EvenAxis(stepKm: stepKm), UnsafeBufferPointer(rebasing: heights[..<count]),
                    clutter.isEmpty ? nil : UnsafeBufferPointer(rebasing: clutter[..<count]),
                    distanceKm: distanceKm, transmitterHeightMeters: transmitterHeightMeters,
                    receiverHeightMeters: receiverHeightMeters
                ).geometry(earthRadiusKm: effectiveEarthRadiusKm, anomalousRadiusKm: nil, zones: zones, smoothPath: .attachment4)
            }
        }
        let d = Double(geometry.worstIndex) * stepKm
        let spread = d * (distanceKm - d)
        return PathScan(
            geometry: geometry, anomalousPercent: AnomalousIncidence.percent(centreLatitude: middleLatitude, zones: zones),
            distanceMeters: profile.distanceMeters, isBelowModelRange: profile.distanceMeters < P1812.shortestKm * 1000,
            worstSample: geometry.worstIndex, obstacleClearanceMeters: -geometry.worstAboveRayMeters,
            worstNuRootWavelength: geometry.worstAboveRayMeters * (0.002 * distanceKm / spread).squareRoot())
    }

    /// Median basic transmission loss of a scanned path, dB. Complexity: O(1), no allocation.
    ///
    /// - Parameter frequencyMHz: 30…6,000.
    public func lossDB(_ scan: PathScan, frequencyMHz: Double, polarization: Polarization) -> Double {
        guard !scan.isBelowModelRange else { return shortPathLossDB(scan, frequencyMHz: frequencyMHz) }
        let conditions = PathConditions(
            frequencyGHz: frequencyMHz / 1000, polarization: polarization, timePercent: 50, anomalousPercent: scan.anomalousPercent,
            refractivityNUnits: climate.seaLevelRefractivityNUnits, transmitterCoastKm: Self.noCoastKm, receiverCoastKm: Self.noCoastKm,
            locationDB: 0)
        return LossCombination(scan.geometry, conditions).lossDB
    }

    private static let noCoastKm = 500.0

    /// Free space over the slant distance, and the Bullington edge.
    private func shortPathLossDB(_ scan: PathScan, frequencyMHz: Double) -> Double {
        let geometry = scan.geometry
        let frequencyGHz = frequencyMHz / 1000
        let freeSpace = LineOfSightLoss.freeSpaceDB(
            distanceKm: geometry.distanceKm, heightDifferenceMeters: geometry.transmitterMeters - geometry.receiverMeters,
            frequencyGHz: frequencyGHz)
        return freeSpace
            + geometry.median.actual.lossDB(
                inverseRootWavelength: Wavelength.inverseRoot(frequencyGHz: frequencyGHz), distanceKm: geometry.distanceKm)
    }

    /// Nearer than a metre an antenna has no far field: a village under the mast is a metre away.
    private static let nearestMeters = 1.0

    /// The straight line between the ends of a profile that has nothing in between.
    private static func straight(_ profile: TerrainProfile) -> TerrainProfile {
        let first = profile.count > 0 ? profile.heightsMeters[0] : 0
        let last = profile.count > 0 ? profile.heightsMeters[profile.count - 1] : 0
        return TerrainProfile(stepMeters: profile.distanceMeters / 2, heightsMeters: [first, (first + last) / 2, last])
    }
}
