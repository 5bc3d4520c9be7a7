/// Bound, fix by reduced cost, branch: our own exact search on one reduced model, which leaves behind everything needed to recheck it.
///
/// Each node descends on the Lagrangian bound from its parent's multipliers, fixes options whose presence or absence cannot beat the best plan
/// (E. Balas & E. Zemel 1980; J. E. Beasley 1990), shrinks the model by that and descends again; what is left it splits on the option that the
/// relaxed plans use about half the time. Depth first, the branch with the option before the one without.
struct BranchSearch {
    /// What limits the search, all counted, so that the same input ends at the same place.
    struct Effort: Sendable {
        var rootIterations: Int
        var nodeIterations = 120
        var nodes: Int
        /// Numbers that the stored proof may hold.
        var proofSize = 2_000_000
        var kicks = 0
        var kickEffort = 0
        var threads = 1
    }

    let root: CoverModel
    let aim: Aim
    let scale: Int64
    /// By canonical target.
    let isRequired: [Bool]
    let canonicalWeight: [Int64]
    let effort: Effort

    var incumbent: Incumbent
    var tree = BoundTree()
    /// Why not every node was closed.
    private(set) var open: SitingReason?
    private(set) var nodeCount = 0
    /// The first part that was left open, with all that is known to be fixed there when no branching preceded it.
    private(set) var core: BranchPart?
    var spread: SpreadMultipliers

    init(
        _ root: CoverModel, _ aim: Aim, scale: Int64, isRequired: [Bool], canonicalWeight: [Int64], effort: Effort, incumbent: Incumbent
    ) {
        (self.root, self.aim, self.scale, self.isRequired, self.canonicalWeight) = (root, aim, scale, isRequired, canonicalWeight)
        (self.effort, self.incumbent) = (effort, incumbent)
        spread = SpreadMultipliers(
            weight: canonicalWeight.map(Double.init), values: [Double](repeating: 0, count: canonicalWeight.count))
    }

    /// Searches. Afterwards ``open`` is nil if the incumbent is proven best (or, without one, that there is no plan).
    mutating func run(_ watch: inout Stopwatch, _ facts: inout SolverFacts) {
        let part = BranchPart(root: root, aim)
        let start = StartMultipliers(root, aim)
        spread.store(root, start.values, price: start.price)
        explore(part, depth: 0, &watch, &facts)
    }

    private mutating func explore(_ start: BranchPart, depth: Int, _ watch: inout Stopwatch, _ facts: inout SolverFacts) {
        let node = tree.open()
        nodeCount += 1
        var part = start
        var round = 0
        var usage: [Double] = []
        while true {
            if closesTrivially(part) { return }
            if let reason = watch.stopReason(depth == 0 ? .bound : .branch) { return leave(reason, part, depth) }
            var iterations = depth == 0 ? (round == 0 ? effort.rootIterations : effort.rootIterations / 2) : effort.nodeIterations
            if depth == 0, round > 0 { iterations = min(iterations, 1500) }
            let descent = descend(part, iterations: iterations, factor: depth == 0 && round == 0 ? 0.1 : 0.03, &watch, &facts)
            usage = descent.usage
            spread.store(part.model, descent.best, price: descent.bestPrice)
            guard let priced = price(part, descent, node) else { return leave(.boundNotReproduced, part, depth) }
            if let bound = priced.bound, bound <= incumbent.score - part.base { return }
            guard var next = fix(part, priced) else { return }
            // What settled nothing is worth keeping only where the search ends; the root's bound is the one to show.
            if depth > 0, next.part.model.optionCount == part.model.optionCount { tree.removeStep(from: node) }
            if depth == 0, polish(next.part, descent, next.kept, &watch) {
                // A better plan settles more, and may close the question.
                if let bound = priced.bound, bound <= incumbent.score - part.base { return }
                guard let again = fix(part, priced) else { return }
                next = again
            }
            let shrank = next.part.model.optionCount * 10 <= part.model.optionCount * 9 || next.tookAny
            part = next.part
            usage = next.kept.map { usage[$0] }
            if depth == 0 { core = part }
            round += 1
            if !shrank || round > 8 { break }
        }
        if closesTrivially(part) { return }
        if nodeCount >= effort.nodes || tree.size > effort.proofSize || depth > 400 { return leave(.stoppedByNodeLimit, part, depth) }
        if let reason = watch.stopReason(depth == 0 ? .bound : .branch) { return leave(reason, part, depth) }
        let option = branchingOption(part, usage)
        let (with, without) = part.branches(on: option)
        tree.nodes[node].option = root.optionOrigin[part.option[option]]
        let kept = spread
        if let with { explore(with, depth: depth + 1, &watch, &facts) } else { _ = tree.open() }
        spread = kept
        if let without { explore(without, depth: depth + 1, &watch, &facts) } else { _ = tree.open() }
    }

    private mutating func leave(_ reason: SitingReason, _ part: BranchPart, _ depth: Int) {
        if open == nil || reason.isByChance { open = reason }
        if depth == 0 { core = part }
    }

    /// Whether nothing is left to decide; offers the plan that remains.
    private mutating func closesTrivially(_ part: BranchPart) -> Bool {
        guard part.model.optionCount == 0 else { return false }
        incumbent.offer(part.taken)
        return true
    }

    /// The option that relaxed plans use most nearly half the time; among equals the one that touches the most weight.
    private func branchingOption(_ part: BranchPart, _ usage: [Double]) -> Int {
        var best = 0
        var least = (distance: Double.infinity, weight: Int64(0))
        for option in 0..<part.model.optionCount {
            let distance = (abs(usage[option] - 0.5) * 50).rounded()
            guard distance <= least.distance else { continue }
            let weight = part.model.covers[option].reduce(Int64(0)) { $0 + part.model.weight[Int($1)] }
            if distance < least.distance || weight > least.weight { (best, least) = (option, (distance, weight)) }
        }
        return best
    }
}
