/// Builds plans of a part from what a relaxed plan likes.
struct PlanBuilder: Sendable {
    let model: CoverModel
    let aim: Aim
    private let ones: [Int64]

    init(_ model: CoverModel, _ aim: Aim) {
        (self.model, self.aim) = (model, aim)
        ones = [Int64](repeating: 1, count: model.optionCount)
    }

    /// A plan that takes the liked options in their order as far as they fit, then goes on greedily. `nil` when that ends outside the constraints.
    func plan(liking order: [Int32], profit: (Int) -> Double) -> CoverState? {
        switch aim {
        case .most(let capacity): most(order, capacity)
        case .least:
            CoverGreedy(model: model).cover(preferring: (0..<model.optionCount).map { -profit($0) })
        case .leastFor(let weight): cheapest(order, weight)
        }
    }

    private func most(_ order: [Int32], _ capacity: Int64) -> CoverState? {
        var state = CoverState(model)
        for option in order {
            let option = Int(option)
            guard model.charge[option] <= capacity - state.charge, state.placeIsFree(option, in: model) else { continue }
            if state.gain(option, in: model) > 0 || model.covers[option].contains(where: { isBare(Int($0), state) }) {
                state.add(option, in: model)
            }
        }
        state.removeRedundant(in: model)
        LazyGreedy(model: model, divisor: model.charge).fill(&state, capacity: capacity)
        return aim.allows(state) ? state : nil
    }

    private func isBare(_ target: Int, _ state: CoverState) -> Bool { model.isRequired[target] && state.times[target] == 0 }

    private func cheapest(_ order: [Int32], _ weight: Int64) -> CoverState? {
        var state = CoverState(model)
        for option in order where state.placeIsFree(Int(option), in: model) {
            if state.coveredWeight >= weight { break }
            state.add(Int(option), in: model)
        }
        for target in 0..<model.targetCount where isBare(target, state) {
            let best = model.coveredBy[target].min { (model.charge[Int($0)], $0) < (model.charge[Int($1)], $1) }
            guard let best, state.placeIsFree(Int(best), in: model) else { return nil }
            state.add(Int(best), in: model)
        }
        LazyGreedy(model: model, divisor: model.charge).fill(&state, capacity: .max, enough: weight)
        state.removeSuperfluous(in: model, keeping: weight)
        return aim.allows(state) ? state : nil
    }
}
