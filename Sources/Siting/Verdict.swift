/// What all parts together amount to, before it is translated back into the caller's numbers.
struct Verdict: Sendable {
    var status: SitingStatus
    /// Canonical options, `nil` without a plan.
    var chosen: [Int]?
    var proof: String?
    var reason: SitingReason?
    /// Canonical targets that the reason is about.
    var reasonTargets: [Int] = []
    /// One multiplier per canonical target.
    var multipliers: [Int64]
    var price = ExactBound.Price()
    var scale: Int64 = 1
    /// Canonical options.
    var dominated: [(option: Int, by: Int)] = []
    /// What goes beyond one set of multipliers, part by part.
    var trees: [(anchor: Int?, cutoff: Int64, tree: BoundTree)] = []

    init(targets: Int) {
        status = .feasible
        multipliers = [Int64](repeating: 0, count: targets)
    }

    static func infeasible(_ reason: SitingReason, targets: [Int], of problem: CanonicalProblem) -> Verdict {
        var verdict = Verdict(targets: problem.weight.count)
        (verdict.status, verdict.reason, verdict.reasonTargets) = (.infeasible, reason, targets)
        return verdict
    }

    /// Settles status and proof from the verdicts of the parts: the weakest decides.
    mutating func settle(_ parts: [SearchOutcome.Verdict]) {
        var solver: String?
        for part in parts {
            if case .provenBySolver(let name) = part { solver = name }
            guard case .open(let open) = part else { continue }
            // A stop by the clock or the caller outranks the rest, because only they make the result depend on more than the input.
            if reason == nil || (open.isByChance && reason?.isByChance == false) { reason = open }
        }
        if let reason {
            status = reason.isByChance ? .timeLimit : .feasible
        } else {
            status = .optimal
            proof = solver ?? "own"
        }
    }

    /// Takes over the proof of one part: the first multipliers for all to see, the rest as a tree.
    ///
    /// - Parameters:
    ///   - cutoff: value of the part's plan, in the caller's units.
    ///   - anchor: a canonical option of the part; `nil` when there is one part only.
    mutating func add(_ outcome: SearchOutcome, cutoff: Int64, anchor: Int?) {
        guard var tree = outcome.tree, let root = tree.nodes.first, let first = root.steps.first else { return }
        for (target, value) in zip(first.targets, first.values) { multipliers[Int(target)] = value }
        if anchor == nil { price = first.price }
        tree.nodes[0].steps.removeFirst()
        guard outcome.chosen != nil else { return }
        trees.append((anchor, cutoff, tree))
    }
}
