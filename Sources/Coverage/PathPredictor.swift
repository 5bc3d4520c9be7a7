import Geodesy
import Planning
import Radio
import Terrain

/// Predicts the levels of stations at places, path by path. The ground of a path is read once for all stations at one place, its shape
/// once for all cells on one mast, and a cell that free space alone keeps out of reach is never computed.
struct PathPredictor: Sendable {
    let environment: RadioEnvironment
    let rule: ReceptionRule
    private let model: PointToPointModel
    private let spacingMeters: Double

    init(_ environment: RadioEnvironment, _ rule: CoverageRule) {
        self.environment = environment
        self.rule = ReceptionRule(rule)
        model = PointToPointModel(climate: environment.climate)
        spacingMeters = environment.terrain?.sampleSpacingMeters ?? 0
    }

    /// The most that a cell could bring over a distance: its best direction and free space. P.1812 at 50 % of time stays within a hair of
    /// free space at best, which the slack covers; gains towards the village can only be smaller.
    func bestCaseDBm(_ cell: Station.Cell, distanceMeters: Double) -> Double {
        let extra = rule.extraLossDB(frequencyMHz: cell.frequencyMHz)
        guard distanceMeters > 1 else { return cell.peakDBm - extra }
        return cell.peakDBm - extra + Self.slackDB - FreeSpace.lossDB(distanceMeters: distanceMeters, frequencyMHz: cell.frequencyMHz)
    }

    private static let slackDB = 0.2

    /// Reads the ground from a station's place to a village. False where the path crosses unknown ground.
    func sample(from start: Coordinate, to end: Coordinate, into profile: inout TerrainProfile) -> Bool {
        guard let terrain = environment.terrain else { return false }
        terrain.sample(from: start, to: end, spacingMeters: spacingMeters, into: &profile)
        return profile.firstGap == nil
    }

    func scan(_ profile: TerrainProfile, mastHeightMeters: Double, from start: Coordinate, to end: Coordinate) -> PathScan {
        model.scan(
            profile, transmitterHeightMeters: mastHeightMeters, receiverHeightMeters: rule.receiverHeightMeters,
            middleLatitude: (start.latitude + end.latitude) / 2)
    }

    /// What one cell brings over a path.
    typealias Level = (rsrpDBm: Double, lossDB: Double, gainDBi: Double)

    /// The level of one cell over a scanned path.
    func level(_ cell: Station.Cell, _ scan: PathScan, azimuthDegrees: Double) -> Level {
        let loss = model.lossDB(scan, frequencyMHz: cell.frequencyMHz, polarization: .vertical)
        // Behind a ridge the wave leaves the mast towards the ridge, not towards the village below it.
        let gain = cell.sectors.bestGainDBi(towardsAzimuthDegrees: azimuthDegrees, elevationDegrees: scan.departureElevationDegrees)
        let rsrp = LinkBudget.rsrpDBm(
            resourceElementPowerDBm: cell.resourceElementPowerDBm, gainDBi: gain, lossDB: loss,
            feederLossDB: environment.budget.feederLossDB, extraLossDB: rule.extraLossDB(frequencyMHz: cell.frequencyMHz))
        return (rsrp, loss, gain)
    }

    /// The level of a cell by a model that knows no terrain, dBm; −∞ where that model has no answer, which must not decide whether the
    /// ground matters.
    func fallbackDBm(_ cell: Station.Cell, _ station: Station, _ distanceMeters: Double) -> Double {
        let loss = try? RuralMacro.lossDB(
            distanceMeters: distanceMeters, frequencyMHz: cell.frequencyMHz, mastHeightMeters: station.mastHeightMeters,
            terminalHeightMeters: rule.receiverHeightMeters)
        return loss.map { cell.peakDBm - $0.lossDB - rule.extraLossDB(frequencyMHz: cell.frequencyMHz) } ?? -.infinity
    }

    /// The level as the reader of a report sees it.
    func signal(
        _ station: Station, _ cell: Station.Cell, _ level: Level, _ scan: PathScan,
        _ profile: TerrainProfile
    ) -> PredictedSignal {
        PredictedSignal(
            site: station.site, technology: cell.technology, frequencyMHz: cell.frequencyMHz, rsrpDBm: level.rsrpDBm,
            probability: rule.probability(level.rsrpDBm), pathLossDB: level.lossDB,
            uplink: UplinkCheck().margins(
                gainDBi: level.gainDBi, lossDB: level.lossDB, feederLossDB: environment.budget.feederLossDB,
                extraLossDB: rule.extraLossDB(frequencyMHz: cell.frequencyMHz)), gainDBi: level.gainDBi,
            distanceMeters: scan.distanceMeters, obstruction: obstruction(station.place, cell.frequencyMHz, scan, profile),
            isLineOfSight: scan.isLineOfSight, isBelowModelRange: scan.isBelowModelRange)
    }

    private func obstruction(
        _ start: Coordinate, _ frequencyMHz: Double, _ scan: PathScan, _ profile: TerrainProfile
    ) -> Obstruction? {
        guard let sample = scan.obstacleSample(frequencyMHz: frequencyMHz) else { return nil }
        let distance = Double(sample) * profile.stepMeters
        let clutter = profile.clutterMeters.isEmpty ? 0 : profile.clutterMeters[sample]
        return Obstruction(
            place: Geodesic.destination(from: start, azimuthDegrees: profile.azimuthDegrees, distanceMeters: distance),
            distanceMeters: distance, heightMeters: profile.heightsMeters[sample] + clutter,
            clearanceMeters: scan.obstacleClearanceMeters)
    }

    /// The tile in which a path first meets unknown ground.
    func missingTile(from start: Coordinate, _ profile: TerrainProfile) -> TerrainTile? {
        profile.firstGap.map { gap in
            TerrainTile(
                holding: Geodesic.destination(
                    from: start, azimuthDegrees: profile.azimuthDegrees, distanceMeters: Double(gap) * profile.stepMeters))
        }
    }

    /// Whether the ground under a place is known.
    func isGroundKnown(at place: Coordinate) -> Bool { environment.terrain.map { !$0.heightMeters(at: place).isNaN } ?? false }
}
