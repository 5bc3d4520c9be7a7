/// Walks the cases of a refinement and keeps the worst leaf.
struct CertifiedTree {
    let model: CertifiedModel
    let refinement: BoundRefinement?

    private static let deepest = 1000

    /// The score that no plan of the part exceeds.
    func bound(
        _ part: CertifiedCase, _ first: BoundRefinement.Step, _ scratch: inout CertifiedScratch
    ) throws(CertificateError) -> Int128 {
        let ceiling: Int128 = model.isMinimizing ? 0 : .max
        guard let refinement else { return min(ceiling, try CertifiedStep(model, part, first, cutoff: nil, &scratch).bound) }
        guard refinement.cutoff >= 0, refinement.cutoff % model.unit == 0 else { throw .outOfRange }
        let cutoff = Int128(refinement.cutoff / model.unit) * (model.isMinimizing ? -1 : 1)
        var cursor = 0
        let score = try walk(&cursor, part, [first], .max, cutoff, depth: 0, &scratch)
        guard cursor == refinement.nodes.count else { throw .wrongSize }
        return min(ceiling, max(cutoff, score))
    }

    private func node(_ cursor: inout Int) throws(CertificateError) -> BoundRefinement.Node {
        guard let refinement, refinement.nodes.indices.contains(cursor) else { throw .wrongSize }
        cursor += 1
        return refinement.nodes[cursor - 1]
    }

    private func walk(
        _ cursor: inout Int, _ start: CertifiedCase, _ before: [BoundRefinement.Step], _ inherited: Int128, _ cutoff: Int128, depth: Int,
        _ scratch: inout CertifiedScratch
    ) throws(CertificateError) -> Int128 {
        guard depth < Self.deepest else { throw .wrongSize }
        let node = try node(&cursor)
        var place = start
        var bound = inherited
        for step in before + node.steps where bound > cutoff && !place.isEmpty {
            let result = try CertifiedStep(model, place, step, cutoff: cutoff, &scratch)
            bound = min(bound, result.bound)
            guard bound > cutoff else { break }
            if Set(result.taken).isDisjoint(with: result.out) {
                place = place.settling(model, taken: result.taken, out: result.out, &scratch)
            } else {
                bound = cutoff
            }
        }
        if place.isEmpty { bound = cutoff }
        // Nothing to decide any more: the plan itself is the bound.
        if place.undecided.isEmpty { bound = min(bound, max(cutoff, place.score(model))) }
        guard let option = node.option else { return bound }
        guard bound > cutoff else {
            try skip(&cursor, depth)
            try skip(&cursor, depth)
            return bound
        }
        guard let row = model.option.firstIndex(of: option).map({ Int32($0) }) else { throw .outOfRange }
        let isOpen = place.undecided.contains(row)
        let isTaken = place.taken.contains(row)
        // An option that is settled already leaves one of the two cases without plans.
        var leaves = cutoff
        if isOpen || isTaken {
            let with = isOpen ? place.settling(model, taken: [row], out: [], &scratch) : place
            leaves = max(leaves, try walk(&cursor, with, [], bound, cutoff, depth: depth + 1, &scratch))
        } else {
            try skip(&cursor, depth)
        }
        if !isTaken {
            let without = isOpen ? place.settling(model, taken: [], out: [row], &scratch) : place
            leaves = max(leaves, try walk(&cursor, without, [], bound, cutoff, depth: depth + 1, &scratch))
        } else {
            try skip(&cursor, depth)
        }
        return min(bound, leaves)
    }

    private func skip(_ cursor: inout Int, _ depth: Int) throws(CertificateError) {
        guard depth < Self.deepest else { throw .wrongSize }
        guard try node(&cursor).option != nil else { return }
        try skip(&cursor, depth + 1)
        try skip(&cursor, depth + 1)
    }
}
