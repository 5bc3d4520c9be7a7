/// The Lagrangian bounds of a reduced model for given fixed-point multipliers, in exact integers.
enum ExactBound {
    /// The capacity price that makes the knapsack part tight, as a reduced fraction.
    struct Price: Sendable {
        var numerator: Int64 = 0
        var denominator: Int64 = 1
    }

    /// Upper bound on the covered weight, rounded down. `nil` when a number exceeds 128 bits.
    static func maximize(_ model: CoverModel, capacity: Int64, multipliers: [Int64], scale: Int64) -> (bound: Int64, price: Price)? {
        var base: Int128 = 0
        for target in 0..<model.targetCount {
            let rest = Int128(model.weight[target]) * Int128(scale) - Int128(multipliers[target])
            base += model.isRequired[target] ? rest : max(0, rest)
        }
        let knapsack = ChoiceKnapsack<Int128>(
            model: model, charge: model.charge.map { Int128($0) }, capacity: Int128(capacity), value: worth(model, multipliers))
        let whole = base + knapsack.value
        guard let critical = knapsack.critical else {
            return Int64(exactly: floorDivide(whole, by: Int128(scale))).map { ($0, Price()) }
        }
        let edge = critical.edge
        let (left, overflow) = whole.multipliedReportingOverflow(by: edge.charge)
        let (total, overflow2) = left.addingReportingOverflow(edge.value * critical.room)
        let divisor = greatestDivisor(edge.value, edge.charge)
        guard !overflow, !overflow2, let numerator = Int64(exactly: edge.value / divisor),
            let denominator = Int64(exactly: edge.charge / divisor),
            let bound = Int64(exactly: floorDivide(total, by: Int128(scale) * edge.charge))
        else { return nil }
        return (bound, Price(numerator: numerator, denominator: denominator))
    }

    /// Lower bound on the charge of a cover, rounded up.
    static func minimize(_ model: CoverModel, multipliers: [Int64], scale: Int64) -> Int64 {
        let worth = worth(model, multipliers)
        func reduced(_ option: Int) -> Int128 { Int128(model.charge[option]) * Int128(scale) - worth[option] }
        var total = multipliers.reduce(Int128(0)) { $0 + Int128($1) }
        for option in 0..<model.optionCount where model.place[option] < 0 { total += min(0, reduced(option)) }
        for place in 0..<model.placeMembers.count {
            total += model.placeMembers[place].reduce(Int128(0)) { min($0, reduced(Int($1))) }
        }
        return Int64(clamping: max(0, -floorDivide(-total, by: Int128(scale))))
    }

    /// Largest power of two, at most 2²⁰, that keeps scaled sums below 2⁵⁰ where that is possible.
    static func scale(forTotal total: Int64, required: Int) -> Int64 {
        var scale: Int64 = 1
        while scale < 1 << 20, Int128(total) * Int128(required + 1) * Int128(scale) * 2 <= 1 << 50 { scale *= 2 }
        return scale
    }

    private static func worth(_ model: CoverModel, _ multipliers: [Int64]) -> [Int128] {
        (0..<model.optionCount).map { model.covers[$0].reduce(Int128(0)) { $0 + Int128(multipliers[Int($1)]) } }
    }

    private static func floorDivide(_ a: Int128, by b: Int128) -> Int128 {
        let (quotient, rest) = a.quotientAndRemainder(dividingBy: b)
        return rest < 0 ? quotient - 1 : quotient
    }

    private static func greatestDivisor(_ a: Int128, _ b: Int128) -> Int128 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }
}
