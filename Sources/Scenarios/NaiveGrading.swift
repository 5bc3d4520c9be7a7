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

    init(_ loaded: LoadedProject) {
        world = loaded.read.world
        rule = loaded.rule.rule
        counted = Set(rule.countedTechnologies(on: loaded.project.asOf))
    }

    /// In the order of the villages.
    func villages() -> [Result] {
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
            for site in world.sites where site.status == .active {
                for technology in site.technologies where counted.contains(technology) {
                    let hasFootprints = stated[site.operator]?.contains(technology) ?? false
                    let radius = min(rule.discRadiiMeters[technology] ?? 0, site.rangeCapMeters ?? .infinity)
                    if !hasFootprints, Self.isWithin(radius, site.place, village.centre) { operators.insert(site.operator) }
                }
            }
            let isComplete = world.sitesCompleteIn.map { $0.contains { Self.covers($0, village.centre) } } ?? true
            let grade: Grade = operators.count >= rule.minimumOperators ? .covered : isComplete ? .uncovered : .unknown
            return Result(grade: grade, operators: operators)
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
