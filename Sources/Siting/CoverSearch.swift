/// Least charge that covers every target of a model: greedy, Lagrangian bound with a heuristic inside, then CBC.
struct CoverSearch {
    let model: CoverModel
    let scale: Int64
    /// When set, any cover within this charge is good enough, and a bound above it ends the search.
    var acceptable: Int64?

    private var best: CoverState?
    private var multipliers: [Int64]
    private var bound: Int64 = 0

    init(model: CoverModel, scale: Int64, acceptable: Int64? = nil) {
        self.model = model
        self.scale = scale
        self.acceptable = acceptable
        multipliers = [Int64](repeating: 0, count: model.targetCount)
    }

    mutating func run(_ watch: inout Stopwatch, _ facts: inout SolverFacts) throws(SitingError) -> SearchOutcome {
        let greedyStop = watch.stopReason(.greedy)
        best = CoverGreedy(model: model).cover()
        if let verdict = settled { return outcome(verdict) }
        if let greedyStop { return outcome(.open(greedyStop)) }
        improveBound(&watch, &facts)
        if let verdict = settled { return outcome(verdict) }
        if let reason = watch.stopReason(.exact) { return outcome(.open(reason)) }
        if watch.limits.nodeLimit == 0 { return outcome(.open(.stoppedByNodeLimit)) }
        // In its own statement: as an argument it would be evaluated after `self` was copied.
        let verdict = try askCbc(&watch, &facts)
        return outcome(verdict)
    }

    private var settled: SearchOutcome.Verdict? {
        if let acceptable {
            if let best, best.charge <= acceptable { return .provenByBound }
            if bound > acceptable { return .infeasible }
            return nil
        }
        if let best, bound >= best.charge { return .provenByBound }
        return nil
    }

    private func outcome(_ verdict: SearchOutcome.Verdict) -> SearchOutcome {
        SearchOutcome(verdict: verdict, chosen: best?.chosen, multipliers: multipliers)
    }

    private mutating func keep(_ state: CoverState?) {
        guard let state, state.charge < best?.charge ?? .max else { return }
        best = state
    }

    /// Subgradient ascent on Σλ + Σ min(0, c − Σλ), after J. E. Beasley (1990).
    private mutating func improveBound(_ watch: inout Stopwatch, _ facts: inout SolverFacts) {
        let charge = model.charge.map(Double.init)
        var multiplier = (0..<model.targetCount).map { target in
            model.coveredBy[target].map { charge[Int($0)] / Double(model.covers.size(Int($0))) }.min() ?? 0
        }
        var bestMultiplier = multiplier
        var bestValue = -1.0
        var reduced = charge
        var direction = [Double](repeating: 0, count: model.targetCount)
        var step = 2.0
        var stale = 0
        let greedy = CoverGreedy(model: model)
        let iterations = watch.limits.boundIterations ?? iterationsFor(model)
        for iteration in 0..<iterations {
            if watch.stopReason(.bound) != nil { break }
            facts.boundIterations += 1
            for option in 0..<model.optionCount {
                reduced[option] = model.covers[option].reduce(charge[option]) { $0 - multiplier[Int($1)] }
            }
            let picked = pick(reduced)
            let value = multiplier.reduce(0, +) + picked.reduce(0) { $0 + reduced[$1] }
            if value > bestValue + 1e-9 * abs(bestValue) {
                if value > bestValue + 1e-4 * abs(bestValue) { stale = 0 }
                (bestValue, bestMultiplier) = (value, multiplier)
            }
            stale += 1
            if stale > 20 { (step, stale) = (step * 0.6, 0) }
            if iteration % 8 == 0 { keep(greedy.cover(preferring: reduced)) }
            if let best, bestValue > Double(best.charge) - 1 + 1e-4 { break }
            if let acceptable, bestValue > Double(acceptable) + 1e-4 || best?.charge ?? .max <= acceptable { break }
            if step < 1e-3 { break }

            var gradient = [Double](repeating: 1, count: model.targetCount)
            for option in picked { for target in model.covers[option] { gradient[Int(target)] -= 1 } }
            var norm = 0.0
            for target in gradient.indices {
                if multiplier[target] == 0 && gradient[target] < 0 { gradient[target] = 0 }
                direction[target] = 0.7 * gradient[target] + 0.3 * direction[target]
                norm += direction[target] * direction[target]
            }
            guard norm > 0 else { break }
            let goal = best.map { Double($0.charge) } ?? (1.1 * bestValue + 1)
            let length = step * max(1.02 * goal - value, 1e-3 * max(1, goal)) / norm
            for target in multiplier.indices { multiplier[target] = max(0, multiplier[target] + length * direction[target]) }
        }
        guard bestValue > 0 else { return }
        let fixed = bestMultiplier.map { Int64(min($0 * Double(scale), 0x1p52).rounded()) }
        let exact = ExactBound.minimize(model, multipliers: fixed, scale: scale)
        if exact > bound { (bound, multipliers) = (exact, fixed) }
    }

