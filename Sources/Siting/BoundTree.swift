/// A proof in the making that goes beyond one set of multipliers: what was fixed by reduced cost, and which option was branched on.
///
/// Nodes stand in preorder; a node with an option has two children, first the plans with it, then those without.
struct BoundTree: Sendable {
    struct Step: Sendable {
        /// Canonical targets and their multipliers. All others have none, which is worked out anew by whoever checks.
        var targets: [Int32]
        var values: [Int64]
        var price: ExactBound.Price
    }

    struct Node: Sendable {
        var steps: [Step] = []
        /// Canonical option.
        var option: Int?
    }

    var nodes: [Node] = []
    /// Numbers kept so far; a proof must stay small enough to be stored.
    private(set) var size = 0

    mutating func open() -> Int {
        nodes.append(Node())
        return nodes.count - 1
    }

    mutating func add(_ step: Step, to node: Int) {
        nodes[node].steps.append(step)
        size += step.targets.count
    }

    /// Forgets the last step of a node, which settled nothing.
    mutating func removeStep(from node: Int) {
        guard let step = nodes[node].steps.popLast() else { return }
        size -= step.targets.count
    }
}

extension BoundTree.Step {
    /// Hands the multiplier of a merged target to its members. Without ceilings (`ceiling` nil) the first takes all; with them each takes up to
    /// its own, and a required one what is left.
    init(_ model: CoverModel, _ merged: [Int64], price: ExactBound.Price, isRequired: [Bool], ceiling: ((Int) -> Int64)?, keepsAll: Bool) {
        (targets, values, self.price) = ([], [], price)
        for (target, multiplier) in merged.enumerated() {
            var rest = multiplier
            var heir: Int32?
            for member in model.targetMembers[target] {
                guard let ceiling, !isRequired[Int(member)] else {
                    if heir == nil { heir = member }
                    continue
                }
                let most = ceiling(Int(member))
                let share = min(rest, most)
                rest -= share
                // At its own ceiling a target counts nothing, which is what one without a multiplier does too.
                if share == most && !keepsAll { continue }
                targets.append(member)
                values.append(share)
            }
            if let heir {
                targets.append(heir)
                values.append(rest)
            }
        }
    }
}
