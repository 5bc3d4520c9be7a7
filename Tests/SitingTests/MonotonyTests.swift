import Siting
import Testing

/// More choice or more money is never worse.
@Suite struct MonotonyTests {
    @Test(arguments: RandomInstance.Mode.allCases)
    func anotherOptionNeverHurts(mode: RandomInstance.Mode) throws {
        for seed in 1000..<1080 {
            let larger = RandomInstance.problem(seed: UInt64(seed), mode: mode)
            guard !larger.options.isEmpty else { continue }
            var smaller = larger
            smaller.options.removeLast()
            let (before, after) = (try SitingSolver().solve(smaller), try SitingSolver().solve(larger))
            guard before.hasPlan, before.unreachableTargets == after.unreachableTargets else { continue }
            #expect(after.hasPlan)
            if mode.isMinimizing {
                #expect(after.objective <= before.objective, "\(mode) \(seed)")
            } else {
                #expect(after.objective >= before.objective, "\(mode) \(seed)")
            }
        }
    }

    @Test func moreMoneyNeverCoversLess() throws {
        for seed in 1100..<1130 {
            var problem = RandomInstance.problem(seed: UInt64(seed), mode: .budget, plain: true)
            let total = problem.options.reduce(0) { $0 + $1.costVND }
            var last: Int64 = 0
            for tenth in 0...10 {
                problem.goal = .maximizeWithinBudget(costVND: total * Int64(tenth) / 10)
                let solution = try SitingSolver().solve(problem)
                #expect(solution.objective >= last && solution.costVND <= total * Int64(tenth) / 10, "\(seed)")
                last = solution.objective
            }
        }
    }

    @Test func moreSitesNeverCoverLess() throws {
        for seed in 1200..<1230 {
            var problem = RandomInstance.problem(seed: UInt64(seed), mode: .sites, plain: true)
            var last: Int64 = 0
            for sites in 0...8 {
                problem.goal = .maximizeWithSites(sites)
                let solution = try SitingSolver().solve(problem)
                #expect(solution.objective >= last && solution.chosen.count <= sites, "\(seed)")
                last = solution.objective
            }
        }
    }
}
