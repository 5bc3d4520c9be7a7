/// Where the descent on the bound begins.
struct StartMultipliers: Sendable {
    let values: [Double]
    /// Price of a unit of weight, for a wanted weight alone.
    let price: Double

    /// Half the weight when maximising: neither wall, so the first steps can go either way. When minimising each target's cheapest share of
    /// an option's charge, after J. E. Beasley (1990).
    init(_ model: CoverModel, _ aim: Aim) {
        let share = (0..<model.targetCount).map { target in
            model.coveredBy[target].map { Double(model.charge[Int($0)]) / Double(model.covers.size(Int($0))) }.min() ?? 0
        }
        switch aim {
        case .most:
            (values, price) = (model.weight.map { Double($0) * 0.5 }, 0)
        case .least:
            (values, price) = (share, 0)
        case .leastFor:
            let total = max(1, Double(model.totalWeight))
            let price = share.reduce(0, +) / total
            values = model.weight.map { 0.5 * price * Double($0) }
            self.price = price
        }
    }
}
