/// The Lagrangian bound of a model at given fixed-point multipliers, in exact integers, option by option.
///
/// With m the multipliers, s their scale and n/d a price, the score of any plan, times s·d, is at most
///
///     base + Σ over places of max(0, profit of the best option there),
///
/// - most weight: base = d·Σ max(0, s·w − m) (no max where required) + n·capacity; profit = d·Σm − n·charge
/// - least charge: base = −Σm; profit = Σm − s·charge; for a wanted weight W, with the price on weight: base = Σ max(0, n·w − d·m) − n·W and
///   profit = d·(Σm − s·charge)
///
/// An option that stands in no place is a place of its own. Taking an option, or leaving it out, changes one term, which bounds every plan
/// that does so: the ground of fixing by reduced cost.
struct PricedBound: Sendable {
    let total: Int128
    let divisor: Int128
    private let profit: [Int128]
    private let best: [Int128]
    private let second: [Int128]
    private let place: [Int32]

    init(_ model: CoverModel, _ aim: Aim, multipliers: [Int64], price: ExactBound.Price, scale: Int64) {
        let (n, d, s) = (Int128(price.numerator), Int128(price.denominator), Int128(scale))
        var base: Int128 = 0
        for target in 0..<model.targetCount {
            let (w, m) = (Int128(model.weight[target]), Int128(multipliers[target]))
            switch aim {
            case .most: base += model.isRequired[target] ? d * (s * w - m) : max(0, d * (s * w - m))
            case .least: base -= m
            case .leastFor: base += model.isRequired[target] ? n * w - d * m : max(0, n * w - d * m)
            }
        }
        switch aim {
        case .most(let capacity):
            base += n * Int128(capacity)
            divisor = s * d
        case .least: divisor = s
        case .leastFor(let weight):
            base -= n * Int128(weight)
            divisor = s * d
        }
        var worth = [Int64](repeating: 0, count: model.optionCount)
        model.covers.sums(of: multipliers, into: &worth)
        var profit = [Int128](repeating: 0, count: model.optionCount)
        var best = [Int128](repeating: 0, count: model.placeMembers.count)
        var second = best
        for option in 0..<model.optionCount {
            let (value, charge) = (Int128(worth[option]), Int128(model.charge[option]))
            let gain: Int128 =
                switch aim {
                case .most: d * value - n * charge
                case .least: value - s * charge
                case .leastFor: d * (value - s * charge)
                }
            profit[option] = gain
            let place = Int(model.place[option])
            if place < 0 {
                base += max(0, gain)
            } else if gain > best[place] {
                (second[place], best[place]) = (best[place], gain)
            } else if gain > second[place] {
                second[place] = gain
            }
        }
        for value in best { base += value }
        total = base
        (self.profit, self.best, self.second, place) = (profit, best, second, model.place)
    }

    /// No plan scores more. `nil` beyond 64 bits.
    var bound: Int64? { Int64(exactly: Self.floor(total, divisor)) }

    /// Whether no plan with the option scores more than the cutoff.
    func isHopeless(with option: Int, cutoff: Int64) -> Bool {
        let place = Int(place[option])
        let now = place < 0 ? max(0, profit[option]) : best[place]
        return Self.floor(total - now + profit[option], divisor) <= Int128(cutoff)
    }

    /// Whether no plan without the option scores more than the cutoff.
    func isHopeless(without option: Int, cutoff: Int64) -> Bool {
        let place = Int(place[option])
        var without = total
        if place < 0 {
            without -= max(0, profit[option])
        } else if profit[option] > 0, profit[option] == best[place] {
            without += second[place] - best[place]
        }
        return Self.floor(without, divisor) <= Int128(cutoff)
    }

    private static func floor(_ a: Int128, _ b: Int128) -> Int128 {
        let (quotient, rest) = a.quotientAndRemainder(dividingBy: b)
        return rest < 0 ? quotient - 1 : quotient
    }
}
