/// Most weight within a capacity: greedy, Lagrangian bound with a heuristic inside, then CBC.
struct MaximizeSearch {
    let model: CoverModel
    let capacity: Int64
    let scale: Int64

    private var best: CoverState
    private let base: CoverState
    private var multipliers: [Int64]
    private(set) var price = ExactBound.Price()
    private var bound: Int64

    /// - Parameter base: a plan within the capacity that covers every required target; improved plans are built on top of it.
    init(model: CoverModel, capacity: Int64, scale: Int64, base: [Int]) {
        self.model = model
        self.capacity = capacity
        self.scale = scale
        var state = CoverState(model)
        for option in base { state.add(option, in: model) }
        self.base = state
        best = state
        multipliers = [Int64](repeating: 0, count: model.targetCount)
        bound = model.totalWeight
    }

    mutating func run(_ watch: inout Stopwatch, _ facts: inout SolverFacts) throws(SitingError) -> SearchOutcome {
        let greedyStop = watch.stopReason(.greedy)
        runGreedy()
        if best.coveredWeight >= bound { return outcome(.provenByBound) }
        if let greedyStop { return outcome(.open(greedyStop)) }
        improveBound(&watch, &facts)
        if best.coveredWeight >= bound { return outcome(.provenByBound) }
        if let reason = watch.stopReason(.exact) { return outcome(.open(reason)) }
        if watch.limits.nodeLimit == 0 { return outcome(.open(.stoppedByNodeLimit)) }
        // In its own statement: as an argument it would be evaluated after `self` was copied.
        let verdict = try askCbc(&watch, &facts)
        return outcome(verdict)
    }

    private func outcome(_ verdict: SearchOutcome.Verdict) -> SearchOutcome {
        SearchOutcome(verdict: verdict, chosen: best.chosen, multipliers: multipliers)
    }

    /// Fills up, takes out what became redundant, and fills again while that gains weight; then remembers the plan if it is better.
    private mutating func finish(_ start: CoverState, by divisor: [Int64]) {
        let greedy = LazyGreedy(model: model, divisor: divisor)
        var state = start
        greedy.fill(&state, capacity: capacity)
        var weight = Int64.min
        while state.coveredWeight > weight {
            weight = state.coveredWeight
            state.removeRedundant(in: model)
            greedy.fill(&state, capacity: capacity)
        }
        guard state.missingRequired == 0, state.charge <= capacity else { return }
        if state.coveredWeight > best.coveredWeight || (state.coveredWeight == best.coveredWeight && state.charge < best.charge) {
            best = state
        }
    }

    /// Gain per charge, gain alone, and the best single option first (S. Khuller et al., "The budgeted maximum coverage problem", 1999).
    private mutating func runGreedy() {
        finish(base, by: model.charge)
        finish(base, by: [Int64](repeating: 1, count: model.optionCount))
        var single: (gain: Int64, option: Int)?
        for option in 0..<model.optionCount where model.charge[option] <= capacity - base.charge && base.placeIsFree(option, in: model) {
            let gain = base.gain(option, in: model)
            if gain > single?.gain ?? 0 { single = (gain, option) }
        }
        if let single {
            var state = base
            state.add(single.option, in: model)
            finish(state, by: model.charge)
        }
    }

    /// Subgradient descent on Σ max(0, w − λ) + knapsack(Σλ), with λ between 0 and w except for required targets.
    private mutating func improveBound(_ watch: inout Stopwatch, _ facts: inout SolverFacts) {
        let weight = model.weight.map(Double.init)
        let charge = model.charge.map(Double.init)
        // Half the weight: neither wall, so the first steps can go either way.
        var multiplier = weight.map { $0 * 0.5 }
        var bestMultiplier = multiplier
        var bestValue = Double.greatestFiniteMagnitude
        var worth = [Double](repeating: 0, count: model.optionCount)
        var direction = [Double](repeating: 0, count: model.targetCount)
        var step = 1.0
        var stale = 0
        let iterations = watch.limits.boundIterations ?? iterationsFor(model)
        for iteration in 0..<iterations {
            if watch.stopReason(.bound) != nil { break }
            facts.boundIterations += 1
            for option in 0..<model.optionCount { worth[option] = model.covers[option].reduce(0) { $0 + multiplier[Int($1)] } }
            let knapsack = ChoiceKnapsack<Double>(model: model, charge: charge, capacity: Double(capacity), value: worth)
            var value = knapsack.value
            if let critical = knapsack.critical { value += critical.edge.value * critical.room / critical.edge.charge }
            for target in multiplier.indices {
                let rest = weight[target] - multiplier[target]
                value += model.isRequired[target] ? rest : max(0, rest)
            }
            if value < bestValue {
                if value < bestValue - 1e-4 * abs(bestValue) { stale = 0 }
                (bestValue, bestMultiplier) = (value, multiplier)
            }
            stale += 1
            if stale > 20 { (step, stale) = (step * 0.6, 0) }
            if iteration % 10 == 0 { tryPlan(knapsack.taken) }
            if bestValue < Double(best.coveredWeight) + 1 - 1e-4 || step < 1e-3 { break }

            var cover = [Double](repeating: 0, count: model.targetCount)
            func take(_ option: Int, _ share: Double) { for target in model.covers[option] { cover[Int(target)] += share } }
            for option in knapsack.taken { take(option, 1) }
            if let critical = knapsack.critical {
                let share = critical.room / critical.edge.charge
                take(critical.edge.option, share)
                if critical.edge.from >= 0 { take(critical.edge.from, -share) }
            }
            var norm = 0.0
            for target in cover.indices {
                let isWanted = model.isRequired[target] || multiplier[target] < weight[target]
                var gradient = (isWanted ? 1 : 0) - cover[target]
                // At a wall, only the way back counts.
                if multiplier[target] <= 0 { gradient = max(0, gradient) }
                if !model.isRequired[target] && multiplier[target] >= weight[target] && cover[target] < 1 { gradient = 0 }
                direction[target] = 0.7 * gradient + 0.3 * direction[target]
                norm += direction[target] * direction[target]
            }
            guard norm > 0 else { break }
            let length = step * max(value - Double(best.coveredWeight), 1e-3 * max(1, value)) / norm
            for target in multiplier.indices {
                let moved = max(0, multiplier[target] + length * direction[target])
                multiplier[target] = model.isRequired[target] ? moved : min(moved, weight[target])
            }
        }
        let fixed = bestMultiplier.map { Int64(min($0 * Double(scale), 0x1p52).rounded()) }
        if let exact = ExactBound.maximize(model, capacity: capacity, multipliers: fixed, scale: scale), exact.bound < bound {
            (bound, multipliers, price) = (exact.bound, fixed, exact.price)
        }
    }

