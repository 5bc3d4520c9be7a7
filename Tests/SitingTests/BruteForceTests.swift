import Siting
import Testing

/// The solver against enumeration, in every mode.
@Suite struct BruteForceTests {
    @Test(arguments: RandomInstance.Mode.allCases)
    func agreesOnRandomInstances(mode: RandomInstance.Mode) throws {
        var ownProofs = 0
        var cbcProofs = 0
        for seed in 0..<300 {
            let problem = RandomInstance.problem(seed: UInt64(seed), mode: mode)
            let optimum = BruteForce.optimum(problem)
            let solution = try SitingSolver().solve(problem)
            guard let optimum else {
                #expect(solution.status == .infeasible, "\(mode) \(seed)")
                #expect(solution.reasonCode != nil && solution.chosen.isEmpty && !solution.hasPlan && solution.proof == nil)
                continue
            }
            #expect(solution.status == .optimal, "\(mode) \(seed) \(solution.reason ?? "")")
            #expect(solution.objective == optimum, "\(mode) \(seed)")
            try expectSound(solution, problem, "\(mode) \(seed)")
            if solution.proof == "own" { ownProofs += 1 } else { cbcProofs += 1 }
        }
        #expect(ownProofs > 50)
        // Problems this small are closed by our own branching; CBC has a test of its own.
        #expect(cbcProofs == 0)
    }

    @Test(arguments: RandomInstance.Mode.allCases)
    func staysSoundWithoutCbc(mode: RandomInstance.Mode) throws {
        for seed in 300..<450 {
            let problem = RandomInstance.problem(seed: UInt64(seed), mode: mode)
            let optimum = BruteForce.optimum(problem)
            let solution = try SitingSolver(limits: SitingLimits(nodeLimit: 0)).solve(problem)
            guard let optimum else {
                #expect(!solution.hasPlan && solution.status != .optimal)
                continue
            }
            #expect(solution.status == .optimal || solution.reasonCode == .stoppedByNodeLimit, "\(mode) \(seed)")
            if solution.status == .optimal { #expect(solution.objective == optimum) }
            if mode.isMinimizing { #expect(solution.bound <= optimum) } else { #expect(solution.bound >= optimum) }
            if solution.hasPlan { try expectSound(solution, problem, "\(mode) \(seed)") }
        }
    }

    @Test(arguments: RandomInstance.Mode.allCases)
    func boundIsTrueForAnyNumberOfIterations(mode: RandomInstance.Mode) throws {
        for seed in 450..<500 {
            let problem = RandomInstance.problem(seed: UInt64(seed), mode: mode)
            guard let optimum = BruteForce.optimum(problem) else { continue }
            for iterations in [0, 1, 3, 10] {
                let limits = SitingLimits(nodeLimit: 0, boundIterations: iterations)
                let solution = try SitingSolver(limits: limits).solve(problem)
                #expect(mode.isMinimizing ? solution.bound <= optimum : solution.bound >= optimum, "\(mode) \(seed) \(iterations)")
            }
        }
    }
}

/// Everything that holds for any plan.
func expectSound(_ solution: SitingSolution, _ problem: SitingProblem, _ name: String) throws {
    let check = PlanCheck.check(problem, chosen: solution.chosen)
    #expect(check.violations == [], "\(name)")
    #expect(check.costVND == solution.costVND, "\(name)")
    #expect(check.coveredTargets == solution.coveredTargets, "\(name)")
    #expect(try solution.certificate.bound(problem) == solution.bound, "\(name)")
    switch problem.goal {
    case .coverAll, .coverWeight:
        #expect(solution.objective == check.costVND && solution.bound <= solution.objective, "\(name)")
    case .maximizeWithSites, .maximizeWithinBudget:
        #expect(solution.objective == check.coveredWeight && solution.bound >= solution.objective, "\(name)")
    }
    #expect(solution.gains.count == solution.chosen.count && solution.gains.allSatisfy { !$0.isEmpty }, "\(name)")
    #expect(solution.gains.flatMap(\.self).sorted() == solution.coveredTargets, "\(name)")
    #expect((solution.status == .optimal) == (solution.proof != nil), "\(name)")
    #expect((solution.status == .optimal) == (solution.reason == nil), "\(name)")
    if solution.proof == "own" { #expect(solution.bound == solution.objective && solution.gap == 0, "\(name)") }
}
