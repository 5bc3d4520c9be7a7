extension SitingReason {
    /// The reason in one English sentence, with up to ten of the names concerned.
    func sentence(_ names: [String], hasPlan: Bool) -> String {
        let shown = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? " and \(names.count - 10) more" : "")
        let kept = hasPlan ? "the best plan found so far is given" : "no plan was found before"
        return switch self {
        case .targetsUnreachable: "no option covers: \(shown)"
        case .mustCoverUnreachable: "no option covers these must-cover targets: \(shown)"
        case .mustCoverExceedsSites: "the must-cover targets need more sites than allowed: \(shown)"
        case .mustCoverExceedsBudget: "the must-cover targets cost more than the budget: \(shown)"
        case .placesConflict: "options that exclude each other at one place would all be needed to cover: \(shown)"
        case .groupUnreachable: "a group's minimum cannot be reached, because nothing covers: \(shown)"
        case .conditionsContradict:
            "no plan keeps all conditions together: loosen a minimum, a budget, a number of sites or the longest chain"
        case .stoppedByTimeLimit: "stopped by the time limit; \(kept)"
        case .stoppedByNodeLimit: "stopped by the node limit; \(kept)"
        case .stoppedByCaller: "stopped on request; \(kept)"
        case .solverAnswerRejected: "CBC's answer failed our exact check and was not used; \(kept)"
        case .solverFailed: "CBC gave up; \(kept)"
        case .boundNotReproduced: "the certificate does not reproduce the bound, so optimality is not claimed; \(kept)"
        }
    }
}
