import Testing

@testable import Siting

/// What fixing relies on: the bound with an option, and without it, holds for every plan that does so.
@Suite struct PricedBoundTests {
    @Test func fixingNeverLosesABetterPlan() throws {
        var settled = 0
        for seed in 0..<300 {
            let (model, capacity) = try SwapSearchTests.model(seed, seed % 2 == 0 ? .sites : .budget)
            guard model.optionCount > 0 else { continue }
            let limit = min(capacity, model.totalCharge)
            let aim = Aim.most(capacity: limit)
            let plans = Self.plans(model, aim)
            guard let best = plans.map(\.score).max() else { continue }
            var random = SeededGenerator(state: UInt64(seed))
            let multipliers = model.weight.map { Int64.random(in: 0...max(1, $0), using: &random) * 8 }
            guard let exact = ExactBound.maximize(model, capacity: limit, multipliers: multipliers, scale: 8) else { continue }
            let priced = PricedBound(model, aim, multipliers: multipliers, price: exact.price, scale: 8)
            #expect(priced.bound == exact.bound && exact.bound >= best, "\(seed)")
            for cutoff in [best - 1, best, best + 3] {
                for option in 0..<model.optionCount {
                    if priced.isHopeless(with: option, cutoff: cutoff) {
                        settled += 1
                        #expect(!plans.contains { $0.score > cutoff && $0.chosen.contains(option) }, "\(seed)")
                    }
                    if priced.isHopeless(without: option, cutoff: cutoff) {
                        settled += 1
                        #expect(!plans.contains { $0.score > cutoff && !$0.chosen.contains(option) }, "\(seed)")
                    }
                }
            }
        }
        #expect(settled > 500)
    }

    private static func plans(_ model: CoverModel, _ aim: Aim) -> [(chosen: Set<Int>, score: Int64)] {
        (0..<(1 << model.optionCount)).compactMap { mask in
            var state = CoverState(model)
            for option in 0..<model.optionCount where mask >> option & 1 == 1 {
                guard state.placeIsFree(option, in: model) else { return nil }
                state.add(option, in: model)
            }
            return aim.allows(state) ? (Set(state.chosen), aim.score(state)) : nil
        }
    }
}
