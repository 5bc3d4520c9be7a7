extension PlanCheck {
    /// The targets that some options cover together, each with as many operators as it needs.
    public static func coverage(_ problem: SitingProblem, by options: [Int]) -> Set<Int> {
        guard let needs = problem.conditions.operatorNeeds else { return Set(options.flatMap { problem.options[$0].covers }) }
        var heard: [Int: Set<Int>] = [:]
        for option in options {
            let all = problem.options[option].operators
            for target in problem.options[option].covers where needs.indices.contains(target) {
                if all.isEmpty { heard[target, default: []].insert(-1) }
                for carrier in all where !needs[target].heard.contains(carrier) { heard[target, default: []].insert(carrier) }
            }
        }
        return Set(heard.keys.filter { (heard[$0]?.count ?? 0) >= needs[$0].count })
    }

    /// Everything that could be covered by all options with a chain to the network together.
    static func reachable(_ problem: SitingProblem) -> Set<Int> {
        guard let network = problem.conditions.network else { return coverage(problem, by: Array(problem.options.indices)) }
        var distance: [Int: Int] = [:]
        let built = Set(problem.options.compactMap(\.node))
        for step in 1...max(1, network.maximumHops) {
            let before = distance
            for link in network.links where built.contains(link.from) && distance[link.from] == nil {
                if let to = link.to { if before[to] == step - 1 { distance[link.from] = step } } else { distance[link.from] = 1 }
            }
        }
        return coverage(problem, by: problem.options.indices.filter { problem.options[$0].node.map { distance[$0] != nil } ?? true })
    }

    static func checkNetwork(_ problem: SitingProblem, _ used: [Int], _ links: [Int], _ cost: inout Int64, _ violations: inout [Violation])
    {
        guard let network = problem.conditions.network else {
            if let link = links.first { violations.append(.unknownLink(link)) }
            return
        }
        var onNode: [Int: String] = [:]
        for option in used {
            guard let node = problem.options[option].node else { continue }
            if let other = onNode[node] { violations.append(.sameNode(optionID: problem.options[option].id, otherID: other)) }
            onNode[node] = problem.options[option].id
        }
        var parents: [Int: [Int?]] = [:]
        var seen = Set<Int>()
        for number in links {
            guard network.links.indices.contains(number), seen.insert(number).inserted else {
                violations.append(.unknownLink(number))
                continue
            }
            let link = network.links[number]
            let (sum, overflow) = cost.addingReportingOverflow(link.costVND)
            if overflow { violations.append(.overflow) } else { cost = sum }
            if onNode[link.from] == nil || link.to.map({ onNode[$0] == nil }) ?? false { violations.append(.looseLink(number)) }
            parents[link.from, default: []].append(link.to)
        }
        for (node, id) in onNode.sorted(by: { $0.value < $1.value }) {
            let count = parents[node]?.count ?? 0
            guard count == 1 else {
                violations.append(.linkCount(optionID: id, links: count))
                continue
            }
            var (here, steps): (Int?, Int) = (node, 0)
            while let place = here, steps <= network.maximumHops, let up = parents[place]?.first {
                (here, steps) = (up, steps + 1)
            }
            if here != nil || steps > network.maximumHops {
                violations.append(.chainTooLong(optionID: id, maximumHops: network.maximumHops))
            }
        }
    }

    static func checkShares(_ problem: SitingProblem, _ used: [Int], _ covered: Set<Int>, _ violations: inout [Violation]) {
        for group in problem.conditions.groups {
            let sum = group.members.filter { covered.contains($0.target) }.reduce(Int64(0)) { $0 &+ $1.amount }
            if sum < group.minimum { violations.append(.groupMissed(groupID: group.id, covered: sum, minimum: group.minimum)) }
        }
        for budget in problem.conditions.operatorBudgets {
            // Equal parts: compared in sixtieths, so that thirds stay whole.
            var sum: Int128 = 0
            for option in used {
                let payers = Set(problem.options[option].operators)
                if payers.contains(budget.operator) { sum += Int128(problem.options[option].costVND) * 60 / Int128(payers.count) }
            }
            if sum > Int128(budget.budgetVND) * 60 {
                violations.append(.overOperatorBudget(operator: budget.operator, budgetVND: budget.budgetVND))
            }
        }
    }
}
