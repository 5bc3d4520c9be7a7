import Radio
import Terrain

/// The way of the product: sample the path once, scan it once, finish each band.
struct SharedPath {
    let grid: TerrainGrid
    let spacingMeters: Double
    private let model = PointToPointModel(climate: LinkBand.climate)
    private var profile = TerrainProfile()

    init(_ grid: TerrainGrid, spacingMeters: Double) {
        self.grid = grid
        self.spacingMeters = spacingMeters
    }

    /// How far the work goes.
    enum Depth: Hashable, Sendable {
        case sample
        case scan
        case finish([LinkBand])
    }

    /// A number that depends on all the work done: a height, a distance, or the sum of the losses in dB.
    mutating func value(_ pair: LinkPair, to depth: Depth) -> Double {
        grid.sample(from: pair.site, to: pair.village, spacingMeters: spacingMeters, into: &profile)
        if depth == .sample { return profile.heightsMeters[profile.count / 2] }
        let scan = model.scan(
            profile, transmitterHeightMeters: LinkBand.mastHeightMeters, receiverHeightMeters: LinkBand.phoneHeightMeters,
            middleLatitude: pair.middleLatitude)
        guard case .finish(let bands) = depth else { return scan.obstacleClearanceMeters }
        var sum = 0.0
        for band in bands { sum += model.lossDB(scan, frequencyMHz: band.frequencyMHz, polarization: band.polarization) }
        return sum
    }

    /// What the paths are like.
    mutating func isLineOfSight(_ pair: LinkPair) -> (lineOfSight: Bool, samples: Int) {
        grid.sample(from: pair.site, to: pair.village, spacingMeters: spacingMeters, into: &profile)
        let scan = model.scan(
            profile, transmitterHeightMeters: LinkBand.mastHeightMeters, receiverHeightMeters: LinkBand.phoneHeightMeters,
            middleLatitude: pair.middleLatitude)
        return (scan.isLineOfSight, profile.count)
    }
}
