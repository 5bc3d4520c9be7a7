/// Multipliers by canonical target, in which a part leaves its own for the parts below it, whose targets are merged otherwise.
struct SpreadMultipliers: Sendable {
    private var values: [Double]
    private(set) var price = 0.0
    private let weight: [Double]

    /// - Parameter weight: of each canonical target, in small units.
    init(weight: [Double], values: [Double]) {
        (self.weight, self.values) = (weight, values)
    }

    /// Hands the multipliers of merged targets to their members by weight, equally where there is none.
    mutating func store(_ model: CoverModel, _ multipliers: [Double], price: Double) {
        self.price = price
        for target in 0..<model.targetCount {
            let members = model.targetMembers[target]
            let total = members.reduce(0) { $0 + weight[Int($1)] }
            for member in members {
                let share = total > 0 ? weight[Int(member)] / total : 1 / Double(members.count)
                values[Int(member)] = multipliers[target] * share
            }
        }
    }

    func gather(_ model: CoverModel) -> [Double] {
        (0..<model.targetCount).map { target in model.targetMembers[target].reduce(0) { $0 + values[Int($1)] } }
    }
}
