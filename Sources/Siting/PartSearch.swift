/// The best plan of one reduced model: exchanges, our own search with its bound, then CBC on what is left.
struct PartSearch: Sendable {
    let model: CoverModel
    let aim: Aim
    let scale: Int64
    /// Of each canonical target, in small units.
    let canonicalWeight: [Int64]
    let isRequired: [Bool]

    /// - Parameter start: a plan that keeps the constraints, if one is known.
    func run(start: CoverState?, _ watch: inout Stopwatch, _ facts: inout SolverFacts) throws(SitingError) -> SearchOutcome {
        var incumbent = Incumbent(model, aim, start: start)
        // Everything covered, or nothing to pay: no search can add to that.
        if incumbent.chosen != nil, incumbent.score >= trivialBound { return outcome(.provenByBound, incumbent, nil) }
        if let stop = watch.stopReason(.greedy) { return outcome(.open(stop), incumbent, nil) }
        improve(&incumbent)
        let most = effort(watch.limits)
        var search = branch(incumbent, most, &watch, &facts)
        let tree = search.tree
        if search.open == .stoppedByNodeLimit, search.nodeCount > 1, watch.limits.nodeLimit != 0 {
            // The plan found on the way settles more at the root than the first try knew: a smaller core for whoever comes next.
            var root = most
            root.nodes = 1
            root.kickEffort /= 4
            search = branch(search.incumbent, root, &watch, &facts)
        }
        incumbent = search.incumbent
        guard let reason = search.open else {
            return outcome(incumbent.chosen == nil ? .infeasible : .provenByBound, incumbent, search.tree)
        }
        guard !reason.isByChance, watch.limits.nodeLimit != 0, let core = search.core else {
            return outcome(.open(reason), incumbent, tree)
        }
        if let stop = watch.stopReason(.exact) { return outcome(.open(stop), incumbent, tree) }
        let solver = CoreSolver(part: core)
        guard solver.fits(watch) else {
            search.linger(rounds: 40, &watch, &facts)
            return outcome(.open(.stoppedByTimeLimit), search.incumbent, tree)
        }
        let verdict = try solver.run(&incumbent, &watch, &facts)
        // Who was helped by another solver keeps the root's bound, who was not the best bound of its own.
        if case .provenBySolver = verdict { return outcome(verdict, incumbent, search.tree) }
        return outcome(verdict, incumbent, tree)
    }

    private func branch(
        _ incumbent: Incumbent, _ effort: BranchSearch.Effort, _ watch: inout Stopwatch, _ facts: inout SolverFacts
    ) -> BranchSearch {
        var search = BranchSearch(
            model, aim, scale: scale, isRequired: isRequired, canonicalWeight: canonicalWeight, effort: effort, incumbent: incumbent)
        search.run(&watch, &facts)
        facts.ownNodes += search.nodeCount
        return search
    }

    private var trivialBound: Int64 { if case .most = aim { model.totalWeight } else { 0 } }

    private func effort(_ limits: SitingLimits) -> BranchSearch.Effort {
        let items = model.covers.items.count + 10 * model.optionCount + 1
        let iterations = limits.boundIterations ?? max(300, min(3000, 2_000_000_000 / items))
        // A plan of many sites has many places where a kick may help.
        let kicks: Int =
            switch aim {
            case .most(let capacity) where model.isPlain: 40 * Int(clamping: min(capacity, 10_000))
            case .least: max(2_000, min(60_000, items / 2))
            default: 0
            }
        // Cases of a very large model cost much memory and gain little.
        let affordable = items > 2_000_000 ? 1 : max(20, min(3000, 300_000_000 / items))
        let nodes = limits.nodeLimit == 0 ? 1 : min(limits.nodeLimit ?? .max, affordable)
        return BranchSearch.Effort(
            rootIterations: iterations, nodeIterations: min(120, max(1, iterations)), nodes: nodes,
            kicks: aim == .least ? kicks : max(4_000, kicks),
            kickEffort: max(200_000_000, 150 * items), threads: limits.threads)
    }

    private func improve(_ incumbent: inout Incumbent) {
        guard case .most(let capacity) = aim, let chosen = incumbent.chosen else { return }
        var search = SwapSearch(model, capacity: capacity, start: chosen, seed: 1)
        search.descend(effort: 2_000_000_000)
        incumbent.offer(search.chosen)
    }

    private func outcome(_ verdict: SearchOutcome.Verdict, _ incumbent: Incumbent, _ tree: BoundTree?) -> SearchOutcome {
        SearchOutcome(verdict: verdict, chosen: incumbent.chosen, tree: tree, score: incumbent.score)
    }
}

extension SolverFacts {
    mutating func note(_ model: CbcModel, _ answer: CbcModel.Answer) {
        cbcCalls += 1
        cbcNodes += answer.nodes
        cbcRows += model.rowCount
        cbcColumns += model.columnCount
    }
}
