/// Local search by exchanges, with kicks: deterministic, bounded by a count of work, never worse than the plan it starts with.
struct SwapSearch: Sendable {
    private var state: SwapState
    private let capacity: Int64
    private var random: SplitMix

    /// - Parameter start: options of the plan to improve, which keeps the constraints.
    init(_ model: CoverModel, capacity: Int64, start: [Int], seed: UInt64) {
        state = SwapState(model)
        self.capacity = capacity
        random = SplitMix(state: seed)
        for option in start { state.add(option) }
        for option in 0..<model.optionCount { state.wait(Int32(model.optionCount - 1 - option)) }
    }

    var chosen: [Int] { state.chosen.map(Int.init).sorted() }
    var effort: Int { state.effort }

    /// Exchanges until nothing gains or the work is done.
    mutating func descend(effort limit: Int) { _ = descend(limit, record: false) }

    /// Kicks: forces a random option in, drops the cheapest losses to make room, descends, and goes back unless that was no worse.
    ///
    /// - Parameter goOn: asked before every kick.
    mutating func kick(times: Int, effort limit: Int, goOn: () -> Bool) {
        guard state.model.optionCount > state.chosen.count, !state.chosen.isEmpty else { return }
        for _ in 0..<times {
            guard state.effort < limit, goOn() else { return }
            let before = state.value
            var log: [Int] = []
            for _ in 0..<(1 + Int(random.next() % 3)) { force(&log) }
            log += descend(limit, record: true)
            if state.value < before || state.charge > capacity { undo(log) }
        }
    }

    /// One option in that was out, near a chosen one, and out with the least loss until the plan fits.
    private mutating func force(_ log: inout [Int]) {
        let model = state.model
        let centre = Int(state.chosen[Int(random.next() % UInt64(state.chosen.count))])
        guard model.covers.size(centre) > 0 else { return }
        let targets = model.covers[centre]
        let target = Int(targets[targets.startIndex + Int(random.next() % UInt64(targets.count))])
        let near = model.coveredBy[target]
        let option = Int(near[near.startIndex + Int(random.next() % UInt64(near.count))])
        guard !state.isChosen[option], model.place[option] < 0, model.charge[option] <= capacity else { return }
        state.add(option)
        log.append(option + 1)
        while state.charge > capacity {
            var least = -1
            for other in state.chosen where Int(other) != option && model.charge[Int(other)] > 0 {
                if least < 0 || (state.loss[Int(other)], Int(other)) < (state.loss[least], least) { least = Int(other) }
            }
            guard least >= 0 else { break }
            state.remove(least)
            log.append(-(least + 1))
        }
    }

    private mutating func descend(_ limit: Int, record: Bool) -> [Int] {
        var log: [Int] = []
        while state.effort < limit, let next = state.takeWaiting() {
            let option = Int(next)
            guard !state.isChosen[option], state.model.charge[option] <= capacity,
                let (out, _) = state.bestPartner(of: option, capacity: capacity)
            else { continue }
            if out >= 0 {
                state.remove(out)
                if record { log.append(-(out + 1)) }
            }
            state.add(option)
            if record { log.append(option + 1) }
        }
        return log
    }

    private mutating func undo(_ log: [Int]) {
        for entry in log.reversed() { if entry > 0 { state.remove(entry - 1) } else { state.add(-entry - 1) } }
        // All that waits now had been looked at before the kick.
        while state.takeWaiting() != nil {}
    }
}

/// splitmix64 (S. Vigna): the same kicks on every machine.
struct SplitMix: RandomNumberGenerator, Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
