/// A plan with what every exchange would do to it: the gain of each option that is out, the loss of each that is in, kept up to date.
///
/// After M. Resende & R. Werneck, "A fast swap-based local search procedure for location problems", Annals of Operations Research 150, 2007:
/// exchanging changes the weight by gain(in) − loss(out) + what both share and nobody else covers.
struct SwapState: Sendable {
    let model: CoverModel
    /// Weight of each target, a required one counting more than all others together, so that no exchange gives it up.
    private let weight: [Int64]
    private(set) var isChosen: [Bool]
    private(set) var chosen: [Int32] = []
    private(set) var gain: [Int64]
    private(set) var loss: [Int64]
    /// Covered weight in the inflated weights.
    private(set) var value: Int64 = 0
    private(set) var charge: Int64 = 0
    /// Work done so far, in entries of the cover sets looked at.
    private(set) var effort = 0
    /// Options whose prospects changed since they were last looked at.
    private(set) var waiting: [Int32] = []
    private var isWaiting: [Bool]
    private var times: [Int32]
    /// Sum of the chosen options that cover a target: the option itself where there is only one.
    private var owners: [Int]
    private var shared: [Int64]
    private var position: [Int32]
    private var occupant: [Int32]
    private var least: Int32?
    private let isPlain: Bool

    init(_ model: CoverModel) {
        self.model = model
        isPlain = model.isPlain
        let heavy = model.totalWeight + 1
        weight = zip(model.weight, model.isRequired).map { $0 + ($1 ? heavy : 0) }
        isChosen = [Bool](repeating: false, count: model.optionCount)
        isWaiting = isChosen
        gain = [Int64](repeating: 0, count: model.optionCount)
        loss = gain
        shared = gain
        position = [Int32](repeating: -1, count: model.optionCount)
        times = [Int32](repeating: 0, count: model.targetCount)
        owners = [Int](repeating: 0, count: model.targetCount)
        occupant = [Int32](repeating: -1, count: model.placeMembers.count)
        model.covers.sums(of: weight, into: &gain)
    }

    mutating func add(_ option: Int) {
        least = nil
        isChosen[option] = true
        position[option] = Int32(chosen.count)
        chosen.append(Int32(option))
        charge += model.charge[option]
        if model.place[option] >= 0 { occupant[Int(model.place[option])] = Int32(option) }
        for target in model.covers[option] {
            let target = Int(target)
            switch times[target] {
            case 0:
                value += weight[target]
                loss[option] += weight[target]
                change(target, by: -weight[target])
            case 1: loss[owners[target]] -= weight[target]
            default: break
            }
            times[target] += 1
            owners[target] += option
        }
    }

    mutating func remove(_ option: Int) {
        least = nil
        isChosen[option] = false
        let (hole, last) = (Int(position[option]), chosen.removeLast())
        if hole < chosen.count {
            chosen[hole] = last
            position[Int(last)] = Int32(hole)
        }
        position[option] = -1
        loss[option] = 0
        charge -= model.charge[option]
        if model.place[option] >= 0 { occupant[Int(model.place[option])] = -1 }
        for target in model.covers[option] {
            let target = Int(target)
            times[target] -= 1
            owners[target] -= option
            switch times[target] {
            case 0:
                value -= weight[target]
                change(target, by: weight[target])
            case 1: loss[owners[target]] += weight[target]
            default: break
            }
        }
    }

    /// The chosen option that is missed least.
    private mutating func leastLoss() -> Int32 {
        if let cached = least { return cached }
        effort += chosen.count
        var best = chosen[0]
        for option in chosen where (loss[Int(option)], option) < (loss[Int(best)], best) { best = option }
        least = best
        return best
    }

    private mutating func change(_ target: Int, by amount: Int64) {
        for other in model.coveredBy[target] {
            gain[Int(other)] += amount
            wait(other)
        }
        effort += model.coveredBy.size(target)
    }

    mutating func wait(_ option: Int32) {
        guard !isWaiting[Int(option)] else { return }
        isWaiting[Int(option)] = true
        waiting.append(option)
    }

    mutating func takeWaiting() -> Int32? {
        guard let option = waiting.popLast() else { return nil }
        isWaiting[Int(option)] = false
        return option
    }

    /// The best option to take out for one that comes in, within the capacity; −1 to take out none. `nil` when nothing gains.
    mutating func bestPartner(of option: Int, capacity: Int64) -> (out: Int, gain: Int64)? {
        let need = charge + model.charge[option] - capacity
        var blocker: Int32 = -1
        if model.place[option] >= 0 { blocker = occupant[Int(model.place[option])] }
        if need <= 0, blocker < 0 { return gain[option] > 0 ? (-1, gain[option]) : nil }
        var touched: [Int32] = []
        for target in model.covers[option] where times[Int(target)] == 1 {
            let owner = owners[Int(target)]
            if shared[owner] == 0 { touched.append(Int32(owner)) }
            shared[owner] += weight[Int(target)]
        }
        effort += model.covers.size(option)
        var best: (out: Int, gain: Int64)?
        func consider(_ out: Int32) {
            let result = gain[option] - loss[Int(out)] + shared[Int(out)]
            guard result > 0, isChosen[Int(out)], model.charge[Int(out)] >= need else { return }
            if let now = best, (result, -Int(out)) <= (now.gain, -now.out) { return }
            best = (Int(out), result)
        }
        if blocker >= 0 {
            consider(blocker)
        } else if isPlain {
            // All that share nothing differ in their loss alone.
            for out in touched { consider(out) }
            consider(leastLoss())
        } else {
            effort += chosen.count
            for out in chosen { consider(out) }
        }
        for owner in touched { shared[Int(owner)] = 0 }
        return best
    }
}
