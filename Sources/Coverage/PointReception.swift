import Geodesy
import Planning
import Radio
import Terrain

/// Whether the rule is satisfied at one place by prediction, and no more than that: which operators are heard, not how well.
///
/// Stations may come in any order; the search ends with the first operators that satisfy the rule. What it finds of a place that lacks
/// signal does not depend on the order, nor does whether a place has it.
struct PointReception {
    /// Operators heard; all of them unless they are enough for the rule.
    private(set) var operators: Set<Operator> = []
    /// Tiles of unknown ground between the place and operators that free space would let be heard.
    private var unknown: [Operator: Set<TerrainTile>] = [:]
    /// Operators whose level by a model without terrain is enough.
    private var byFallback: Set<Operator> = []

    /// Listens at a place to groups of stations, until enough operators are heard.
    ///
    /// - Parameter groups: numbers of the groups that may be in range of the place; those that are not are passed over.
    init(at place: Coordinate, order groups: [Int], _ stations: StationGroups, _ predictor: PathPredictor, minimumOperators: Int) {
        var profile = TerrainProfile()
        let isGroundKnown = predictor.isGroundKnown(at: place)
        for number in groups {
            if operators.count >= minimumOperators { return }
            let group = stations.groups[number]
            let meters = Geodesic.distanceMeters(place, group.place)
            guard meters <= group.rangeMeters, group.stations.contains(where: { matters($0, meters, predictor) }) else { continue }
            guard isGroundKnown, group.isGroundKnown, predictor.sample(from: group.place, to: place, into: &profile) else {
                var tiles: Set<TerrainTile> = []
                if !isGroundKnown { tiles.insert(TerrainTile(holding: place)) }
                if !group.isGroundKnown { tiles.insert(TerrainTile(holding: group.place)) }
                if tiles.isEmpty { tiles.insert(predictor.missingTile(from: group.place, profile) ?? TerrainTile(holding: place)) }
                for station in group.stations where matters(station, meters, predictor) {
                    guard let carrier = station.carrier else { continue }
                    unknown[carrier, default: []].formUnion(tiles)
                    if isGuessUsable(station, meters, predictor) { byFallback.insert(carrier) }
                }
                continue
            }
            hear(group, meters, place, profile, predictor)
        }
    }

    /// Whether any cell of a station could let its operator be heard, who is not heard yet.
    private func matters(_ station: Station, _ meters: Double, _ predictor: PathPredictor) -> Bool {
        guard let carrier = station.carrier, !operators.contains(carrier), meters <= station.rangeMeters else { return false }
        return station.cells.contains { predictor.rule.isUsable(predictor.bestCaseDBm($0, distanceMeters: meters)) }
    }

    private func isGuessUsable(_ station: Station, _ meters: Double, _ predictor: PathPredictor) -> Bool {
        station.cells.contains { cell in
            guard predictor.rule.isUsable(predictor.bestCaseDBm(cell, distanceMeters: meters)) else { return false }
            return predictor.rule.isUsable(predictor.fallbackDBm(cell, station, meters))
        }
    }

    private mutating func hear(
        _ group: StationGroups.Group, _ meters: Double, _ place: Coordinate, _ profile: TerrainProfile, _ predictor: PathPredictor
    ) {
        var scanned: (height: Double, scan: PathScan)?
        for station in group.stations where matters(station, meters, predictor) {
            let scan: PathScan
            if let scanned, scanned.height == station.mastHeightMeters {
                scan = scanned.scan
            } else {
                scan = predictor.scan(profile, mastHeightMeters: station.mastHeightMeters, from: group.place, to: place)
                scanned = (station.mastHeightMeters, scan)
            }
            let isHeard = station.cells.contains { cell in
                predictor.rule.isUsable(predictor.bestCaseDBm(cell, distanceMeters: meters))
                    && predictor.rule.isUsable(predictor.level(cell, scan, azimuthDegrees: profile.azimuthDegrees).rsrpDBm)
            }
            if isHeard, let carrier = station.carrier { operators.insert(carrier) }
        }
    }

    /// What the rule says of the place.
    func verdict(_ rule: CoverageRule, isSiteListComplete: Bool) -> PointVerdict {
        let minimum = rule.minimumOperators
        if operators.count >= minimum { return PointVerdict(life: .alive, operators: operators.sorted()) }
        let missing = Set(unknown.keys).subtracting(operators)
        guard operators.union(missing).count >= minimum else {
            return PointVerdict(life: isSiteListComplete ? .dead : .unknown, operators: operators.sorted())
        }
        if rule.gradeByFallback, isSiteListComplete {
            let heard = operators.union(byFallback)
            return PointVerdict(life: heard.count >= minimum ? .alive : .dead, operators: heard.sorted())
        }
        let tiles = unknown.reduce(into: Set<TerrainTile>()) { tiles, entry in
            if missing.contains(entry.key) { tiles.formUnion(entry.value) }
        }
        return PointVerdict(life: .unknown, operators: operators.sorted(), missingTiles: tiles.sorted())
    }
}
