import Geodesy
import Geometry
import Planning
import Radio
import Terrain

/// Grades every village by the predicted level of every site in range, over the exact path between them.
///
/// Villages are shared among threads; the result does not depend on their number. Complexity: O(villages × sites in range × samples on the
/// path) at worst; a site that cannot beat what the village already hears from its operator is not computed, nor one that would not reach it
/// through empty space.
public struct PredictionAnalysis: Sendable {
    public var rule: CoverageRule
    public var asOf: CalendarDate
    public var environment: RadioEnvironment
    /// Number of threads, at least 1.
    public var threads: Int

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
        let counted = rule.countedTechnologies(on: asOf)
        let retired = rule.technologies.map(\.technology).filter { !counted.contains($0) }
        let predictor = PathPredictor(environment, rule)
        func groups(_ status: Site.Status, _ technologies: [Technology]) -> StationGroups {
            let stations = world.sites.indices.filter { world.sites[$0].status == status }.compactMap {
                Station($0, world.sites[$0], technologies: technologies, environment: environment)
            }
            return StationGroups(stations, isGroundKnown: predictor.isGroundKnown)
        }
        let speaking = groups(.active, counted)
        let retiring = groups(.active, retired)
        let planned = groups(.planned, counted)

        let active = world.sites.indices.filter { world.sites[$0].status == .active }
        let nearest = PointIndex(active.map { world.sites[$0].place })
        let complete = try world.sitesCompleteIn.map { try AreaIndex($0) }
        let villages = world.villages
        let receptionRule = predictor.rule
        let verdicts = ParallelBlocks.map(count: villages.count, threads: threads, blockLength: 16) { position in
            let place = villages[position].centre
            let reception = Reception(at: place, speaking, predictor)
            let isCovered = Set(reception.usable(receptionRule).map(\.carrier)).count >= rule.minimumOperators
            // Others can only say why a village has nothing.
            func isReached(_ groups: StationGroups) -> Bool {
                !isCovered && !Reception(at: place, groups, predictor).usable(receptionRule).isEmpty
            }
            let near = nearest.nearest(to: place)
            return PredictionVerdict(
                rule: rule, reception: receptionRule,
                isSiteListComplete: complete.map { !$0.areas(containing: place).isEmpty } ?? true,
                isCompletenessDeclared: complete != nil
            ).verdict(
                position, villages[position], reception, isRetiredHeard: isReached(retiring), isPlannedHeard: isReached(planned),
                nearestSite: near.map { (active[$0.index], $0.distanceMeters) })
        }
        return GapReport(rule: rule, asOf: asOf, verdicts: verdicts, discs: [])
    }
}
