extension BranchSearch {
    /// The exact bound at the multipliers found, kept as a step of the proof. `nil` beyond 128 bits.
    mutating func price(_ part: BranchPart, _ descent: DualDescent, _ node: Int) -> PricedBound? {
        var fixed = descent.best.map { Int64(min($0 * Double(scale), 0x1p52).rounded()) }
        var price = ExactBound.Price()
        switch part.aim {
        case .most(let capacity):
            guard let exact = ExactBound.maximize(part.model, capacity: capacity, multipliers: fixed, scale: scale) else { return nil }
            price = exact.price
        case .least: break
        case .leastFor:
            price = ExactBound.Price(numerator: Int64(min(descent.bestPrice * Double(scale) * 1024, 0x1p52).rounded()), denominator: 1024)
        }
        if let ceiling = ceiling(price) {
            // What the members of a merged target may have together.
            for target in fixed.indices where !part.model.isRequired[target] {
                fixed[target] = min(fixed[target], part.model.targetMembers[target].reduce(0) { $0 + ceiling(Int($1)) })
            }
        }
        let step = BoundTree.Step(
            part.model, fixed, price: price, isRequired: isRequired, ceiling: ceiling(price),
            keepsAll: tree.nodes.count == 1 && tree.nodes[0].steps.isEmpty)
        tree.add(step, to: node)
        return PricedBound(part.model, part.aim, multipliers: fixed, price: price, scale: scale)
    }

    /// The greatest multiplier that makes sense for a canonical target; none when every target must be covered.
    func ceiling(_ price: ExactBound.Price) -> ((Int) -> Int64)? {
        let (weight, unit) = (canonicalWeight, scale)
        switch aim {
        case .most: return { weight[$0] * unit }
        case .least: return nil
        case .leastFor: return { Int64(clamping: Int128(weight[$0]) * Int128(price.numerator) / Int128(price.denominator)) }
        }
    }

    /// Settles every option whose presence or absence cannot beat the best plan. `nil` if that leaves no plan.
    func fix(_ part: BranchPart, _ priced: PricedBound) -> (part: BranchPart, kept: [Int], tookAny: Bool)? {
        let cutoff = incumbent.score - part.base
        let options = 0..<part.model.optionCount
        let isOut = options.map { priced.isHopeless(with: $0, cutoff: cutoff) }
        let isTaken = options.map { priced.isHopeless(without: $0, cutoff: cutoff) }
        if options.contains(where: { isOut[$0] && isTaken[$0] }) { return nil }
        guard let next = part.settled(isTaken: isTaken, isOut: isOut) else { return nil }
        // Both lists ascend, so that one pass finds where the survivors were.
        var kept: [Int] = []
        var old = 0
        for option in next.option {
            while part.option[old] != option { old += 1 }
            kept.append(old)
        }
        return (next, kept, isTaken.contains(true))
    }
}
