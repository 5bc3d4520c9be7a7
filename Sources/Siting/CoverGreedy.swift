/// Greedy set cover by cost per newly covered target (V. Chvátal, "A greedy heuristic for the set-covering problem", 1979), then removal
/// of what became redundant.
struct CoverGreedy: Sendable {
    let model: CoverModel

    /// A cover of every target, or `nil` if taken places block the way. Ties by index.
    func cover() -> CoverState? {
        var state = CoverState(model)
        func gain(_ option: Int) -> Int64 { Int64(model.covers[option].count { state.times[Int($0)] == 0 }) }
        var queue = LazyQueue((0..<model.optionCount).map { .init(gain: gain($0), charge: model.charge[$0], option: $0) })
        while state.missingRequired > 0, let top = queue.first {
            let now = state.placeIsFree(top.option, in: model) ? gain(top.option) : 0
            if now == 0 {
                queue.removeFirst()
            } else if now < top.gain {
                queue.lowerFirst(to: now)
            } else {
                queue.removeFirst()
                state.add(top.option, in: model)
            }
        }
        guard state.missingRequired == 0 else { return nil }
        state.removeRedundant(in: model)
        return state
    }

    /// A cover built around the options that a Lagrangian solution likes (J. E. Beasley, "A Lagrangian heuristic for set-covering
    /// problems", 1990):
    /// take those, then for each bare target its option of least reduced cost.
    func cover(preferring reducedCost: [Double]) -> CoverState? {
        var state = CoverState(model)
        let liked = (0..<model.optionCount).filter { reducedCost[$0] <= 0 }.sorted { (reducedCost[$0], $0) < (reducedCost[$1], $1) }
        for option in liked where state.placeIsFree(option, in: model) { state.add(option, in: model) }
        for target in 0..<model.targetCount where state.times[target] == 0 {
            var best = -1
            for option in model.coveredBy[target] {
                let option = Int(option)
                guard state.placeIsFree(option, in: model) else { continue }
                if best < 0 || reducedCost[option] < reducedCost[best] { best = option }
            }
            guard best >= 0 else { return nil }
            state.add(best, in: model)
        }
        state.removeRedundant(in: model)
        return state
    }
}
