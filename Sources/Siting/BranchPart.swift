/// A node of the search: what is left of the root's model, and what the options taken on the way are worth.
struct BranchPart: Sendable {
    var model: CoverModel
    var aim: Aim
    /// Option of the root's model behind each option.
    var option: [Int]
    /// Options of the root's model that are in.
    var taken: [Int] = []
    /// Score of the taken options.
    var base: Int64 = 0

    init(root model: CoverModel, _ aim: Aim) {
        (self.model, self.aim) = (model, aim)
        option = Array(0..<model.optionCount)
    }

    /// The part in which some options are settled; `nil` if it holds no plan.
    func settled(isTaken: [Bool], isOut: [Bool]) -> BranchPart? {
        guard let rest = Restriction(model, isTaken: isTaken, isOut: isOut, capacity: aim.capacity) else { return nil }
        var part = self
        part.taken += isTaken.indices.filter { isTaken[$0] }.map { option[$0] }
        part.base += aim.score(weight: rest.weight, charge: rest.charge)
        part.aim = aim.remaining(afterWeight: rest.weight, charge: rest.charge)
        part.option = rest.option.map { option[$0] }
        part.model = rest.model
        if case .leastFor(let weight) = part.aim, weight > part.model.totalWeight { return nil }
        return part
    }

    /// The two parts that follow from one option: with it, and without it.
    func branches(on option: Int) -> (with: BranchPart?, without: BranchPart?) {
        let none = [Bool](repeating: false, count: model.optionCount)
        var one = none
        one[option] = true
        return (settled(isTaken: one, isOut: none), settled(isTaken: none, isOut: one))
    }
}
