import Geodesy
import Geometry
import Planning
import Radio
import Terrain

/// All that one village hears by prediction: the best cell of every operator and technology.
struct Reception: Sendable {
    /// The best cell of one operator's technology.
    struct Best: Sendable {
        let carrier: Operator?
        let technology: Technology
        /// Number of the group that the site stands in.
        let group: Int
        /// The site is a guess from phones' reports.
        let isWeak: Bool
        var signal: PredictedSignal
        /// The same with the free-space loss of the path.
        var freeSpaceDBm: Double
        /// The same if the antenna looked straight at the village.
        var inBeamDBm: Double
    }

    /// What could be heard over ground that is not known.
    struct UnknownPath: Sendable {
        let carrier: Operator?
        /// Where the ground is not known: the village's tile, the site's, or the first one met between them.
        var tiles: Set<TerrainTile>
        var site: Int?
        var technology: Technology
        /// Level by a model that knows no terrain, dBm; −∞ where that model has no answer.
        var fallbackDBm: Double
    }

    private(set) var best: [Best] = []
    /// The best fallback level of every operator whose cells might reach the village over unknown ground, in the order of their nearness.
    private(set) var unknown: [UnknownPath] = []

    private func position(_ carrier: Operator?, _ technology: Technology, _ isWeak: Bool) -> Int? {
        best.firstIndex { $0.technology == technology && $0.isWeak == isWeak && $0.carrier == carrier }
    }

    /// Whether a cell could still change anything.
    private func matters(_ cell: Station.Cell, _ station: Station, _ meters: Double, _ predictor: PathPredictor) -> Bool {
        let bound = predictor.bestCaseDBm(cell, distanceMeters: meters)
        guard predictor.rule.isUsable(bound), meters <= station.rangeMeters else { return false }
        guard let known = position(station.carrier, cell.technology, station.isWeak) else { return true }
        return bound > best[known].signal.rsrpDBm
    }

    /// Listens to the stations around a village, nearest first.
    ///
    /// - Parameter near: the groups in range of the village, nearest first; those beyond it are passed over. Nil = look for them.
    init(
        at village: Coordinate, near neighbors: [PointIndex.Neighbor]? = nil, _ groups: StationGroups, _ predictor: PathPredictor
    ) {
        var profile = TerrainProfile()
        let isGroundKnown = predictor.isGroundKnown(at: village)
        for (number, meters) in neighbors ?? groups.near(village) {
            let group = groups.groups[number]
            let isWorthwhile = group.stations.contains { station in
                station.cells.contains { matters($0, station, meters, predictor) }
            }
            guard isWorthwhile else { continue }
            guard isGroundKnown, group.isGroundKnown, predictor.sample(from: group.place, to: village, into: &profile) else {
                var tiles: Set<TerrainTile> = []
                if !isGroundKnown { tiles.insert(TerrainTile(holding: village)) }
                if !group.isGroundKnown { tiles.insert(TerrainTile(holding: group.place)) }
                if tiles.isEmpty { tiles.insert(predictor.missingTile(from: group.place, profile) ?? TerrainTile(holding: village)) }
                for station in group.stations { missed(station, meters, tiles, predictor) }
                continue
            }
            hear(group, number, meters, village, profile, predictor)
        }
    }

    private mutating func hear(
        _ group: StationGroups.Group, _ number: Int, _ meters: Double, _ village: Coordinate, _ profile: TerrainProfile,
        _ predictor: PathPredictor
    ) {
        var scanned: (height: Double, scan: PathScan)?
        for station in group.stations {
            for cell in station.cells where matters(cell, station, meters, predictor) {
                let scan: PathScan
                if let scanned, scanned.height == station.mastHeightMeters {
                    scan = scanned.scan
                } else {
                    scan = predictor.scan(profile, mastHeightMeters: station.mastHeightMeters, from: group.place, to: village)
                    scanned = (station.mastHeightMeters, scan)
                }
                let level = predictor.level(cell, scan, azimuthDegrees: profile.azimuthDegrees)
                let known = position(station.carrier, cell.technology, station.isWeak)
                if let known, best[known].signal.rsrpDBm >= level.rsrpDBm { continue }
                let peakGain = cell.peakDBm - cell.resourceElementPowerDBm + predictor.environment.budget.feederLossDB
                let free = FreeSpace.lossDB(distanceMeters: max(1, scan.distanceMeters), frequencyMHz: cell.frequencyMHz)
                let heard = Best(
                    carrier: station.carrier, technology: cell.technology, group: number, isWeak: station.isWeak,
                    signal: predictor.signal(station, cell, level, scan, profile), freeSpaceDBm: level.rsrpDBm + level.lossDB - free,
                    inBeamDBm: level.rsrpDBm - level.gainDBi + peakGain)
                if let known { best[known] = heard } else { best.append(heard) }
            }
        }
    }

    private mutating func missed(_ station: Station, _ meters: Double, _ tiles: Set<TerrainTile>, _ predictor: PathPredictor) {
        for cell in station.cells where matters(cell, station, meters, predictor) {
            let level = predictor.fallbackDBm(cell, station, meters)
            let path = UnknownPath(
                carrier: station.carrier, tiles: tiles, site: station.site, technology: cell.technology, fallbackDBm: level)
            guard let known = unknown.firstIndex(where: { $0.carrier == station.carrier }) else {
                unknown.append(path)
                continue
            }
            unknown[known].tiles.formUnion(tiles)
            if level > unknown[known].fallbackDBm {
                (unknown[known].site, unknown[known].technology, unknown[known].fallbackDBm) = (path.site, path.technology, level)
            }
        }
    }

    /// The best cells whose level is usable.
    func usable(_ rule: ReceptionRule) -> [Best] { best.filter { rule.isUsable($0.signal.rsrpDBm) } }

    /// The strongest of all; nil when no path could be computed.
    var strongest: Best? { Self.strongest(best) }

    /// The strongest of some, the newer technology and then the first met among equals.
    static func strongest(_ cells: [Best]) -> Best? {
        var found: Best?
        for cell in cells {
            guard let other = found else {
                found = cell
                continue
            }
            if (cell.signal.rsrpDBm, cell.technology.rawValue) > (other.signal.rsrpDBm, other.technology.rawValue) { found = cell }
        }
        return found
    }
}
