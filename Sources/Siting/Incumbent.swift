/// The best plan known, on the root's model.
struct Incumbent: Sendable {
    private(set) var state: CoverState?
    private(set) var score: Int64
    private let model: CoverModel
    private let aim: Aim

    /// - Parameter start: a plan that keeps the constraints, if there is one.
    init(_ model: CoverModel, _ aim: Aim, start: CoverState?) {
        (self.model, self.aim, state) = (model, aim, start)
        score = start.map(aim.score) ?? -(Int64.max / 4)
    }

    var chosen: [Int]? { state?.chosen }

    /// Takes over a plan if it is better, or as good for less. Returns whether it scores more.
    @discardableResult
    mutating func offer(_ plan: CoverState) -> Bool {
        guard aim.allows(plan) else { return false }
        let value = aim.score(plan)
        guard value > score || (value == score && plan.charge < state?.charge ?? .max) else { return false }
        let isBetter = value > score
        (state, score) = (plan, value)
        return isBetter
    }

    /// Offers the union of options, without those that turn out redundant. Refuses two on one place.
    @discardableResult
    mutating func offer(_ options: [Int]) -> Bool {
        var plan = CoverState(model)
        for option in options where !plan.isChosen[option] {
            guard plan.placeIsFree(option, in: model) else { return false }
            plan.add(option, in: model)
        }
        if case .leastFor(let weight) = aim { plan.removeSuperfluous(in: model, keeping: weight) } else { plan.removeRedundant(in: model) }
        return offer(plan)
    }
}
