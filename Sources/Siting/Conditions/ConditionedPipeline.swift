/// A problem with conditions, from the checked problem to a solution: a plan by CBC (or HiGHS), a bound by our own cases over the linear
/// relaxation, each recomputed in integers.
struct ConditionedPipeline {
    let problem: SitingProblem

    func run(_ watch: inout Stopwatch, _ facts: inout SolverFacts) throws(SitingError) -> SitingSolution {
        let formulation = LinearFormulation(problem)
        if let refusal = refusal(formulation.reach) { return empty(.infeasible, refusal.reason, refusal.targets, formulation, facts) }
        facts.keptOptions = formulation.optionColumn.count { $0 != nil }
        facts.droppedOptions = problem.options.count - facts.keptOptions
        facts.mergedTargets = problem.targetWeights.count
        facts.components = 1

        // Short beside everything that follows: it is not interrupted, so that whoever stops at once has a plan in hand.
        var greedy = ChainedGreedy(problem, formulation.reach)
        let start = tidied(greedy.plan())
        // Nothing at all is a plan where nothing is asked for, and CBC has no answer to a program without columns.
        var plan = start ?? tidied(ConditionedPlan(options: [], links: []))

        let program = CbcModel(formulation.model)
        var found: CbcModel.Found?
        var reason = watch.stopReason(.exact)
        if reason == nil, watch.limits.nodeLimit != 0 {
            // Half of the time is kept for the cost and the bound.
            if program.fits(secondsLeft: watch.secondsLeft) {
                found = try program.search(
                    start: start.map { formulation.ones($0, problem) }, secondsLeft: watch.secondsLeft.map { $0 / 2 }, &watch)
                if let found { facts.note(program, found.answer) } else { reason = .stoppedByCaller }
            } else {
                reason = .stoppedByTimeLimit
            }
        }
        let answer = found?.answer
        let own = answer?.ones.flatMap { believed($0, formulation) }
        if let better = own.flatMap(tidied), plan.map({ !isBetter($0, better) }) ?? true { plan = better }
        var costStop: SitingReason?
        if let known = plan, !formulation.isMinimizing {
            let cheap = try cheapest(known, &watch)
            (plan, costStop) = (.some(cheap.plan), cheap.stop)
        }

        var branching = try CertifiedBranching(
            formulation.model, cutoff: plan.map { score($0) / formulation.unit * (formulation.isMinimizing ? 1 : -1) },
            nodeLimit: watch.limits.nodeLimit
        ) { ones in
            believed(ones.map(Int.init), formulation).map {
                Int128(score($0) / formulation.unit * (formulation.isMinimizing ? 1 : -1))
            }
        }
        branching.run(&watch)
        facts.ownNodes = branching.nodes.count
        if let better = branching.better.flatMap({ believed($0.map(Int.init), formulation) }).flatMap(tidied),
            plan.map({ isBetter(better, $0) }) ?? true
        {
            plan = better
            if !formulation.isMinimizing {
                let cheap = try cheapest(better, &watch)
                (plan, costStop) = (.some(cheap.plan), cheap.stop)
            }
        }
        if plan == nil, branching.provesNone || answer?.ending == .infeasible {
            return empty(.infeasible, .conditionsContradict, [], formulation, facts)
        }
        let verdict = answer.map { Self.verdict($0, own: own.map(score), best: plan.map(score)) }
        reason = reason ?? branching.stop ?? verdict?.reason
        guard let plan else { return empty(.feasible, reason ?? .stoppedByNodeLimit, [], formulation, facts, branching.certificate) }
        let solver = verdict?.isProof ?? false ? found?.solver : nil
        return finished(plan, branching.certificate, solver, reason, costStop, formulation, facts)
    }

    /// What a solver's word is worth.
    ///
    /// - Parameters:
    ///   - own: the score of its plan, where that keeps every condition.
    ///   - best: the score of the best plan known.
    static func verdict(_ answer: CbcModel.Answer, own: Int64?, best: Int64?) -> (isProof: Bool, reason: SitingReason?) {
        switch answer.ending {
        // Whoever calls a plan the best and has none that is as good is wrong.
        case .optimal: own != nil && own == best ? (true, nil) : (false, .solverAnswerRejected)
        case .infeasible: (false, best == nil ? nil : .solverAnswerRejected)
        case .timeLimit: (false, .stoppedByTimeLimit)
        case .nodeLimit: (false, .stoppedByNodeLimit)
        case .failed: (false, .solverFailed)
        }
    }

