/// Shrinks a problem without losing its optimum.
///
/// Unreachable and worthless targets go, options that cannot be afforded go, targets that exactly the same options cover are merged, and
/// an option goes when another one covers at least the same for no more.
struct Reduction: Sendable {
    private(set) var model: CoverModel
    /// What was dropped because something else is at least as good, in the order in which it may be checked. Canonical indices.
    private(set) var dominated: [(option: Int, by: Int)] = []

    /// - Parameters:
    ///   - charge: what each canonical option takes from the capacity, in small units.
    ///   - capacity: options that charge more alone are dropped.
    ///   - targets: canonical targets that matter, ascending.
    init(_ problem: CanonicalProblem, charge: [Int64], capacity: Int64, weightUnit: Int64, targets: [Int], required: [Bool]) {
        let affordable = charge.indices.filter { charge[$0] <= capacity }
        var number = [Int32](repeating: -1, count: problem.weight.count)
        for (new, old) in targets.enumerated() { number[old] = Int32(new) }
        var rows = SparseSets()
        var kept: [Int] = []
        for option in affordable {
            let row = problem.covers[option].map { number[Int($0)] }.filter { $0 >= 0 }
            guard !row.isEmpty else { continue }
            kept.append(option)
            rows.append(row)
        }
        var members = SparseSets(rows: targets.count, items: targets.count)
        for target in targets { members.append(CollectionOfOne(Int32(target))) }
        model = CoverModel(
            covers: rows,
            weight: targets.map { problem.weight[$0] / weightUnit },
            isRequired: targets.map { required[$0] },
            charge: kept.map { charge[$0] },
            place: kept.map { problem.place[$0] },
            optionOrigin: kept,
            targetMembers: members
        ).mergingTargets()
        dropDominated(costVND: problem.costVND)
        model = model.mergingTargets()
    }

    /// Looks for a dominator among the options of the rarest target only, and stops when a fixed effort is spent.
    private mutating func dropDominated(costVND: [Int64]) {
        var alive = [Bool](repeating: true, count: model.optionCount)
        var alivePerPlace = (0..<model.placeMembers.count).map { model.placeMembers.size($0) }
        let order = (0..<model.optionCount).sorted { (model.covers.size($0), $0) < (model.covers.size($1), $1) }
        var effort = 200_000_000
        var changed = true
        while changed && effort > 0 {
            changed = false
            for option in order where alive[option] && effort > 0 {
                guard let rarest = model.covers[option].min(by: { model.coveredBy.size(Int($0)) < model.coveredBy.size(Int($1)) }) else {
                    continue
                }
                for other in model.coveredBy[Int(rarest)] {
                    let other = Int(other)
                    effort -= 1
                    guard other != option, alive[other], mayReplace(option, by: other, alivePerPlace, costVND) else { continue }
                    effort -= model.covers.size(option)
                    guard isSubset(model.covers[option], of: model.covers[other]) else { continue }
                    alive[option] = false
                    if model.place[option] >= 0 { alivePerPlace[Int(model.place[option])] -= 1 }
                    dominated.append((model.optionOrigin[option], model.optionOrigin[other]))
                    changed = true
                    break
                }
            }
        }
        guard !dominated.isEmpty else { return }
        model = model.part(options: alive.indices.filter { alive[$0] }, targets: Array(0..<model.targetCount))
    }

    /// Whether charge, tie-break and place let `other` stand in for `option`, cover sets apart.
    private func mayReplace(_ option: Int, by other: Int, _ alivePerPlace: [Int], _ costVND: [Int64]) -> Bool {
        let (size, otherSize) = (model.covers.size(option), model.covers.size(other))
        guard otherSize >= size, model.charge[other] <= model.charge[option] else { return false }
        if otherSize == size && model.charge[other] == model.charge[option] {
            let (cost, otherCost) = (costVND[model.optionOrigin[option]], costVND[model.optionOrigin[other]])
            guard (otherCost, other) < (cost, option) else { return false }
        }
        let place = model.place[other]
        return place < 0 || place == model.place[option] || alivePerPlace[Int(place)] == 1
    }

    private func isSubset(_ small: ArraySlice<Int32>, of large: ArraySlice<Int32>) -> Bool {
        var position = large.startIndex
        for item in small {
            while position < large.endIndex, large[position] < item { position += 1 }
            guard position < large.endIndex, large[position] == item else { return false }
            position += 1
        }
        return true
    }
}
