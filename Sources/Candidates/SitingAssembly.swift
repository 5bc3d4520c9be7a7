import Coverage
import Planning
import Siting

/// The bridge from villages and options to the optimiser, which knows only ids, weights, costs and cover sets.
public struct SitingAssembly: Sendable {
    /// The optimiser's problem.
    public var problem: SitingProblem
    /// Target index → position in `World.villages`.
    public var targets: [Int]

    /// Targets are the dead villages, never unknown ones, nor those that wait.
    ///
    /// - Parameter isAimedAt: whether the plan is about a village of that position.
    /// - Throws: `UnknownMustCover` when a must-cover id is not a dead village of the project, or waits.
    public init(
        _ world: World, _ report: GapReport, _ options: [SiteOption], goal: SitingGoal, mustCover: [String],
        minimumShares: [MinimumShare] = [], network: BackhaulNetwork? = nil, operators: [Operator] = [],
        operatorBudgets: [Operator: Int64] = [:], isAimedAt: (Int) -> Bool = { _ in true }
    ) throws(UnknownMustCover) {
        targets = report.deadZones.filter(isAimedAt)
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
        let counts = Dictionary(options.map { ($0.design.placeNumber, 1) }, uniquingKeysWith: +)
        let crowded = Set(counts.filter { $0.value > 1 }.keys)
        var needs: [OperatorNeed]?
        if !operators.isEmpty, report.rule.minimumOperators > 1 {
            needs = report.verdicts.filter { $0.grade.isDeadZone && isAimedAt($0.village) }.map { verdict in
                let need = TargetClosing.need(PlanTargets.missing(verdict).map(\.heard), minimumOperators: report.rule.minimumOperators)
                return OperatorNeed(count: need.count, heard: need.heard.compactMap { operators.firstIndex(of: $0) }.sorted())
            }
        }
        let budgets = operators.enumerated().compactMap { number, carrier in
            operatorBudgets[carrier].map { OperatorBudget(operator: number, budgetVND: $0) }
        }
        problem = SitingProblem(
            targetWeights: targets.map { world.villages[$0].targetWeight },
            targetIDs: targets.map { world.villages[$0].id },
            options: options.map { option in
                let place = option.design.placeNumber
                return SitingOption(
                    id: option.id, costVND: option.costVND, covers: option.covers.compactMap { positionByVillage[$0] },
                    place: crowded.contains(place) ? place : nil,
                    operators: option.design.operators.compactMap { operators.firstIndex(of: $0) }.sorted(),
                    node: network.flatMap { $0.nodes[place].isJoined ? nil : place })
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
                }, operatorBudgets: budgets, operatorNeeds: needs, network: network?.siting))
    }
}

/// A must-cover id that the plan cannot aim at.
public struct UnknownMustCover: Error, Hashable, Sendable, CustomStringConvertible {
    /// The id as the project names it.
    public var villageID: String
    /// The village's grade; nil when there is no such village.
    public var grade: Grade?

    /// One line: the setting, what is wrong with it, the remedy.
    public var description: String {
        guard let grade else { return "plan.mustCover: no village has the id \(villageID); correct it in the project file" }
        if grade.isDeadZone {
            return "plan.mustCover: village \(villageID) is none that plan.targets is about; add its electricity there or take it out"
        }
        return
            "plan.mustCover: village \(villageID) is graded unknown, so nothing can be planned for it; complete its inputs or take it out"
    }
}
