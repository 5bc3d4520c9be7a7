/// What a search on a reduced model is after, in the model's small units.
///
/// Everything inside the engine is a maximisation: the score of a plan is the weight that it covers, or its charge with a minus sign.
enum Aim: Hashable, Sendable {
    /// Most weight within a capacity.
    case most(capacity: Int64)
    /// Least charge for every target.
    case least
    /// Least charge for this much weight.
    case leastFor(weight: Int64)

    /// The most that plans may charge, `nil` without such a limit.
    var capacity: Int64? { if case .most(let capacity) = self { capacity } else { nil } }

    /// The score of a plan that keeps the constraints.
    func score(_ state: CoverState) -> Int64 { if case .most = self { state.coveredWeight } else { -state.charge } }

    /// Whether a plan keeps capacity, required targets and wanted weight. Places are the business of whoever builds it.
    func allows(_ state: CoverState) -> Bool {
        guard state.missingRequired == 0 else { return false }
        return switch self {
        case .most(let capacity): state.charge <= capacity
        case .least: true
        case .leastFor(let weight): state.coveredWeight >= weight
        }
    }

    /// The same aim for what remains when some options are taken.
    func remaining(afterWeight weight: Int64, charge: Int64) -> Aim {
        switch self {
        case .most(let capacity): .most(capacity: capacity - charge)
        case .least: .least
        case .leastFor(let wanted): .leastFor(weight: max(0, wanted - weight))
        }
    }

    /// The score that taken options bring.
    func score(weight: Int64, charge: Int64) -> Int64 { if case .most = self { weight } else { -charge } }
}
