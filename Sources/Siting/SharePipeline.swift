/// Least money for a wanted weight, from the checked problem to a verdict.
struct SharePipeline {
    let problem: CanonicalProblem
    /// In the caller's units.
    let wanted: Int64

    func run(_ watch: inout Stopwatch, _ facts: inout SolverFacts) throws(SitingError) -> Verdict {
        let unit = commonDivisor(problem.costVND)
        let weightUnit = commonDivisor(problem.weight)
        let targets = problem.weight.indices.filter {
            (problem.weight[$0] > 0 || problem.isRequired[$0]) && problem.coveredBy.size($0) > 0
        }
        guard targets.reduce(0, { $0 + problem.weight[$1] }) >= wanted else {
            let bare = problem.weight.indices.filter { problem.coveredBy.size($0) == 0 && problem.weight[$0] > 0 }
            return .infeasible(.targetsUnreachable, targets: bare, of: problem)
        }
        let reduction = Reduction(
            problem, charge: problem.costVND.map { $0 / unit }, capacity: .max, weightUnit: weightUnit, targets: targets,
            required: problem.isRequired)
        let model = reduction.model
        facts.mergedTargets = model.targetCount
        facts.keptOptions = model.optionCount
        facts.droppedOptions = problem.costVND.count - model.optionCount
        facts.components = model.optionCount > 0 ? 1 : 0

        let aim = Aim.leastFor(weight: wanted / weightUnit + (wanted % weightUnit == 0 ? 0 : 1))
        let scale = ExactBound.scale(forTotal: model.totalCharge, required: 0)
        let search = PartSearch(
            model: model, aim: aim, scale: scale, canonicalWeight: problem.weight.map { $0 / weightUnit }, isRequired: problem.isRequired)
        let start = PlanBuilder(model, aim).plan(liking: [], profit: { _ in 0 })
        let outcome = try search.run(start: start, &watch, &facts)
        if outcome.verdict == .infeasible {
            return .infeasible(.placesConflict, targets: targets, of: problem)
        }
        if outcome.verdict == .provenByBound { facts.componentsClosedByBound = facts.components }
        var verdict = Verdict(targets: problem.weight.count)
        verdict.scale = scale
        verdict.dominated = reduction.dominated
        verdict.add(outcome, cutoff: outcome.chosen == nil ? 0 : -outcome.score * unit, anchor: nil)
        verdict.settle([outcome.verdict])
        verdict.chosen = outcome.chosen?.map { model.optionOrigin[$0] }
        return verdict
    }
}
