/// Most weight under a number of sites or a budget, from the checked problem to a verdict.
struct MaximizePipeline {
    let problem: CanonicalProblem
    let charges: [Int64]
    let capacity: Int64
    /// The reason to give when the must-cover targets need more than the capacity.
    let shortage: SitingReason

    func run(_ watch: inout Stopwatch, _ facts: inout SolverFacts) throws(SitingError) -> Verdict {
        let unit = commonDivisor(charges)
        let weightUnit = commonDivisor(problem.weight)
        let small = charges.map { $0 / unit }
        let smallCapacity = min(capacity / unit, small.reduce(0, +))
        let targets = problem.weight.indices.filter {
            (problem.weight[$0] > 0 || problem.isRequired[$0]) && problem.coveredBy.size($0) > 0
        }
        let tooDear = targets.filter { target in
            problem.isRequired[target] && problem.coveredBy[target].allSatisfy { small[Int($0)] > smallCapacity }
        }
        guard tooDear.isEmpty else { return .infeasible(shortage, targets: tooDear, of: problem) }

        let reduction = Reduction(
            problem, charge: small, capacity: smallCapacity, weightUnit: weightUnit, targets: targets, required: problem.isRequired)
        let model = reduction.model
        facts.mergedTargets = model.targetCount
        facts.keptOptions = model.optionCount
        facts.droppedOptions = charges.count - model.optionCount
        facts.components = model.optionCount > 0 ? 1 : 0

        var base: [Int] = []
        let required = model.isRequired.indices.filter { model.isRequired[$0] }
        if !required.isEmpty {
            let outcome = try coverRequired(required, model, smallCapacity, &watch, &facts)
            switch outcome.verdict {
            case .provenByBound, .provenBySolver:
                base = outcome.chosen ?? []
            case .infeasible:
                let names = problem.isRequired.indices.filter { problem.isRequired[$0] }
                return .infeasible(outcome.conflict ? .placesConflict : shortage, targets: names, of: problem)
            case .open(let reason):
                var verdict = Verdict(targets: problem.weight.count)
                verdict.settle([.open(reason)])
                return verdict
            }
        }
        let scale = ExactBound.scale(forTotal: model.totalWeight, required: required.count)
        var state = CoverState(model)
        for option in base { state.add(option, in: model) }
        let start = StartPlans(model: model, capacity: smallCapacity, base: state).best()
        let search = PartSearch(
            model: model, aim: .most(capacity: smallCapacity), scale: scale, canonicalWeight: problem.weight.map { $0 / weightUnit },
            isRequired: problem.isRequired)
        let outcome = try search.run(start: start, &watch, &facts)
        if outcome.verdict == .provenByBound { facts.componentsClosedByBound = facts.components }

        var verdict = Verdict(targets: problem.weight.count)
        verdict.scale = scale
        verdict.dominated = reduction.dominated
        verdict.add(outcome, cutoff: outcome.chosen == nil ? 0 : outcome.score * weightUnit, anchor: nil)
        verdict.settle([outcome.verdict])
        verdict.chosen = outcome.chosen?.map { model.optionOrigin[$0] }
        return verdict
    }

    /// A plan for the must-cover targets alone within the capacity, if there is one.
    private func coverRequired(
        _ required: [Int], _ model: CoverModel, _ capacity: Int64, _ watch: inout Stopwatch, _ facts: inout SolverFacts
    ) throws(SitingError) -> (verdict: SearchOutcome.Verdict, chosen: [Int]?, conflict: Bool) {
        let options = (0..<model.optionCount).filter { option in model.covers[option].contains { model.isRequired[Int($0)] } }
        let part = model.part(options: options, targets: required)
        if let greedy = CoverGreedy(model: part).cover(), greedy.charge <= capacity {
            return (.provenByBound, greedy.chosen.map { options[$0] }, false)
        }
        let scale = ExactBound.scale(forTotal: part.totalCharge, required: 0)
        let search = PartSearch(
            model: part, aim: .least, scale: scale, canonicalWeight: problem.weight, isRequired: problem.isRequired)
        let outcome = try search.run(start: CoverGreedy(model: part).cover(), &watch, &facts)
        if outcome.chosen != nil, -outcome.score <= capacity {
            return (.provenByBound, outcome.chosen?.map { options[$0] }, false)
        }
        switch outcome.verdict {
        case .open: return (outcome.verdict, nil, false)
        default: return (.infeasible, nil, outcome.chosen == nil)
        }
    }
}
