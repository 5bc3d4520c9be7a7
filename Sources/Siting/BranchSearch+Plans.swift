extension BranchSearch {
    /// Tightens the bound of a part from the multipliers at hand, building plans on the way.
    mutating func descend(
        _ part: BranchPart, iterations: Int, factor: Double, _ watch: inout Stopwatch, _ facts: inout SolverFacts
    ) -> DualDescent {
        var descent = DualDescent(
            part.model, part.aim, start: spread.gather(part.model), price: spread.price, factor: factor, threads: effort.threads)
        let builder = PlanBuilder(part.model, part.aim)
        let period = tree.nodes.count == 1 ? max(20, min(100, part.model.covers.items.count / 50_000)) : 60
        let stage = tree.nodes.count == 1 ? SitingProgress.Stage.bound : .branch
        var done = 0
        while done < iterations {
            // In pieces, because plans are built in between.
            let goal = incumbent.chosen == nil ? -.infinity : Double(incumbent.score - part.base)
            let piece = descent.run(iterations: min(period, iterations - done), goal: goal) { watch.stopReason(stage) == nil }
            done += piece.iterations
            offerPlan(part, descent, builder)
            if piece.isOver { break }
        }
        facts.boundIterations += done
        return descent
    }

    mutating func offerPlan(_ part: BranchPart, _ descent: DualDescent, _ builder: PlanBuilder) {
        let order = descent.taken.sorted { (descent.profit(of: Int($1)), $0) < (descent.profit(of: Int($0)), $1) }
        guard let plan = builder.plan(liking: order, profit: { descent.profit(of: $0) }) else { return }
        guard part.aim.score(plan) + part.base > incumbent.score else { return }
        incumbent.offer(part.taken + plan.chosen.map { part.option[$0] })
    }

    /// Improves the best plan by exchanges and kicks among the options that are still open at the root. Returns whether it scores more.
    mutating func polish(
        _ part: BranchPart, _ descent: DualDescent, _ kept: [Int], round: Int = 0, _ watch: inout Stopwatch
    ) -> Bool {
        guard effort.kicks > 0, let plan = incumbent.chosen else { return false }
        var number = [Int](repeating: -1, count: root.optionCount)
        for (new, old) in part.option.enumerated() { number[old] = new }
        let start = plan.compactMap { number[$0] >= 0 ? number[$0] : nil }
        let seed = UInt64(part.model.optionCount + 1_000_003 * round)
        let found: [Int]
        switch part.aim {
        case .most(let capacity):
            guard part.model.charge(of: start) <= capacity else { return false }
            var search = SwapSearch(part.model, capacity: capacity, start: start, seed: seed)
            search.descend(effort: effort.kickEffort)
            search.kick(times: effort.kicks, effort: effort.kickEffort) { watch.stopReason(.bound) == nil }
            found = search.chosen
        case .least:
            var state = CoverState(part.model)
            for option in start { state.add(option, in: part.model) }
            guard state.missingRequired == 0, part.model.placeMembers.count == 0 else { return false }
            var search = CoverKicks(part.model, start: start, reducedCost: { -descent.profit(of: kept[$0]) }, seed: seed)
            search.run(kicks: effort.kicks, effort: effort.kickEffort) { watch.stopReason(.bound) == nil }
            found = search.chosen.map(Int.init)
        case .leastFor: return false
        }
        return incumbent.offer(part.taken + found.map { part.option[$0] })
    }

    /// More kicks in the core, for a question that nobody will close; ends when several rounds in a row bring nothing.
    mutating func linger(rounds: Int, _ watch: inout Stopwatch, _ facts: inout SolverFacts) {
        guard let core, effort.kicks > 0 else { return }
        let descent = descend(core, iterations: 100, factor: 0.01, &watch, &facts)
        var idle = 0
        for round in 0..<rounds where idle < 5 && watch.stopReason(.bound) == nil {
            let isBetter = polish(core, descent, Array(core.option.indices), round: round + 1, &watch)
            idle = isBetter ? 0 : idle + 1
        }
    }
}
