import Testing

@testable import Siting

/// The solver of others, asked directly: it closes what our own search would have closed, and is believed only after a check.
@Suite struct CoreSolverTests {
    @Test func agreesWithEnumeration() throws {
        var solved = 0
        for seed in 0..<150 {
            for aim in [Aim.most(capacity: 4), .least, .leastFor(weight: 60)] {
                let problem = RandomInstance.problem(seed: UInt64(seed), mode: aim.capacity == nil ? .weight : .sites)
                var model = try SwapSearchTests.reduced(problem, capacity: .max)
                // Nobody is asked about nothing.
                guard model.optionCount > 0 else { continue }
                if aim == .least { model.isRequired = model.isRequired.map { _ in true } }
                let best = Self.best(model, aim)
                var incumbent = Incumbent(model, aim, start: nil)
                var watch = Stopwatch(SitingLimits(), nil)
                var facts = SolverFacts()
                let verdict = try CoreSolver(part: BranchPart(root: model, aim)).run(&incumbent, &watch, &facts)
                guard let best else {
                    #expect(verdict == .infeasible && incumbent.chosen == nil, "\(seed) \(aim)")
                    continue
                }
                solved += 1
                #expect(verdict == .provenBySolver(HighsLibrary.shared?.name ?? CbcModel.name), "\(seed) \(aim)")
                #expect(incumbent.score == best, "\(seed) \(aim)")
            }
        }
        #expect(solved > 200)
    }

    @Test func theLibrarySaysWhatItIs() {
        #expect(CbcModel.name.hasPrefix("cbc "))
        if let highs = HighsLibrary.shared { #expect(highs.name.hasPrefix("highs ")) }
    }

    private static func best(_ model: CoverModel, _ aim: Aim) -> Int64? {
        (0..<(1 << model.optionCount)).compactMap { mask -> Int64? in
            var state = CoverState(model)
            for option in 0..<model.optionCount where mask >> option & 1 == 1 {
                guard state.placeIsFree(option, in: model) else { return nil }
                state.add(option, in: model)
            }
            return aim.allows(state) ? aim.score(state) : nil
        }.max()
    }
}
