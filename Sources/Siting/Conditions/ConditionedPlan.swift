/// Chosen options with the links that join them, tidied and ranked.
struct ConditionedPlan {
    var options: [Int]
    var links: [Int]

    /// Takes out what the plan covers as much without, the dearest first.
    ///
    /// - Complexity: O(options² × cover sets) at worst; plans are small.
    mutating func tidy(_ problem: SitingProblem) {
        var check = PlanCheck.check(problem, chosen: options, links: links)
        let order = options.sorted {
            (problem.options[$1].costVND, problem.options[$1].id) < (problem.options[$0].costVND, problem.options[$0].id)
        }
        var isChanged = true
        // A relay can go only after all that hang on it.
        while isChanged {
            isChanged = false
            for option in order where options.contains(option) {
                let fewer = options.filter { $0 != option }
                let left = links.filter { link in
                    problem.options[option].node.map { problem.conditions.network?.links[link].from != $0 } ?? true
                }
                let next = PlanCheck.check(problem, chosen: fewer, links: left)
                guard next.isValid, next.coveredTargets == check.coveredTargets else { continue }
                (options, links, check, isChanged) = (fewer, left, next, true)
            }
        }
    }

    /// Most newly covered weight for its money first, relays and others that cover nothing by themselves after, ties by id; with the targets that
    /// each is the one to complete.
    ///
    /// - Complexity: O(options² × cover sets); plans are small.
    func ranked(_ problem: SitingProblem) -> (order: [Int], gains: [[Int]]) {
        var (order, gains): ([Int], [[Int]]) = ([], [])
        var covered = Set<Int>()
        var rest = options.sorted { problem.options[$0].id < problem.options[$1].id }
        var isBySites = false
        if case .maximizeWithSites = problem.goal { isBySites = true }
        while !rest.isEmpty {
            var best: (position: Int, gain: [Int], weight: Int64)?
            for (position, option) in rest.enumerated() {
                let gain = PlanCheck.coverage(problem, by: order + [option]).subtracting(covered)
                let weight = gain.reduce(Int64(0)) { $0 + problem.targetWeights[$1] }
                func price(_ option: Int) -> Int128 { isBySites ? 1 : Int128(max(1, problem.options[option].costVND)) }
                if let known = best {
                    let (a, b) = (Int128(weight) * price(rest[known.position]), Int128(known.weight) * price(option))
                    guard a > b || (a == b && gain.count > known.gain.count) else { continue }
                }
                best = (position, gain.sorted(), weight)
            }
            guard let best else { break }
            order.append(rest.remove(at: best.position))
            gains.append(best.gain)
            covered.formUnion(best.gain)
        }
        return (order, gains)
    }
}
