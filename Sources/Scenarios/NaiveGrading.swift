import Coverage
import Geodesy
import Geometry
import Planning

/// Grades villages the slow and plain way, for `verify`: no index, no prepared geometry, no parallel work.
///
/// It shares the rule and the data with `FootprintAnalysis` and nothing else, so that a fault in the fast path shows as a difference.
struct NaiveGrading {
    /// One place: whether the rule is satisfied there (nil = missing data could decide), and who is heard.
    struct Place {
        var isAlive: Bool?
        var operators: Set<Operator>
    }

    /// One village: its grade, and its places, the centre first.
    struct Result {
        var grade: Grade
        var places: [Place]
        /// Who is heard at the centre.
        var operators: Set<Operator> { places.first?.operators ?? [] }

        init(_ places: [Place]) {
            self.places = places
            let (alive, dead) = (places.count { $0.isAlive == true }, places.count { $0.isAlive == false })
            if alive == places.count {
                grade = .covered
            } else if dead == places.count {
                grade = .uncovered
            } else {
                grade = alive > 0 && dead > 0 ? .partial : .unknown
            }
        }
    }

    /// The places of every village, the centre first.
    let extents: [[Coordinate]]

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
        extents = NaiveExtent.places(loaded.read.world, rule)
    }

    /// In the order of the villages.
    func villages() -> [Result] {
        let stated = mode == .prediction ? [] : statedPlaces()
        guard mode != .footprints, let prediction else { return stated.map { Result($0.map(\.place)) } }
        let stations = world.sites.indices.filter { world.sites[$0].status == .active }.compactMap {
            Station($0, world.sites[$0], technologies: Array(counted), environment: prediction.environment)
        }
        return world.villages.indices.map { village in
            let centre = world.villages[village].centre
            let near = stations.map { (station: $0, meters: Geodesic.distanceMeters($0.place, centre)) }
                .sorted { ($0.meters, $0.station.site ?? 0) < ($1.meters, $1.station.site ?? 0) }.map(\.station)
            let isComplete = isSiteListComplete(at: centre)
            return Result(
                extents[village].enumerated().map { number, place in
                    var here = predicted(place, near, prediction, isComplete: isComplete, isAll: number == 0)
                    guard mode == .both else { return here }
                    let stated = stated[village][number]
                    // Range discs speak only where the prediction knows no answer.
                    here.operators.formUnion(here.isAlive == nil ? stated.place.operators : stated.byPolygon)
                    if here.operators.count >= rule.minimumOperators { here.isAlive = true }
                    return here
                })
        }
    }

    private func isSiteListComplete(at centre: Coordinate) -> Bool {
        world.sitesCompleteIn.map { $0.contains { Self.covers($0, centre) } } ?? true
    }

    /// - Parameter isAll: true to look for every operator, false to stop when there are enough.
    private func predicted(
        _ place: Coordinate, _ near: [Station], _ prediction: NaivePrediction, isComplete: Bool, isAll: Bool
    ) -> Place {
        var operators: Set<Operator> = []
        var (unknown, guessed): (Set<Operator>, Set<Operator>) = ([], [])
        for station in near {
            guard let carrier = station.carrier, !operators.contains(carrier) else { continue }
            if !isAll, operators.count >= rule.minimumOperators { break }
            switch prediction.level(station, at: place) {
            case .dBm(let level): if level >= prediction.requiredDBm { operators.insert(carrier) }
            case .unknownGround(let fallback):
                unknown.insert(carrier)
                if fallback >= prediction.requiredDBm { guessed.insert(carrier) }
            case .outOfReach: break
            case .refused: unknown.insert(carrier)
            }
        }
        let isOpen = operators.union(unknown).count >= rule.minimumOperators
        // A fallback level is a service where the rule lets it grade.
        if rule.gradeByFallback, isComplete, isOpen, operators.count < rule.minimumOperators { operators.formUnion(guessed) }
        let isAlive: Bool? =
            if operators.count >= rule.minimumOperators {
                true
            } else if !isComplete {
                nil
            } else if isOpen, rule.gradeByFallback {
                false
            } else {
                isOpen ? nil : false
            }
        return Place(isAlive: isAlive, operators: operators)
    }

    /// By polygons and range discs, for every place of every village: the result, and the operators whose polygons hold the place.
    private func statedPlaces() -> [[(place: Place, byPolygon: Set<Operator>)]] {
        let siteByID = Dictionary(world.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let onAir = world.footprints.filter { footprint in
            counted.contains(footprint.technology) && (siteByID[footprint.siteID].map { $0.status == .active } ?? true)
        }
        let boxes = onAir.map(\.area.boundingBox)
        var stated: [Operator: Set<Technology>] = [:]
        for footprint in world.footprints { stated[footprint.operator, default: []].insert(footprint.technology) }
        return zip(world.villages, extents).map { village, places in
            let isComplete = isSiteListComplete(at: village.centre)
            return places.map { place in
                var operators: Set<Operator> = []
                for (footprint, box) in zip(onAir, boxes) where box?.contains(place) ?? false {
                    if Self.covers(footprint.area, place) { operators.insert(footprint.operator) }
                }
                let byPolygon = operators
                for site in world.sites where site.status == .active {
                    for technology in site.technologies where counted.contains(technology) {
                        let hasFootprints = stated[site.operator]?.contains(technology) ?? false
                        let radius = min(rule.discRadiiMeters[technology] ?? 0, site.rangeCapMeters ?? .infinity)
                        if !hasFootprints, NaiveExtent.isWithin(radius, site.place, place) { operators.insert(site.operator) }
                    }
                }
                let isAlive = operators.count >= rule.minimumOperators
                return (Place(isAlive: isAlive ? true : isComplete ? false : nil, operators: operators), byPolygon)
            }
        }
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
