/// Descent on the Lagrangian bound with deflected subgradients, in doubles; nothing that it says is believed without ``PricedBound``.
///
/// The multiplier of a target lies between 0 and its top: its weight, or anything where it must be covered. Steps follow B. Polyak's rule with
/// a direction that remembers (P. Camerini, L. Fratta & F. Maffioli, "On improving relaxation methods by modified gradient techniques",
/// 1975), and a factor that falls when nothing improves.
struct DualDescent: Sendable {
    let model: CoverModel
    let aim: Aim
    /// Multipliers of the best bound so far, and that bound.
    private(set) var best: [Double]
    private(set) var bestPrice = 0.0
    private(set) var bestValue = Double.infinity
    /// How much of each option the relaxed plans used of late, 0…1.
    private(set) var usage: [Double]
    private var multiplier: [Double]
    private var price: Double
    private var top: [Double]
    private var direction: [Double]
    private var priceDirection = 0.0
    private var worth: [Double]
    private var times: [Double]
    private var choice: RelaxedChoice
    private var factor: Double
    private var stale = 0
    private let threads: Int
    private let weight: [Double]
    private let priceUnit: Double

    /// - Parameters:
    ///   - start: multipliers to begin with.
    ///   - price: of a unit of weight, for `leastFor` alone.
    ///   - threads: for the sums over the options; the result is the same.
    ///   - factor: share of the estimated way to the goal that the first steps go.
    init(_ model: CoverModel, _ aim: Aim, start: [Double], price: Double, factor: Double, threads: Int = 1) {
        self.threads = threads
        (self.model, self.aim, self.price, self.factor) = (model, aim, price, factor)
        weight = model.weight.map(Double.init)
        multiplier = start
        best = start
        bestPrice = price
        direction = [Double](repeating: 0, count: model.targetCount)
        times = direction
        worth = [Double](repeating: 0, count: model.optionCount)
        usage = worth
        choice = RelaxedChoice(model, aim)
        top = []
        priceUnit = max(1, weight.reduce(0) { $0 + $1 * $1 }.squareRoot())
        top = (0..<model.targetCount).map { target in
            if case .most = aim, !model.isRequired[target] { return Double(model.weight[target]) }
            return .infinity
        }
        updateTops()
    }

    /// Options of the last relaxed plan, the most promising first where there is an order.
    var taken: [Int32] { choice.taken }

    /// What an option is worth at the last multipliers, less its charge where the aim is to charge little.
    func profit(of option: Int) -> Double { if case .most = aim { worth[option] } else { worth[option] - Double(model.charge[option]) } }

    /// Goes on for some iterations; what it remembers stays for the next call.
    ///
    /// - Parameter goal: the score to reach, that of the best plan known; it steers the length of the steps.
    /// - Parameter goOn: asked before every iteration.
    /// - Returns: iterations done, and whether more are of no use: the goal is met, the factor spent, or there is nowhere to go.
    mutating func run(iterations: Int, goal: Double, goOn: () -> Bool) -> (iterations: Int, isOver: Bool) {
        for iteration in 0..<iterations {
            guard goOn() else { return (iteration, true) }
            let value = evaluate()
            if value < bestValue {
                if value < bestValue - 1e-5 * abs(bestValue) { stale = 0 }
                (bestValue, best, bestPrice) = (value, multiplier, price)
            }
            stale += 1
            if stale > 30 { (factor, stale) = (factor * 0.7, 0) }
            guard bestValue >= goal + 1 - 1e-6, factor > 1e-4 else { return (iteration + 1, true) }
            // A plan may not be known yet, or the bound may be far below zero: then the goal is a guess just beyond reach.
            let wanted = goal < -1e17 ? bestValue - 0.05 * abs(bestValue) - 1 : goal
            guard move(factor * max(value - wanted, 1e-5 * max(1, abs(value)))) else { return (iteration + 1, true) }
        }
        return (iterations, false)
    }

    /// The bound at the current multipliers.
    private mutating func evaluate() -> Double {
        model.covers.sums(of: multiplier, into: &worth, threads: threads)
        var value = choice.choose(worth)
        switch aim {
        case .most: value += zip(weight, multiplier).reduce(0) { $0 + ($1.0 - $1.1) }
        case .least: value -= multiplier.reduce(0, +)
        case .leastFor(let wanted):
            value += zip(weight, multiplier).reduce(0) { $0 + (price * $1.0 - $1.1) } - price * Double(wanted)
        }
        for option in usage.indices { usage[option] *= 0.96 }
        for target in times.indices { times[target] = 0 }
        for option in choice.taken { take(Int(option), 1) }
        if let part = choice.part {
            take(part.option, part.share)
            if part.from >= 0 { take(part.from, -part.share) }
        }
        return value
    }

    private mutating func take(_ option: Int, _ share: Double) {
        usage[option] += 0.04 * share
        for target in model.covers[option] { times[Int(target)] += share }
    }

    /// Goes one step. False when there is nowhere to go.
    private mutating func move(_ excess: Double) -> Bool {
        var norm = 0.0
        for target in times.indices {
            var gradient = 1 - times[target]
            let value = multiplier[target]
            // At a wall, only the way back counts.
            if value <= 0, gradient < 0 { gradient = 0 }
            if value >= top[target], gradient > 0 { gradient = 0 }
            let next = 0.1 * gradient + 0.9 * direction[target]
            direction[target] = next
            norm += next * next
        }
        if case .leastFor(let wanted) = aim {
            var covered = 0.0
            for target in times.indices where multiplier[target] < top[target] || times[target] >= 1 { covered += weight[target] }
            priceDirection = 0.1 * (Double(wanted) - covered) / priceUnit + 0.9 * priceDirection
            norm += priceDirection * priceDirection
        }
        guard norm > 1e-18 else { return false }
        let length = excess / norm
        if case .leastFor = aim {
            let before = price
            price = max(0, price + length * priceDirection / priceUnit)
            if before > 0, price > 0 { for target in multiplier.indices { multiplier[target] *= price / before } }
            updateTops()
        }
        for target in multiplier.indices {
            multiplier[target] = min(top[target], max(0, multiplier[target] + length * direction[target]))
        }
        return true
    }

    private mutating func updateTops() {
        guard case .leastFor = aim else { return }
        for target in top.indices where !model.isRequired[target] { top[target] = price * weight[target] }
    }
}
