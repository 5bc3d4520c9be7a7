import Geodesy
import Radio
import Terrain

/// The plain way, for comparison: a geodesic for each sample, and the reference form of the model for each band.
struct DirectPath {
    let grid: TerrainGrid
    let spacingMeters: Double

    /// The loss of one band, dB.
    func lossDB(_ pair: LinkPair, _ band: LinkBand) throws(RadioInputError) -> Double {
        let inverse = Geodesic.inverse(pair.site, pair.village)
        let intervals = max(TerrainProfile.minimumSamples - 1, Int((inverse.distanceMeters / spacingMeters).rounded(.up)))
        let step = inverse.distanceMeters / Double(intervals)
        let distances = (0...intervals).map { Double($0) * step }
        let heights = distances.map {
            grid.heightMeters(at: Geodesic.destination(from: pair.site, azimuthDegrees: inverse.azimuthDegrees, distanceMeters: $0))
        }
        let profile = try PathProfile(distancesKm: distances.map { $0 / 1000 }, heightsMeters: heights)
        return try P1812.predict(Self.inputs(pair, band, .attachment4), over: profile).lossDB
    }

    static func lengthMeters(_ pair: LinkPair) -> Double { Geodesic.distanceMeters(pair.site, pair.village) }

    static func inputs(_ pair: LinkPair, _ band: LinkBand, _ smoothPath: P1812Inputs.SmoothPath) -> P1812Inputs {
        var inputs = P1812Inputs(
            frequencyGHz: band.frequencyMHz / 1000, transmitterHeightMeters: LinkBand.mastHeightMeters,
            receiverHeightMeters: LinkBand.phoneHeightMeters, polarization: band.polarization, transmitter: pair.site,
            receiver: pair.village, climate: LinkBand.climate)
        inputs.smoothPath = smoothPath
        return inputs
    }
}
