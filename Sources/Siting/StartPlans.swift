/// Plans to begin with when maximising: gain per charge, gain alone, and the best single option first (S. Khuller et al., "The budgeted
/// maximum coverage problem", 1999), each filled up, stripped of what became redundant, and filled again.
struct StartPlans: Sendable {
    let model: CoverModel
    let capacity: Int64
    /// A plan within the capacity that covers every required target.
    let base: CoverState

    func best() -> CoverState {
        var best = finished(base, by: model.charge)
        if !model.isPlain {
            keep(finished(base, by: [Int64](repeating: 1, count: model.optionCount)), &best)
            var single: (gain: Int64, option: Int)?
            for option in 0..<model.optionCount where model.charge[option] <= capacity - base.charge && base.placeIsFree(option, in: model)
            {
                let gain = base.gain(option, in: model)
                if gain > single?.gain ?? 0 { single = (gain, option) }
            }
            if let single {
                var state = base
                state.add(single.option, in: model)
                keep(finished(state, by: model.charge), &best)
            }
        }
        return best
    }

    private func keep(_ state: CoverState, _ best: inout CoverState) {
        if (state.coveredWeight, -state.charge) > (best.coveredWeight, -best.charge) { best = state }
    }

    private func finished(_ start: CoverState, by divisor: [Int64]) -> CoverState {
        let greedy = LazyGreedy(model: model, divisor: divisor)
        var state = start
        greedy.fill(&state, capacity: capacity)
        var weight = Int64.min
        while state.coveredWeight > weight {
            weight = state.coveredWeight
            state.removeRedundant(in: model)
            greedy.fill(&state, capacity: capacity)
        }
        return state
    }
}