    /// Builds a plan from what the relaxed knapsack takes, best first.
    private mutating func tryPlan(_ liked: [Int]) {
        var state = base
        for option in liked where model.charge[option] <= capacity - state.charge && state.placeIsFree(option, in: model) {
            if state.gain(option, in: model) > 0 { state.add(option, in: model) }
        }
        finish(state, by: model.charge)
    }

    private mutating func askCbc(_ watch: inout Stopwatch, _ facts: inout SolverFacts) throws(SitingError) -> SearchOutcome.Verdict {
        let answer: CbcModel.Answer
        do {
            let cbc = compactModel()
            guard cbc.fits(secondsLeft: watch.secondsLeft) else { return .open(.stoppedByTimeLimit) }
            answer = try cbc.solve(start: best.chosen, secondsLeft: watch.secondsLeft, nodeLimit: watch.limits.nodeLimit)
            facts.note(cbc, answer)
        }
        let isSound = believe(answer)
        switch answer.ending {
        case .optimal: return isSound ? .provenByCbc : .open(.solverAnswerRejected)
        case .infeasible: return .open(.solverAnswerRejected)
        case .timeLimit: return .open(.stoppedByTimeLimit)
        case .nodeLimit: return .open(.stoppedByNodeLimit)
        case .failed: return .open(.solverFailed)
        }
    }

    /// One binary per option; one continuous column and one row per target with a choice of options. A target that one option alone covers
    /// is that option's own value.
    private func compactModel() -> CbcModel {
        var cbc = CbcModel()
        for _ in 0..<model.optionCount { cbc.addColumn(objective: 0, isInteger: true) }
        for target in 0..<model.targetCount {
            let options = model.coveredBy[target]
            if model.isRequired[target] {
                cbc.addRow(options.map { ($0, 1) }, from: 1, to: .infinity)
            } else if options.count == 1, let only = options.first {
                cbc.addToObjective(Int(only), -Double(model.weight[target]))
            } else {
                let covered = Int32(cbc.columnCount)
                cbc.addColumn(objective: -Double(model.weight[target]), isInteger: false)
                cbc.addRow(options.map { ($0, 1) } + [(covered, -1)], from: 0, to: .infinity)
            }
        }
        let charged = (0..<model.optionCount).filter { model.charge[$0] > 0 }
        cbc.addRow(charged.map { (Int32($0), Double(model.charge[$0])) }, from: -.infinity, to: Double(capacity))
        for place in 0..<model.placeMembers.count where model.placeMembers.size(place) > 1 {
            cbc.addRow(model.placeMembers[place].map { ($0, 1) }, from: -.infinity, to: 1)
        }
        return cbc
    }

    /// Rechecks CBC's plan with integers. True if it keeps capacity, places and required targets, is worth what CBC says, and no less than
    /// ours.
    private mutating func believe(_ answer: CbcModel.Answer) -> Bool {
        guard let ones = answer.ones else { return false }
        var state = CoverState(model)
        for option in ones where option < model.optionCount {
            guard state.placeIsFree(option, in: model) else { return false }
            state.add(option, in: model)
        }
        let required = zip(model.weight, model.isRequired).reduce(Int64(0)) { $0 + ($1.1 ? $1.0 : 0) }
        guard state.missingRequired == 0, state.charge <= capacity, state.coveredWeight <= bound,
            abs(Double(state.coveredWeight - required) + answer.objective) < 0.5
        else { return false }
        let isNoWorse = state.coveredWeight >= best.coveredWeight
        finish(state, by: model.charge)
        return isNoWorse
    }
}
