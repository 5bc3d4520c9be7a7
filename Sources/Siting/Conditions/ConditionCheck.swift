/// Looks for defects in the conditions of a problem.
enum ConditionCheck {
    /// More operators than this cannot share an option: its cost is split into sixtieths.
    static let mostOperators = 6

    /// - Throws: the first defect in the order of the input.
    static func check(_ problem: SitingProblem) throws(SitingError) {
        let conditions = problem.conditions
        let targets = problem.targetWeights.count
        for option in problem.options where Set(option.operators).count > mostOperators {
            throw .condition("option '\(option.id)' has \(Set(option.operators).count) operators, at most \(mostOperators) can share one")
        }
        if let id = repeated(conditions.groups.map(\.id)) { throw .condition("group '\(id)' is given twice: merge the two") }
        for group in conditions.groups {
            guard group.minimum >= 0 else { throw .condition("group '\(group.id)' has the minimum \(group.minimum): it must be 0 or more") }
            var sum: Int64 = 0
            for member in group.members {
                guard (0..<targets).contains(member.target) else {
                    throw .condition("group '\(group.id)' names target index \(member.target), which does not exist")
                }
                guard member.amount >= 0, member.amount <= CanonicalProblem.largestSum - sum else {
                    throw .condition("group '\(group.id)' has an amount below 0, or too large a sum, at target index \(member.target)")
                }
                sum += member.amount
            }
            if repeated(group.members.map(\.target)) != nil { throw .condition("group '\(group.id)' names a target twice") }
        }
        if let carrier = repeated(conditions.operatorBudgets.map(\.operator)) {
            throw .condition("operator number \(carrier) has two budgets: give one")
        }
        for budget in conditions.operatorBudgets {
            guard (0...CanonicalProblem.largestSum / 64).contains(budget.budgetVND) else {
                throw .condition(
                    "the budget of operator number \(budget.operator) is \(budget.budgetVND) VND: it must be 0 to 140,737,488,355,328")
            }
        }
        if !conditions.operatorBudgets.isEmpty {
            for option in problem.options where option.costVND > CanonicalProblem.largestSum / 64 {
                throw .costOverflow(optionID: option.id)
            }
        }
        if let needs = conditions.operatorNeeds {
            guard needs.count == targets else {
                throw .condition("\(targets) targets but \(needs.count) operator needs: give one per target")
            }
            if let bad = needs.first(where: { $0.count < 1 }) {
                throw .condition("a target needs \(bad.count) operators: it must be 1 or more")
            }
        }
        try checkNetwork(problem)
    }

    private static func checkNetwork(_ problem: SitingProblem) throws(SitingError) {
        guard let network = problem.conditions.network else { return }
        guard network.maximumHops >= 1 else { throw .condition("chains of at most \(network.maximumHops) hops: it must be 1 or more") }
        let nodes = 0..<max(0, network.nodes)
        for option in problem.options {
            if let node = option.node, !nodes.contains(node) {
                throw .condition("option '\(option.id)' stands on node \(node), nodes run from 0 to \(network.nodes - 1)")
            }
        }
        var sum = problem.options.reduce(Int64(0)) { $0 + $1.costVND }
        for link in network.links {
            guard nodes.contains(link.from), link.to.map(nodes.contains) ?? true else {
                throw .condition("a link joins node \(link.from) and \(link.to ?? -1), nodes run from 0 to \(network.nodes - 1)")
            }
            guard link.costVND >= 0 else { throw .condition("a link of node \(link.from) costs \(link.costVND) VND: it must be 0 or more") }
            guard link.costVND <= CanonicalProblem.largestSum - sum else {
                throw .condition("the costs of options and links add up to more than 9,007,199,254,740,992 VND: check their unit")
            }
            sum += link.costVND
        }
    }

    private static func repeated<Value: Hashable>(_ values: [Value]) -> Value? {
        var seen = Set<Value>()
        return values.first { !seen.insert($0).inserted }
    }
}
