import Geodesy
import Geometry
import Planning
import Radio
import Terrain

/// Grades every village by the predicted level of every site in range, over the exact path between them.
///
/// Villages are shared among threads; the result does not depend on their number. Complexity: O(villages × sites in range × samples on the
/// path) at worst; a site that cannot beat what the village already hears from its operator is not computed, nor one that would not reach it
/// through empty space. The other places of a village share the centre's list of sites, begin with those that serve the centre, and are done with
/// the first operators that satisfy the rule.
public struct PredictionAnalysis: Sendable {
    /// What counts as signal.
    public var rule: CoverageRule
    /// The day of the analysis: technologies that no longer count then are not heard.
    public var asOf: CalendarDate
    /// Ground, air and equipment.
    public var environment: RadioEnvironment
    /// Number of threads, at least 1.
    public var threads: Int

    /// Describes an analysis; fewer threads than 1 are 1.
    public init(rule: CoverageRule, asOf: CalendarDate, environment: RadioEnvironment, threads: Int) {
        self.rule = rule
        self.asOf = asOf
        self.environment = environment
        self.threads = max(1, threads)
    }

    /// Runs the analysis. Footprints are not looked at.
    ///
    /// - Throws: `GeometryError` when the area of completeness cannot be indexed.
    public func run(_ world: World) throws -> GapReport {
        let extents = VillageExtents(world, rule)
        let verdicts = try examine(world, extents).enumerated().map { $1.graded(extents[$0]) }
        return GapReport(rule: rule, asOf: asOf, verdicts: verdicts, discs: [])
    }

    /// What the prediction says of every village's places.
    func examine(_ world: World, _ extents: VillageExtents) throws -> [ExaminedVillage] {
        let counted = rule.countedTechnologies(on: asOf)
        let uncounted = Technology.allCases.filter { !counted.contains($0) }
        let predictor = PathPredictor(environment, rule)
        func groups(_ status: Site.Status, _ technologies: [Technology]) -> StationGroups {
            let stations = world.sites.indices.filter { world.sites[$0].status == status }.compactMap {
                Station($0, world.sites[$0], technologies: technologies, environment: environment)
            }
            return StationGroups(stations, isGroundKnown: predictor.isGroundKnown)
        }
        let speaking = groups(.active, counted)
        let silent = groups(.active, uncounted)
        let planned = groups(.planned, counted)

        let active = world.sites.indices.filter { world.sites[$0].status == .active }
        let nearest = PointIndex(active.map { world.sites[$0].place })
        let complete = try world.sitesCompleteIn.map { try AreaIndex($0) }
        let villages = world.villages
        let receptionRule = predictor.rule
        return ParallelBlocks.map(count: villages.count, threads: threads, blockLength: 16) { position in
            let place = villages[position].centre
            let extent = extents[position]
            let heardNear = speaking.near(place, aroundMeters: extent.reachMeters)
            let reception = Reception(at: place, near: heardNear, speaking, predictor)
            let usable = reception.usable(receptionRule)
            let isCovered = Set(usable.map(\.carrier)).count >= rule.minimumOperators
            // Others can only say why a village has nothing.
            func reaching(_ groups: StationGroups) -> [Technology] {
                isCovered ? [] : Set(Reception(at: place, groups, predictor).usable(receptionRule).map(\.technology)).sorted()
            }
            let near = nearest.nearest(to: place)
            // The village as a whole lies where the list is complete or where it is not: assumed places beyond a border belong to it all the same.
            let isComplete = complete.map { !$0.areas(containing: place).isEmpty } ?? true
            let centre = PredictionVerdict(
                rule: rule, reception: receptionRule, isSiteListComplete: isComplete, isCompletenessDeclared: complete != nil
            ).verdict(
                position, villages[position], reception, uncounted: reaching(silent),
                isPlannedHeard: !reaching(planned).isEmpty,
                nearestSite: near.map { (active[$0.index], $0.distanceMeters) })

            // What serves the centre is likely to serve the places around it.
            let order = extent.points.count + extent.roundingSamples.count > 1 ? Self.order(usable.map(\.group), heardNear) : []
            func verdict(at place: Coordinate) -> PointVerdict {
                PointReception(at: place, order: order, speaking, predictor, minimumOperators: rule.minimumOperators)
                    .verdict(rule, isSiteListComplete: isComplete)
            }
            return ExaminedVillage(
                centre: centre, points: extent.points.dropFirst().map(verdict), samples: extent.roundingSamples.map(verdict))
        }
    }

    /// The numbers of some groups first, then those of all others, each once.
    private static func order(_ first: [Int], _ all: [PointIndex.Neighbor]) -> [Int] {
        var taken: Set<Int> = []
        return (first + all.map(\.index)).filter { taken.insert($0).inserted }
    }
}