    /// Options of negative reduced cost, at most the best one per place.
    private func pick(_ reduced: [Double]) -> [Int] {
        var picked = (0..<model.optionCount).filter { model.place[$0] < 0 && reduced[$0] < 0 }
        for place in 0..<model.placeMembers.count {
            let best = model.placeMembers[place].min { (reduced[Int($0)], $0) < (reduced[Int($1)], $1) }
            if let best, reduced[Int(best)] < 0 { picked.append(Int(best)) }
        }
        return picked
    }

    private mutating func askCbc(_ watch: inout Stopwatch, _ facts: inout SolverFacts) throws(SitingError) -> SearchOutcome.Verdict {
        var cbc = CbcModel()
        for option in 0..<model.optionCount { cbc.addColumn(objective: Double(model.charge[option]), isInteger: true) }
        for target in 0..<model.targetCount { cbc.addRow(model.coveredBy[target].map { ($0, 1) }, from: 1, to: .infinity) }
        for place in 0..<model.placeMembers.count where model.placeMembers.size(place) > 1 {
            cbc.addRow(model.placeMembers[place].map { ($0, 1) }, from: -.infinity, to: 1)
        }
        guard cbc.fits(secondsLeft: watch.secondsLeft) else { return .open(.stoppedByTimeLimit) }
        let answer = try cbc.solve(start: best?.chosen, secondsLeft: watch.secondsLeft, nodeLimit: watch.limits.nodeLimit)
        facts.note(cbc, answer)
        let isSound = believe(answer)
        if let acceptable, let best, best.charge <= acceptable { return .provenByBound }
        switch answer.ending {
        case .optimal: return !isSound ? .open(.solverAnswerRejected) : acceptable == nil ? .provenByCbc : .infeasible
        case .infeasible: return best == nil ? .infeasible : .open(.solverAnswerRejected)
        case .timeLimit: return .open(.stoppedByTimeLimit)
        case .nodeLimit: return .open(.stoppedByNodeLimit)
        case .failed: return .open(.solverFailed)
        }
    }

    /// Rechecks CBC's plan with integers. True if it is a cover, keeps the places, costs what CBC says, and is no worse than ours.
    private mutating func believe(_ answer: CbcModel.Answer) -> Bool {
        guard let ones = answer.ones else { return false }
        var state = CoverState(model)
        for option in ones {
            guard state.placeIsFree(option, in: model) else { return false }
            state.add(option, in: model)
        }
        guard state.missingRequired == 0, abs(Double(state.charge) - answer.objective) < 0.5, state.charge >= bound else { return false }
        state.removeRedundant(in: model)
        guard state.charge <= best?.charge ?? .max else { return false }
        keep(state)
        return true
    }
}

/// Enough iterations to converge on small models, fewer on large ones so that a pass over the cover sets stays affordable.
func iterationsFor(_ model: CoverModel) -> Int {
    max(150, min(2500, 1_000_000_000 / (model.covers.items.count + 20 * model.optionCount + 1)))
}

extension SolverFacts {
    mutating func note(_ model: CbcModel, _ answer: CbcModel.Answer) {
        cbcCalls += 1
        cbcNodes += answer.nodes
        cbcRows += model.rowCount
        cbcColumns += model.columnCount
    }
}
