/// The order in which chosen options are presented, and who covers what first.
struct Ranking: Sendable {
    /// Canonical options, best first.
    private(set) var order: [Int] = []
    /// Canonical targets newly covered by each, ascending.
    private(set) var gains: [[Int]] = []

    /// Greedy order among the chosen by newly covered weight per `divisor`; then those that only bring needed targets of no weight, by id.
    /// Options that bring nothing new are left out.
    init(_ full: CoverModel, chosen: [Int], divisor: [Int64], isNeeded: [Bool]) {
        var state = CoverState(full)
        var queue = LazyQueue(chosen.map { .init(gain: state.gain($0, in: full), charge: divisor[$0], option: $0) })
        var rest: [Int] = []
        while let top = queue.first {
            let gain = state.gain(top.option, in: full)
            if gain == 0 {
                rest.append(top.option)
                queue.removeFirst()
            } else if gain < top.gain {
                queue.lowerFirst(to: gain)
            } else {
                queue.removeFirst()
                take(top.option, full, &state)
            }
        }
        for option in rest.sorted() where full.covers[option].contains(where: { state.times[Int($0)] == 0 && isNeeded[Int($0)] }) {
            take(option, full, &state)
        }
    }

    private mutating func take(_ option: Int, _ full: CoverModel, _ state: inout CoverState) {
        order.append(option)
        gains.append(full.covers[option].lazy.map(Int.init).filter { state.times[$0] == 0 })
        state.add(option, in: full)
    }
}
