/// A naive recomputation of a plan, sharing no code with the solver: what `phusong verify` believes.
public struct PlanCheck: Hashable, Sendable, Codable {
    /// A broken constraint.
    public enum Violation: Hashable, Sendable, Codable, CustomStringConvertible {
        /// An index that is no option.
        case unknownOption(Int)
        /// An option listed twice.
        case chosenTwice(optionID: String)
        /// An option that covers a target that does not exist.
        case targetOutOfRange(optionID: String, target: Int)
        /// Two options on one place.
        case samePlace(optionID: String, otherID: String)
        /// More options than the goal allows.
        case tooManySites(chosen: Int, allowed: Int)
        /// More money than the goal allows.
        case overBudget(costVND: Int64, budgetVND: Int64)
        /// A must-cover target left bare.
        case mustCoverMissed(targetID: String)
        /// `coverAll`: a target that some option reaches left bare.
        case reachableMissed(targetID: String)
        /// `coverAll(strict: true)`: a target that no option reaches.
        case unreachable(targetID: String)
        /// `coverWeight`: less weight than wanted.
        case tooLittleWeight(covered: Int64, wanted: Int64)
        /// A group has less than its minimum.
        case groupMissed(groupID: String, covered: Int64, minimum: Int64)
        /// An operator spends more than it may.
        case overOperatorBudget(operator: Int, budgetVND: Int64)
        /// An index that is no link, or a link listed twice.
        case unknownLink(Int)
        /// Two options on one node.
        case sameNode(optionID: String, otherID: String)
        /// An option without a link to its parent, or with several.
        case linkCount(optionID: String, links: Int)
        /// A link from a node that is not built, or to one.
        case looseLink(Int)
        /// A chain that is too long, or that runs in a circle.
        case chainTooLong(optionID: String, maximumHops: Int)
        /// The sum of costs or weights exceeds 64 bits.
        case overflow

        /// The violation in English.
        public var description: String {
            switch self {
            case .unknownOption(let index): "there is no option number \(index)"
            case .chosenTwice(let id): "option '\(id)' is chosen twice"
            case .targetOutOfRange(let id, let target): "option '\(id)' covers target index \(target), which does not exist"
            case .samePlace(let id, let other): "options '\(id)' and '\(other)' stand on the same place"
            case .tooManySites(let chosen, let allowed): "\(chosen) options are chosen, \(allowed) are allowed"
            case .overBudget(let cost, let budget): "the plan costs \(cost) VND, the budget is \(budget) VND"
            case .mustCoverMissed(let id): "must-cover target '\(id)' is not covered"
            case .reachableMissed(let id): "target '\(id)' could be covered and is not"
            case .unreachable(let id): "target '\(id)' is reached by no option"
            case .tooLittleWeight(let covered, let wanted): "weight \(covered) is covered, \(wanted) is wanted"
            case .groupMissed(let id, let covered, let minimum): "group '\(id)' has \(covered) covered, at least \(minimum) are wanted"
            case .overOperatorBudget(let carrier, let budget): "operator number \(carrier) pays more than its budget of \(budget) VND"
            case .unknownLink(let link): "link number \(link) does not exist, or is chosen twice"
            case .sameNode(let id, let other): "options '\(id)' and '\(other)' stand on the same node"
            case .linkCount(let id, let links): "option '\(id)' has \(links) links to a parent, it needs one"
            case .looseLink(let link): "link number \(link) ends where nothing is built"
            case .chainTooLong(let id, let hops): "option '\(id)' has no chain to the network within \(hops) links"
            case .overflow: "the sum of costs or weights exceeds 64 bits"
            }
        }
    }

    /// Weight of the covered targets, each once.
    public var coveredWeight: Int64
    /// Sum of the costs of the chosen options and links, in đồng.
    public var costVND: Int64
    /// Covered targets, ascending.
    public var coveredTargets: [Int]
    /// Everything that is wrong; empty for a valid plan.
    public var violations: [Violation]

    /// Whether the plan keeps every constraint.
    public var isValid: Bool { violations.isEmpty }

    /// Recomputes a plan from the problem alone.
    ///
    /// - Parameters:
    ///   - chosen: indices into ``SitingProblem/options``; may be wrong in every way.
    ///   - links: indices into ``SitingNetwork/links``; may be wrong in every way.
    /// - Complexity: O(all cover sets).
    public static func check(_ problem: SitingProblem, chosen: [Int], links: [Int] = []) -> PlanCheck {
        var violations: [Violation] = []
        var covered = Set<Int>()
        var used = Set<Int>()
        var standing: [Int: String] = [:]
        var cost: Int64 = 0
        for index in chosen {
            guard problem.options.indices.contains(index) else {
                violations.append(.unknownOption(index))
                continue
            }
            let option = problem.options[index]
            guard used.insert(index).inserted else {
                violations.append(.chosenTwice(optionID: option.id))
                continue
            }
            let (sum, overflow) = cost.addingReportingOverflow(option.costVND)
            if overflow { violations.append(.overflow) } else { cost = sum }
            if let place = option.place {
                if let other = standing[place] { violations.append(.samePlace(optionID: option.id, otherID: other)) }
                standing[place] = option.id
            }
            for target in option.covers {
                if problem.targetWeights.indices.contains(target) {
                    covered.insert(target)
                } else {
                    violations.append(.targetOutOfRange(optionID: option.id, target: target))
                }
            }
        }
        if problem.conditions.operatorNeeds != nil { covered = coverage(problem, by: used.sorted()) }
        checkNetwork(problem, used.sorted(), links, &cost, &violations)
        checkShares(problem, used.sorted(), covered, &violations)
        var weight: Int64 = 0
        for target in covered {
            let (sum, overflow) = weight.addingReportingOverflow(problem.targetWeights[target])
            if overflow { violations.append(.overflow) } else { weight = sum }
        }
        func name(_ target: Int) -> String { problem.targetIDs.indices.contains(target) ? problem.targetIDs[target] : "#\(target)" }
        for target in Set(problem.mustCover).sorted() where !covered.contains(target) {
            violations.append(.mustCoverMissed(targetID: name(target)))
        }
        switch problem.goal {
        case .maximizeWithSites(let sites):
            if used.count > sites { violations.append(.tooManySites(chosen: used.count, allowed: sites)) }
        case .maximizeWithinBudget(let budget):
            if cost > budget { violations.append(.overBudget(costVND: cost, budgetVND: budget)) }
        case .coverWeight(let wanted):
            if weight < wanted { violations.append(.tooLittleWeight(covered: weight, wanted: wanted)) }
        case .coverAll(let strict):
            let reachable = reachable(problem)
            for target in problem.targetWeights.indices where !covered.contains(target) {
                if reachable.contains(target) {
                    violations.append(.reachableMissed(targetID: name(target)))
                } else if strict {
                    violations.append(.unreachable(targetID: name(target)))
                }
            }
        }
        return PlanCheck(coveredWeight: weight, costVND: cost, coveredTargets: covered.sorted(), violations: violations)
    }
}
