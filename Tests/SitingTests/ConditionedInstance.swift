import Siting

/// Small problems with every condition: groups, operators, budgets by operator, links with hops and relays.
enum ConditionedInstance {
    enum Kind: String, CaseIterable, Sendable { case groups, operators, budgets, network, all }

    static func problem(seed: UInt64, kind: Kind, mode: RandomInstance.Mode) -> SitingProblem {
        var random = SeededGenerator(state: seed &* 7_919 &+ UInt64(kind.rawValue.utf8.reduce(0) { $0 * 31 + Int($1) }))
        var problem = RandomInstance.problem(seed: seed &+ 9_000, mode: mode)
        problem.options = Array(problem.options.prefix(6))
        let targets = problem.targetWeights.indices
        var conditions = SitingConditions()
        if kind == .groups || kind == .all {
            conditions.groups = (0..<Int.random(in: 1...2, using: &random)).map { number in
                let members = targets.filter { _ in Bool.random(using: &random) }
                    .map { GroupMinimum.Member(target: $0, amount: Int64.random(in: 0...9, using: &random)) }
                let total = members.reduce(Int64(0)) { $0 + $1.amount }
                return GroupMinimum(
                    id: "group-\(number)", members: members, minimum: Int64.random(in: 0...max(0, total / 2), using: &random))
            }
        }
        if kind == .operators || kind == .budgets || kind == .all {
            for option in problem.options.indices {
                problem.options[option].operators = (0..<3).filter { _ in Int.random(in: 0..<5, using: &random) < 3 }
            }
        }
        if kind == .operators || kind == .all {
            conditions.operatorNeeds = targets.map { _ in
                OperatorNeed(count: Int.random(in: 1...2, using: &random), heard: Int.random(in: 0..<3, using: &random) == 0 ? [0] : [])
            }
        }
        if kind == .budgets || kind == .all {
            let total = problem.options.reduce(Int64(0)) { $0 + $1.costVND }
            conditions.operatorBudgets = [0, 2].map {
                OperatorBudget(operator: $0, budgetVND: Int64.random(in: 0...max(1, total / 2), using: &random))
            }
        }
        if kind == .network || kind == .all {
            let nodes = problem.options.count
            for option in problem.options.indices where Int.random(in: 0..<6, using: &random) > 0 { problem.options[option].node = option }
            var links: [SitingNetwork.Link] = []
            for node in 0..<nodes {
                if Int.random(in: 0..<5, using: &random) < 2 {
                    links.append(.init(from: node, to: nil, costVND: Int64.random(in: 0...9, using: &random)))
                }
                for _ in 0..<Int.random(in: 0...2, using: &random) where nodes > 1 {
                    let other = Int.random(in: 0..<nodes, using: &random)
                    if other != node { links.append(.init(from: node, to: other, costVND: Int64.random(in: 0...4, using: &random))) }
                }
            }
            conditions.network = SitingNetwork(nodes: nodes, links: links, maximumHops: Int.random(in: 1...3, using: &random))
        }
        problem.conditions = conditions
        return problem
    }

    /// The optimum by trying every set of options and every choice of parents, through `PlanCheck` alone; `nil` when nothing is valid.
    static func optimum(_ problem: SitingProblem) -> Int64? { best(problem)?.value }

    /// The optimum and the least that it costs, in the same way.
    static func best(_ problem: SitingProblem) -> (value: Int64, costVND: Int64)? {
        var best: (value: Int64, costVND: Int64)?
        let links = problem.conditions.network?.links ?? []
        for mask in 0..<(1 << problem.options.count) {
            let chosen = problem.options.indices.filter { mask >> $0 & 1 == 1 }
            var choices: [[Int]] = [[]]
            if problem.conditions.network != nil {
                for node in Set(chosen.compactMap { problem.options[$0].node }).sorted() {
                    let own = links.indices.filter { links[$0].from == node }
                    choices = choices.flatMap { before in own.map { before + [$0] } }
                }
            }
            for choice in choices {
                let check = PlanCheck.check(problem, chosen: chosen, links: choice)
                guard check.isValid else { continue }
                switch problem.goal {
                case .coverAll, .coverWeight:
                    let cost = min(best?.costVND ?? .max, check.costVND)
                    best = (cost, cost)
                case .maximizeWithSites, .maximizeWithinBudget:
                    let found = (check.coveredWeight, check.costVND)
                    best = best.map { (-$0.value, $0.costVND) < (-found.0, found.1) ? $0 : found } ?? found
                }
            }
        }
        return best
    }
}