    // MARK: What cannot be

    /// A condition that no plan can keep, seen without a search.
    private func refusal(_ reach: NetworkReach) -> (reason: SitingReason, targets: [Int])? {
        let missed = Set(problem.mustCover).filter { !reach.isReachable[$0] }.sorted()
        if !missed.isEmpty { return (.mustCoverUnreachable, missed) }
        let bare = problem.targetWeights.indices.filter { !reach.isReachable[$0] }
        if problem.goal == .coverAll(strict: true), !bare.isEmpty { return (.targetsUnreachable, bare) }
        if case .coverWeight(let wanted) = problem.goal {
            let within = problem.targetWeights.indices.filter { reach.isReachable[$0] }.reduce(Int64(0)) { $0 + problem.targetWeights[$1] }
            if within < wanted { return (.targetsUnreachable, bare.filter { problem.targetWeights[$0] > 0 }) }
        }
        for group in problem.conditions.groups.sorted(by: { $0.id < $1.id }) {
            let within = group.members.filter { reach.isReachable[$0.target] }.reduce(Int64(0)) { $0 + $1.amount }
            if within < group.minimum {
                return (.groupUnreachable, group.members.filter { !reach.isReachable[$0.target] && $0.amount > 0 }.map(\.target).sorted())
            }
        }
        return nil
    }

    // MARK: Plans

    /// A point of the program as a plan, if it keeps every condition by the naive check.
    private func believed(_ ones: [Int], _ formulation: LinearFormulation) -> ConditionedPlan? {
        let chosen = Set(ones.map { Int32($0) })
        let options = formulation.optionColumn.indices.filter { formulation.optionColumn[$0].map(chosen.contains) ?? false }
        let links = formulation.linkColumn.indices.filter { formulation.linkColumn[$0].map(chosen.contains) ?? false }
        return PlanCheck.check(problem, chosen: options, links: links).isValid ? ConditionedPlan(options: options, links: links) : nil
    }

    /// A plan without the options that it can do without, if it keeps every condition by the naive check.
    private func tidied(_ plan: ConditionedPlan) -> ConditionedPlan? {
        guard PlanCheck.check(problem, chosen: plan.options, links: plan.links).isValid else { return nil }
        var plan = plan
        plan.tidy(problem)
        return plan
    }

    /// A plan that brings as much for less; the same plan where none is found. An aim to maximise does not see what money it leaves.
    ///
    /// - Returns: also why it may cost more than needed, where the search for that was cut short by the clock or by a person.
    private func cheapest(
        _ plan: ConditionedPlan, _ watch: inout Stopwatch
    ) throws(SitingError) -> (plan: ConditionedPlan, stop: SitingReason?) {
        let weight = score(plan)
        guard weight > 0, watch.limits.nodeLimit != 0 else { return (plan, nil) }
        if let stop = watch.stopReason(.exact) { return (plan, stop) }
        var thrifty = problem
        thrifty.goal = .coverWeight(weight)
        var formulation = LinearFormulation(thrifty)
        if case .maximizeWithSites(let sites) = problem.goal { formulation.limit(sites: sites) }
        let program = CbcModel(formulation.model)
        // Half of what is left: the bound needs the rest.
        let seconds = watch.secondsLeft.map { $0 / 2 }
        guard program.fits(secondsLeft: seconds) else { return (plan, .stoppedByTimeLimit) }
        guard let answer = try program.search(start: formulation.ones(plan, thrifty), secondsLeft: seconds, &watch)?.answer else {
            return (plan, .stoppedByCaller)
        }
        let stop: SitingReason? = answer.ending == .timeLimit ? .stoppedByTimeLimit : nil
        guard let cheaper = answer.ones.flatMap({ believed($0, formulation) }).flatMap(tidied), score(cheaper) >= weight else {
            return (plan, stop)
        }
        func cost(_ plan: ConditionedPlan) -> Int64 { PlanCheck.check(problem, chosen: plan.options, links: plan.links).costVND }
        return (cost(cheaper) < cost(plan) ? cheaper : plan, stop)
    }

