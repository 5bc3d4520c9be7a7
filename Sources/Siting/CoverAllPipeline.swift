/// Least money for every reachable target, part by part, from the checked problem to a verdict.
struct CoverAllPipeline {
    let problem: CanonicalProblem

    func run(_ watch: inout Stopwatch, _ facts: inout SolverFacts) throws(SitingError) -> Verdict {
        let unit = commonDivisor(problem.costVND)
        let targets = problem.weight.indices.filter { problem.coveredBy.size($0) > 0 }
        let everything = [Bool](repeating: true, count: problem.weight.count)
        let reduction = Reduction(
            problem, charge: problem.costVND.map { $0 / unit }, capacity: .max, weightUnit: 1, targets: targets, required: everything)
        let parts = independentParts(of: reduction.model)
        facts.mergedTargets = reduction.model.targetCount
        facts.keptOptions = reduction.model.optionCount
        facts.droppedOptions = problem.costVND.count - reduction.model.optionCount
        facts.components = parts.count
        watch.components = parts.count

        var verdict = Verdict(targets: problem.weight.count)
        verdict.scale = ExactBound.scale(forTotal: reduction.model.totalCharge, required: 0)
        verdict.dominated = reduction.dominated
        var endings: [SearchOutcome.Verdict] = []
        var chosen: [Int]? = []
        for (number, part) in parts.enumerated() {
            watch.component = number + 1
            let model = reduction.model.part(options: part.options, targets: part.targets)
            let search = PartSearch(
                model: model, aim: .least, scale: verdict.scale, canonicalWeight: problem.weight, isRequired: problem.isRequired)
            let outcome = try search.run(start: CoverGreedy(model: model).cover(), &watch, &facts)
            if outcome.verdict == .infeasible {
                return .infeasible(.placesConflict, targets: model.targetMembers.items.map(Int.init).sorted(), of: problem)
            }
            if outcome.verdict == .provenByBound { facts.componentsClosedByBound += 1 }
            endings.append(outcome.verdict)
            verdict.add(outcome, cutoff: outcome.chosen == nil ? 0 : -outcome.score * unit, anchor: model.optionOrigin[0])
            if let part = outcome.chosen { chosen?.append(contentsOf: part.map { model.optionOrigin[$0] }) } else { chosen = nil }
        }
        verdict.settle(endings)
        verdict.chosen = chosen
        return verdict
    }
}
