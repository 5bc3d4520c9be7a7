/// Lazy greedy for weighted coverage (CELF: J. Leskovec et al., "Cost-effective outbreak detection in networks", KDD 2007).
///
/// Gains only shrink as the plan grows, so an outdated gain is an upper bound and most options are never looked at again.
struct LazyGreedy: Sendable {
    let model: CoverModel
    /// What the gain is divided by; all ones means gain alone.
    let divisor: [Int64]

    /// Fills a plan until nothing that fits adds weight, and returns the order of picks. Options whose place is taken, or that no longer
    /// fit, stay out.
    ///
    /// - Parameter enough: covered weight at which to stop.
    @discardableResult
    func fill(_ state: inout CoverState, capacity: Int64, enough: Int64 = .max) -> [Int] {
        var entries: [LazyQueue.Entry] = []
        for option in 0..<model.optionCount where !state.isChosen[option] {
            let gain = state.gain(option, in: model)
            if gain > 0 { entries.append(.init(gain: gain, charge: divisor[option], option: option)) }
        }
        var queue = LazyQueue(entries)
        var picks: [Int] = []
        while state.coveredWeight < enough, let top = queue.first {
            guard model.charge[top.option] <= capacity - state.charge, state.placeIsFree(top.option, in: model) else {
                queue.removeFirst()
                continue
            }
            let gain = state.gain(top.option, in: model)
            if gain == 0 {
                queue.removeFirst()
            } else if gain < top.gain {
                queue.lowerFirst(to: gain)
            } else {
                queue.removeFirst()
                state.add(top.option, in: model)
                picks.append(top.option)
            }
        }
        return picks
    }
}
