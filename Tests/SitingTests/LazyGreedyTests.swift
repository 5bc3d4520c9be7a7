import Testing

@testable import Siting

/// Laziness changes the work, not the picks.
@Suite struct LazyGreedyTests {
    @Test func picksWhatPlainGreedyPicks() throws {
        for seed in 0..<200 {
            let problem = RandomInstance.problem(seed: UInt64(seed), mode: .budget)
            let canonical = try CanonicalProblem(problem)
            let model = CoverModel(
                covers: canonical.covers, weight: canonical.weight, isRequired: canonical.isRequired, charge: canonical.costVND,
                place: canonical.place, optionOrigin: Array(canonical.costVND.indices), targetMembers: SparseSets())
            let capacity = Int64(seed % 25) * (seed % 2 == 0 ? 1 : 1_000_000)
            var state = CoverState(model)
            let picks = LazyGreedy(model: model, divisor: model.charge).fill(&state, capacity: capacity)
            #expect(picks == plain(model, capacity), "\(seed)")
        }
    }

    private func plain(_ model: CoverModel, _ capacity: Int64) -> [Int] {
        var state = CoverState(model)
        var picks: [Int] = []
        while true {
            var best: LazyQueue.Entry?
            for option in 0..<model.optionCount where !state.isChosen[option] && state.placeIsFree(option, in: model) {
                let entry = LazyQueue.Entry(gain: state.gain(option, in: model), charge: model.charge[option], option: option)
                guard entry.gain > 0, entry.charge <= capacity - state.charge else { continue }
                if best.map(entry.isBefore) ?? true { best = entry }
            }
            guard let best else { return picks }
            state.add(best.option, in: model)
            picks.append(best.option)
        }
    }
}
