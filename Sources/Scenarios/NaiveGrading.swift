import Coverage
import Geodesy
import Geometry
import Planning

/// Grades villages the slow and plain way, for `verify`: no index, no prepared geometry, no parallel work.
///
/// It shares the rule and the data with `FootprintAnalysis` and nothing else, so that a fault in the fast path shows as a difference.
struct NaiveGrading {
    /// One village: its grade and who is heard there.
    struct Result {
        var grade: Grade
        var operators: Set<Operator>
    }

    private let world: World
    private let rule: CoverageRule
    private let counted: Set<Technology>
    private let mode: CoverageMode
    private let prediction: NaivePrediction?

    init(_ loaded: LoadedProject) {
        world = loaded.read.world
        rule = loaded.rule.rule
        counted = Set(rule.countedTechnologies(on: loaded.project.asOf))
        mode = loaded.project.mode
        let rule = loaded.rule.rule
        prediction = loaded.environment.map { NaivePrediction(environment: $0, rule: rule) }
    }

    /// In the order of the villages.
    func villages() -> [Result] {
        guard mode != .footprints, let prediction else { return statedVillages().map(\.result) }
        let stations = world.sites.indices.filter { world.sites[$0].status == .active }.compactMap {
            Station($0, world.sites[$0], technologies: Array(counted), environment: prediction.environment)
        }
        let predicted = world.villages.map { self.predicted($0, stations, prediction) }
        guard mode == .both else { return predicted }
        return zip(statedVillages(), predicted).map { stated, predicted in
            var result = predicted
            // Range discs speak only where the prediction knows no answer.
            result.operators.formUnion(predicted.grade == .unknown ? stated.result.operators : stated.byPolygon)
            if result.operators.count >= rule.minimumOperators { result.grade = .covered }
            return result
        }
    }

    private func predicted(_ village: Village, _ stations: [Station], _ prediction: NaivePrediction) -> Result {
        let near = stations.map { (station: $0, meters: Geodesic.distanceMeters($0.place, village.centre)) }
            .sorted { ($0.meters, $0.station.site ?? 0) < ($1.meters, $1.station.site ?? 0) }
        var operators: Set<Operator> = []
        var (unknown, guessed): (Set<Operator>, Set<Operator>) = ([], [])
        for (station, _) in near {
            guard let carrier = station.carrier, !operators.contains(carrier) else { continue }
            switch prediction.level(station, at: village.centre) {
            case .dBm(let level): if level >= prediction.requiredDBm { operators.insert(carrier) }
            case .unknownGround(let fallback):
                unknown.insert(carrier)
                if fallback >= prediction.requiredDBm { guessed.insert(carrier) }
            case .outOfReach: break
            case .refused: unknown.insert(carrier)
            }
        }
        let isComplete = world.sitesCompleteIn.map { $0.contains { Self.covers($0, village.centre) } } ?? true
        let isOpen = operators.union(unknown).count >= rule.minimumOperators
        // A fallback level is a service where the rule lets it grade.
        if rule.gradeByFallback, isComplete, isOpen, operators.count < rule.minimumOperators { operators.formUnion(guessed) }
        let grade: Grade =
            if operators.count >= rule.minimumOperators {
                .covered
            } else if !isComplete {
                .unknown
            } else if isOpen, rule.gradeByFallback {
                .uncovered
            } else {
                isOpen ? .unknown : .uncovered
            }
        return Result(grade: grade, operators: operators)
    }

    /// By polygons and range discs: the result, and the operators whose polygons hold the village.
    private func statedVillages() -> [(result: Result, byPolygon: Set<Operator>)] {
        let siteByID = Dictionary(world.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let onAir = world.footprints.filter { footprint in
            counted.contains(footprint.technology) && (siteByID[footprint.siteID].map { $0.status == .active } ?? true)
        }
        let boxes = onAir.map(\.area.boundingBox)
        var stated: [Operator: Set<Technology>] = [:]
        for footprint in world.footprints { stated[footprint.operator, default: []].insert(footprint.technology) }
        return world.villages.map { village in
            var operators: Set<Operator> = []
            for (footprint, box) in zip(onAir, boxes) where box?.contains(village.centre) ?? false {
                if Self.covers(footprint.area, village.centre) { operators.insert(footprint.operator) }
            }
            let byPolygon = operators
            for site in world.sites where site.status == .active {
                for technology in site.technologies where counted.contains(technology) {
                    let hasFootprints = stated[site.operator]?.contains(technology) ?? false
                    let radius = min(rule.discRadiiMeters[technology] ?? 0, site.rangeCapMeters ?? .infinity)
                    if !hasFootprints, Self.isWithin(radius, site.place, village.centre) { operators.insert(site.operator) }
                }
            }
            let isComplete = world.sitesCompleteIn.map { $0.contains { Self.covers($0, village.centre) } } ?? true
            let grade: Grade = operators.count >= rule.minimumOperators ? .covered : isComplete ? .uncovered : .unknown
            return (Result(grade: grade, operators: operators), byPolygon)
        }
    }

    /// The geodesic distance, after a look at the latitudes alone: a degree of latitude is nowhere shorter than 110.5 km.
    private static func isWithin(_ meters: Double, _ a: Coordinate, _ b: Coordinate) -> Bool {
        guard meters > 0, abs(a.latitude - b.latitude) * 110_500 <= meters else { return false }
        return Geodesic.distanceMeters(a, b) <= meters
    }

    /// Even–odd over the plain rings, borders inside and holes without their borders out: another method than the one of the fast path.
    static func covers(_ area: MultiPolygon, _ place: Coordinate) -> Bool {
        area.polygons.contains { polygon in
            if isOnBorder(polygon.exterior, place) || polygon.holes.contains(where: { isOnBorder($0, place) }) { return true }
            return isInside(polygon.exterior, place) && !polygon.holes.contains { isInside($0, place) }
        }
    }

    private static func isOnBorder(_ ring: [Coordinate], _ place: Coordinate) -> Bool {
        zip(ring, ring.dropFirst()).contains { a, b in
            guard (min(a.longitude, b.longitude)...max(a.longitude, b.longitude)).contains(place.longitude),
                (min(a.latitude, b.latitude)...max(a.latitude, b.latitude)).contains(place.latitude)
            else { return false }
            return (b.longitude - a.longitude) * (place.latitude - a.latitude) == (b.latitude - a.latitude)
                * (place.longitude - a.longitude)
        }
    }

    private static func isInside(_ ring: [Coordinate], _ place: Coordinate) -> Bool {
        var isInside = false
        var previous = ring.count - 1
        for current in ring.indices {
            let (a, b) = (ring[current], ring[previous])
            if (a.latitude > place.latitude) != (b.latitude > place.latitude) {
                let crossing = a.longitude + (place.latitude - a.latitude) / (b.latitude - a.latitude) * (b.longitude - a.longitude)
                if place.longitude < crossing { isInside.toggle() }
            }
            previous = current
        }
        return isInside
    }
}
