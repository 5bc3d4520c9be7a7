/// Which options and targets a plan can use at all: those with a chain to a root, and with operators enough.
struct NetworkReach {
    /// Options whose node has a chain within the allowed hops over nodes that may be built; in the order of the problem.
    private(set) var isUsable: [Bool]
    /// Targets that the usable options could cover.
    private(set) var isReachable: [Bool]

    /// O(links × hops + cover sets).
    init(_ problem: SitingProblem) {
        isUsable = problem.options.map { _ in true }
        if let network = problem.conditions.network {
            var canStand = [Bool](repeating: false, count: network.nodes)
            for option in problem.options { if let node = option.node { canStand[node] = true } }
            var hops = [Int](repeating: .max, count: network.nodes)
            for link in network.links where link.to == nil && canStand[link.from] { hops[link.from] = 1 }
            var step = 1
            var changed = true
            while changed && step < network.maximumHops {
                changed = false
                for link in network.links where canStand[link.from] && hops[link.from] == .max {
                    guard let to = link.to, hops[to] <= step else { continue }
                    hops[link.from] = step + 1
                    changed = true
                }
                step += 1
            }
            // What covers nothing is of use as a parent only.
            let parents = Set(network.links.compactMap(\.to))
            isUsable = problem.options.map { option in
                option.node.map { hops[$0] != .max && (!option.covers.isEmpty || parents.contains($0)) } ?? !option.covers.isEmpty
            }
        }
        isReachable = problem.targetWeights.map { _ in false }
        guard let needs = problem.conditions.operatorNeeds else {
            for (option, usable) in zip(problem.options, isUsable) where usable {
                for target in option.covers { isReachable[target] = true }
            }
            return
        }
        var operators = [Set<Int>](repeating: [], count: problem.targetWeights.count)
        for (option, usable) in zip(problem.options, isUsable) where usable {
            for target in option.covers { operators[target].formUnion(option.brings(needs[target])) }
        }
        for target in isReachable.indices { isReachable[target] = operators[target].count >= needs[target].count }
    }
}

extension SitingOption {
    /// The operators that it brings to a target which hears some already. An option of nobody counts as one operator that is not heard.
    func brings(_ need: OperatorNeed) -> Set<Int> {
        operators.isEmpty ? [-1] : Set(operators).subtracting(need.heard)
    }
}
