/// Translates a verdict into the caller's numbers: ranks the plan, recomputes its value, and takes the bound from the certificate itself.
struct SolutionBuilder {
    let problem: SitingProblem
    let canonical: CanonicalProblem

    /// The greedy marginal curve of the problem without its conditions.
    var curve: [MarginalStep] { curve(full) }

    private var full: CoverModel {
        CoverModel(
            covers: canonical.covers,
            weight: canonical.weight,
            isRequired: canonical.isRequired,
            charge: canonical.costVND,
            place: canonical.place,
            optionOrigin: Array(canonical.costVND.indices),
            targetMembers: SparseSets()
        )
    }

    func solution(_ verdict: Verdict, _ facts: SolverFacts) -> SitingSolution {
        let full = full
        let ranking = Ranking(full, chosen: verdict.chosen ?? [], divisor: divisor, isNeeded: isNeeded)
        var state = CoverState(full)
        for option in ranking.order { state.add(option, in: full) }
        let hasPlan = verdict.chosen != nil
        let objective = isMinimizing ? state.charge : state.coveredWeight

        var solution = SitingSolution(
            status: verdict.status,
            hasPlan: hasPlan,
            chosen: ranking.order.map { canonical.optionOrigin[$0] },
            objective: objective,
            bound: 0,
            boundSource: "trivial",
            gap: 0,
            proof: verdict.proof,
            reason: nil,
            reasonCode: verdict.reason,
            reasonTargets: verdict.reasonTargets.map { canonical.targetOrigin[$0] }.sorted(),
            costVND: state.charge,
            coveredTargets: state.times.indices.filter { state.times[$0] > 0 }.map { canonical.targetOrigin[$0] }.sorted(),
            unreachableTargets: canonical.weight.indices.filter { canonical.coveredBy.size($0) == 0 }.map { canonical.targetOrigin[$0] }
                .sorted(),
            curve: curve(full),
            gains: ranking.gains.map { $0.map { canonical.targetOrigin[$0] }.sorted() },
            certificate: certificate(verdict),
            facts: facts
        )
        if let reason = verdict.reason {
            solution.reason = reason.sentence(solution.reasonTargets.map { problem.targetIDs[$0] }, hasPlan: hasPlan)
        }
        if verdict.status != .infeasible { addBound(&solution) }
        return solution
    }

    private var isMinimizing: Bool {
        switch problem.goal {
        case .coverAll, .coverWeight: true
        case .maximizeWithSites, .maximizeWithinBudget: false
        }
    }

    private var isNeeded: [Bool] {
        if case .coverAll = problem.goal { canonical.isRequired.map { _ in true } } else { canonical.isRequired }
    }

    private var divisor: [Int64] {
        if case .maximizeWithSites = problem.goal { canonical.costVND.map { _ in 1 } } else { canonical.costVND }
    }

    /// The bound that is reported is the one that the certificate proves on its own code path. If that cannot be computed, all
    /// multipliers become 0, which always can.
    private func addBound(_ solution: inout SitingSolution) {
        if let bound = try? solution.certificate.bound(problem) {
            solution.bound = bound
        } else {
            solution.certificate = BoundCertificate(
                scale: 1, multipliers: canonical.weight.map { _ in 0 }, priceNumerator: 0, priceDenominator: 1, dominated: [])
            solution.bound = (try? solution.certificate.bound(problem)) ?? (isMinimizing ? 0 : canonical.weight.reduce(0, +))
        }
        let isTrivial = solution.certificate.multipliers.allSatisfy { $0 == 0 }
        let hasBranches = solution.certificate.refinements.contains { $0.nodes.count > 1 }
        solution.boundSource = hasBranches ? "branch-and-bound" : isTrivial ? "trivial" : "lagrangian"
        let difference = Double(abs(solution.bound - solution.objective))
        // By the objective on both sides: a bound that is still 0 đồng must not blow the gap up. Without a plan nothing is known to be closed.
        solution.gap = solution.hasPlan ? difference / Double(max(1, solution.objective)) : 1
        // Whoever proved it first: when the certificate alone closes the question, that is the proof to give.
        if solution.status == .optimal && solution.bound == solution.objective { solution.proof = "own" }
        if solution.proof == "own" && solution.bound != solution.objective {
            (solution.proof, solution.status, solution.reasonCode) = (nil, .feasible, .boundNotReproduced)
            solution.reason = SitingReason.boundNotReproduced.sentence([], hasPlan: true)
        }
    }

    private func certificate(_ verdict: Verdict) -> BoundCertificate {
        var multipliers = [Int64](repeating: 0, count: canonical.weight.count)
        for (target, multiplier) in verdict.multipliers.enumerated() { multipliers[canonical.targetOrigin[target]] = multiplier }
        return BoundCertificate(
            scale: verdict.scale,
            multipliers: multipliers,
            priceNumerator: verdict.price.numerator,
            priceDenominator: verdict.price.denominator,
            dominated: verdict.dominated.map { .init(option: canonical.optionOrigin[$0.option], by: canonical.optionOrigin[$0.by]) },
            refinements: verdict.trees.map { refinement($0.anchor, $0.cutoff, $0.tree) }
        )
    }

    private func refinement(_ anchor: Int?, _ cutoff: Int64, _ tree: BoundTree) -> BoundRefinement {
        let nodes = tree.nodes.map { node in
            BoundRefinement.Node(
                steps: node.steps.map { step in
                    .init(
                        targets: step.targets.map { Int32(canonical.targetOrigin[Int($0)]) }, multipliers: step.values,
                        priceNumerator: step.price.numerator, priceDenominator: step.price.denominator)
                },
                option: node.option.map { canonical.optionOrigin[$0] })
        }
        return BoundRefinement(anchor: anchor.map { canonical.optionOrigin[$0] }, cutoff: cutoff, nodes: nodes)
    }

    private func curve(_ full: CoverModel) -> [MarginalStep] {
        var state = CoverState(full)
        let picks = LazyGreedy(model: full, divisor: divisor).fill(&state, capacity: .max)
        var steps: [MarginalStep] = []
        var replay = CoverState(full)
        for option in picks {
            let before = replay.coveredWeight
            replay.add(option, in: full)
            steps.append(
                MarginalStep(
                    option: canonical.optionOrigin[option],
                    gainedWeight: replay.coveredWeight - before,
                    cumulativeWeight: replay.coveredWeight,
                    cumulativeCostVND: replay.charge
                ))
        }
        return steps
    }
}
