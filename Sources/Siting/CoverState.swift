/// A plan in the making: how often each target is covered, which places are taken, what it is worth and what it costs.
struct CoverState: Sendable {
    private(set) var times: [Int32]
    private(set) var placeTaken: [Bool]
    private(set) var isChosen: [Bool]
    private(set) var coveredWeight: Int64 = 0
    private(set) var charge: Int64 = 0
    private(set) var missingRequired: Int

    init(_ model: CoverModel) {
        times = [Int32](repeating: 0, count: model.targetCount)
        placeTaken = [Bool](repeating: false, count: model.placeMembers.count)
        isChosen = [Bool](repeating: false, count: model.optionCount)
        missingRequired = model.isRequired.count { $0 }
    }

    /// Chosen options, ascending.
    var chosen: [Int] { isChosen.indices.filter { isChosen[$0] } }

    func placeIsFree(_ option: Int, in model: CoverModel) -> Bool {
        let place = model.place[option]
        return place < 0 || !placeTaken[Int(place)]
    }

    /// Weight that the option would add.
    func gain(_ option: Int, in model: CoverModel) -> Int64 {
        var sum: Int64 = 0
        for target in model.covers[option] where times[Int(target)] == 0 { sum += model.weight[Int(target)] }
        return sum
    }

    mutating func add(_ option: Int, in model: CoverModel) {
        guard !isChosen[option] else { return }
        isChosen[option] = true
        charge += model.charge[option]
        if model.place[option] >= 0 { placeTaken[Int(model.place[option])] = true }
        for target in model.covers[option] {
            let target = Int(target)
            if times[target] == 0 {
                coveredWeight += model.weight[target]
                if model.isRequired[target] { missingRequired -= 1 }
            }
            times[target] += 1
        }
    }

    mutating func remove(_ option: Int, in model: CoverModel) {
        guard isChosen[option] else { return }
        isChosen[option] = false
        charge -= model.charge[option]
        if model.place[option] >= 0 { placeTaken[Int(model.place[option])] = false }
        for target in model.covers[option] {
            let target = Int(target)
            times[target] -= 1
            if times[target] == 0 {
                coveredWeight -= model.weight[target]
                if model.isRequired[target] { missingRequired += 1 }
            }
        }
    }

    /// Takes out options whose every useful target is covered twice, the dearest first. The covered weight stays.
    mutating func removeRedundant(in model: CoverModel) {
        let order = chosen.sorted { (model.charge[$0], $0) > (model.charge[$1], $1) }
        for option in order {
            let isRedundant = model.covers[option].allSatisfy {
                times[Int($0)] > 1 || (model.weight[Int($0)] == 0 && !model.isRequired[Int($0)])
            }
            if isRedundant { remove(option, in: model) }
        }
    }

    /// Takes out options, the dearest for what they lose first, as long as this much weight and everything required stay covered.
    mutating func removeSuperfluous(in model: CoverModel, keeping weight: Int64) {
        while true {
            var worst: (option: Int, loss: Int64)?
            for option in chosen {
                var loss: Int64 = 0
                var isNeeded = false
                for target in model.covers[option] where times[Int(target)] == 1 {
                    loss += model.weight[Int(target)]
                    if model.isRequired[Int(target)] { isNeeded = true }
                }
                guard !isNeeded, coveredWeight - loss >= weight else { continue }
                let isBefore = worst.map { Int128(loss) * Int128(model.charge[$0.option]) < Int128($0.loss) * Int128(model.charge[option]) }
                if isBefore ?? true { worst = (option, loss) }
            }
            guard let worst else { return }
            remove(worst.option, in: model)
        }
    }
}