    private func isBetter(_ one: ConditionedPlan, _ other: ConditionedPlan) -> Bool {
        switch problem.goal {
        case .coverAll, .coverWeight: score(one) < score(other)
        case .maximizeWithSites, .maximizeWithinBudget: score(one) > score(other)
        }
    }

    private func score(_ plan: ConditionedPlan) -> Int64 {
        let check = PlanCheck.check(problem, chosen: plan.options, links: plan.links)
        switch problem.goal {
        case .coverAll, .coverWeight: return check.costVND
        case .maximizeWithSites, .maximizeWithinBudget: return check.coveredWeight
        }
    }

    // MARK: Solutions

    private func finished(
        _ plan: ConditionedPlan, _ certificate: LinearCertificate, _ solver: String?, _ reason: SitingReason?, _ costStop: SitingReason?,
        _ formulation: LinearFormulation, _ facts: SolverFacts
    ) -> SitingSolution {
        let check = PlanCheck.check(problem, chosen: plan.options, links: plan.links)
        let ranking = plan.ranked(problem)
        var solution = empty(.feasible, nil, [], formulation, facts, certificate)
        solution.hasPlan = true
        (solution.chosen, solution.gains) = ranking
        // Links in the order of the sites that they join.
        let links = problem.conditions.network?.links ?? []
        solution.links = ranking.order.compactMap { option in plan.links.first { links[$0].from == problem.options[option].node } }
        (solution.costVND, solution.coveredTargets) = (check.costVND, check.coveredTargets)
        solution.objective = formulation.isMinimizing ? check.costVND : check.coveredWeight
        solution.gap = Double(abs(solution.bound - solution.objective)) / Double(max(1, solution.objective))
        if let costStop {
            // Nothing brings more, and something cheaper may bring as much: another time the same input may end there.
            (solution.status, solution.reasonCode) = (.timeLimit, costStop)
            solution.reason = costStop.sentence([], hasPlan: true)
        } else if solution.bound == solution.objective {
            (solution.status, solution.proof) = (.optimal, "own")
        } else if let solver {
            (solution.status, solution.proof) = (.optimal, solver)
        } else {
            let open = reason ?? .stoppedByNodeLimit
            (solution.status, solution.reasonCode) = (open.isByChance ? .timeLimit : .feasible, open)
            solution.reason = open.sentence([], hasPlan: true)
        }
        return solution
    }

    private func empty(
        _ status: SitingStatus, _ reason: SitingReason?, _ targets: [Int], _ formulation: LinearFormulation, _ facts: SolverFacts,
        _ linear: LinearCertificate? = nil
    ) -> SitingSolution {
        var certificate = BoundCertificate(
            scale: 1, multipliers: problem.targetWeights.map { _ in 0 }, priceNumerator: 0, priceDenominator: 1, dominated: [])
        certificate.linear = linear ?? LinearCertificate(scale: 1, nodes: [.init()])
        let everything = formulation.isMinimizing ? 0 : problem.targetWeights.reduce(0, +)
        if (try? certificate.bound(problem)) == nil { certificate.linear = LinearCertificate(scale: 1, nodes: [.init()]) }
        let bound = status == .infeasible ? 0 : (try? certificate.bound(problem)) ?? everything
        let status = reason?.isByChance ?? false ? SitingStatus.timeLimit : status
        let isBranched = (certificate.linear?.nodes.count ?? 0) > 1
        return SitingSolution(
            status: status, hasPlan: false, chosen: [], objective: 0, bound: bound,
            boundSource: bound == everything ? "trivial" : isBranched ? "branch-and-bound" : "linear", gap: status == .infeasible ? 0 : 1,
            proof: nil, reason: reason?.sentence(targets.map { problem.targetIDs[$0] }, hasPlan: false), reasonCode: reason,
            reasonTargets: targets, costVND: 0, coveredTargets: [],
            unreachableTargets: problem.targetWeights.indices.filter { !formulation.reach.isReachable[$0] }, curve: [], gains: [],
            certificate: certificate, facts: facts)
    }
}
