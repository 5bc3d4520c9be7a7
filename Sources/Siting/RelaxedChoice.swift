/// The options that a relaxed plan takes at given worths: the best within the capacity, or all that pay for themselves.
struct RelaxedChoice: Sendable {
    /// An option that fits only in part, and the one that it would replace (−1: none).
    struct Part: Sendable {
        var option: Int
        var from: Int
        var share: Double
    }

    private(set) var taken: [Int32] = []
    private(set) var part: Part?
    private let model: CoverModel
    private let aim: Aim
    private let charge: [Double]
    private let isPlain: Bool
    private var order: [Int32]

    init(_ model: CoverModel, _ aim: Aim) {
        (self.model, self.aim) = (model, aim)
        charge = model.charge.map(Double.init)
        isPlain = model.isPlain
        order = (0..<Int32(model.optionCount)).map { $0 }
    }

    /// Chooses and returns the sum of what the chosen are worth, less their charges where the aim is to charge little.
    mutating func choose(_ worth: [Double]) -> Double {
        part = nil
        switch aim {
        case .most(let capacity):
            if isPlain { return chooseBest(min(Int(capacity), order.count), worth) }
            let knapsack = ChoiceKnapsack<Double>(model: model, charge: charge, capacity: Double(capacity), value: worth)
            taken = knapsack.taken.map { Int32($0) }
            guard let critical = knapsack.critical else { return knapsack.value }
            let share = critical.room / critical.edge.charge
            part = Part(option: critical.edge.option, from: critical.edge.from, share: share)
            return knapsack.value + critical.edge.value * share
        case .least, .leastFor:
            return choosePaying(worth)
        }
    }

    private mutating func choosePaying(_ worth: [Double]) -> Double {
        taken.removeAll(keepingCapacity: true)
        var value = 0.0
        for option in order where model.place[Int(option)] < 0 && worth[Int(option)] > charge[Int(option)] {
            taken.append(option)
            value += worth[Int(option)] - charge[Int(option)]
        }
        for place in 0..<model.placeMembers.count {
            var best = Int32(-1)
            var most = 0.0
            for option in model.placeMembers[place] where worth[Int(option)] - charge[Int(option)] > most {
                (best, most) = (option, worth[Int(option)] - charge[Int(option)])
            }
            if best >= 0 {
                taken.append(best)
                value += most
            }
        }
        return value
    }

    /// Hoare's selection: the `count` options of greatest worth stand first afterwards. The order left by the last call is nearly right, so
    /// this is fast.
    private mutating func chooseBest(_ count: Int, _ worth: [Double]) -> Double {
        order.withUnsafeMutableBufferPointer { order in
            worth.withUnsafeBufferPointer { worth in
                func isBefore(_ a: Int32, _ b: Int32) -> Bool {
                    let (left, right) = (worth[Int(a)], worth[Int(b)])
                    return left != right ? left > right : a < b
                }
                var (low, high) = (0, order.count - 1)
                while low < high {
                    let pivot = order[low + (high - low) / 2]
                    var (left, right) = (low, high)
                    while left <= right {
                        while isBefore(order[left], pivot) { left += 1 }
                        while isBefore(pivot, order[right]) { right -= 1 }
                        if left <= right {
                            order.swapAt(left, right)
                            left += 1
                            right -= 1
                        }
                    }
                    if count - 1 <= right { high = right } else if count - 1 >= left { low = left } else { break }
                }
            }
        }
        taken.removeAll(keepingCapacity: true)
        taken.append(contentsOf: order[..<count])
        taken.sort()
        return taken.reduce(0) { $0 + worth[Int($1)] }
    }
}
