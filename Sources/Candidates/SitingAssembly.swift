import Coverage
import Planning
import Siting

/// The bridge from villages and options to the optimiser, which knows only ids, weights, costs and cover sets.
public struct SitingAssembly: Sendable {
    /// The optimiser's problem.
    public var problem: SitingProblem
    /// Target index → position in `World.villages`.
    public var targets: [Int]

    /// Targets are the dead villages, never unknown ones.
    ///
    /// - Throws: `UnknownMustCover` when a must-cover id is not a dead village of the project.
    public init(
        _ world: World, _ report: GapReport, _ options: [SiteOption], goal: SitingGoal, mustCover: [String],
        minimumShares: [MinimumShare] = [], network: BackhaulNetwork? = nil
    ) throws(UnknownMustCover) {
        targets = report.deadZones
        let positionByVillage = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1, $0) })
        var must: [Int] = []
        var gradeByID: [String: Grade] = [:]
        var indexByID: [String: Int] = [:]
        for verdict in report.verdicts {
            let id = world.villages[verdict.village].id
            gradeByID[id] = verdict.grade
            indexByID[id] = verdict.village
        }
        for id in mustCover {
            guard let grade = gradeByID[id], let village = indexByID[id] else { throw UnknownMustCover(villageID: id, grade: nil) }
            if grade == .covered { continue }
            guard let target = positionByVillage[village] else { throw UnknownMustCover(villageID: id, grade: grade) }
            must.append(target)
        }
        problem = SitingProblem(
            targetWeights: targets.map { world.villages[$0].targetWeight },
            targetIDs: targets.map { world.villages[$0].id },
            options: options.enumerated().map { number, option in
                SitingOption(
                    id: option.place.id, costVND: option.costVND, covers: option.covers.compactMap { positionByVillage[$0] },
                    node: network.flatMap { $0.nodes[number].isJoined ? nil : number })
            },
            goal: goal, mustCover: must,
            conditions: SitingConditions(
                groups: minimumShares.flatMap { share in
                    share.groups(world, report).filter { $0.minimum > $0.covered }.map { group in
                        GroupMinimum(
                            id: group.id,
                            members: group.deadZones.compactMap { village in
                                positionByVillage[village].map { .init(target: $0, amount: world.villages[village].targetWeight) }
                            }, minimum: group.minimum - group.covered)
                    }
                }, network: network?.siting))
    }
}

/// A must-cover id that the plan cannot aim at.
public struct UnknownMustCover: Error, Hashable, Sendable, CustomStringConvertible {
    public var villageID: String
    /// The village's grade; nil when there is no such village.
    public var grade: Grade?

    public var description: String {
        guard grade != nil else { return "plan.mustCover: no village has the id \(villageID); correct it in the project file" }
        return
            "plan.mustCover: village \(villageID) is graded unknown, so nothing can be planned for it; complete its inputs or take it out"
    }
}
