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
        for part in parts {
            guard case .open(let open) = part else { continue }
            // A stop by the clock or the caller outranks the rest, because only they make the result depend on more than the input.
            if reason == nil || (open.isByChance && reason?.isByChance == false) { reason = open }
        }
        if let reason {
            status = reason.isByChance ? .timeLimit : .feasible
        } else {
            status = .optimal
            proof = parts.contains(.provenByCbc) ? CbcModel.name : "own"
        }
    }

    /// Hands the multiplier of a merged target to its members: up to its own weight each, and what is left to a required one.
    mutating func spread(_ model: CoverModel, _ merged: [Int64], problem: CanonicalProblem, weightUnit: Int64?) {
        for (target, multiplier) in merged.enumerated() {
            var rest = multiplier
            let members = model.targetMembers[target].map(Int.init)
            if let weightUnit {
                for member in members where !problem.isRequired[member] {
                    let share = min(rest, problem.weight[member] / weightUnit * scale)
                    multipliers[member] = share
                    rest -= share
                }
            }
            if let heir = members.first(where: { weightUnit == nil || problem.isRequired[$0] }) { multipliers[heir] = rest }
        }
    }
}
