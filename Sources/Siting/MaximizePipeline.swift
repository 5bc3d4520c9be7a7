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
            case .provenByBound, .provenByCbc:
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
        var search = MaximizeSearch(model: model, capacity: smallCapacity, scale: scale, base: base)
        let outcome = try search.run(&watch, &facts)
        if outcome.verdict == .provenByBound { facts.componentsClosedByBound = facts.components }

        var verdict = Verdict(targets: problem.weight.count)
        verdict.scale = scale
        verdict.price = search.price
        verdict.dominated = reduction.dominated
        verdict.spread(model, outcome.multipliers, problem: problem, weightUnit: weightUnit)
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
        let scale = ExactBound.scale(forTotal: part.totalCharge, required: 0)
        var search = CoverSearch(model: part, scale: scale, acceptable: capacity)
        let outcome = try search.run(&watch, &facts)
        var conflict = false
        if outcome.verdict == .infeasible && outcome.chosen == nil {
            // Would more capacity help? If not, the places are to blame.
            var unlimited = CoverSearch(model: part, scale: scale, acceptable: part.totalCharge)
            conflict = try unlimited.run(&watch, &facts).verdict == .infeasible
        }
        return (outcome.verdict, outcome.chosen?.map { options[$0] }, conflict)
    }
}
