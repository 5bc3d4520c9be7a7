/// Why a solution is not `optimal`, as a code that a caller can translate.
public enum SitingReason: String, Codable, Sendable, CaseIterable {
    /// `coverAll(strict: true)`, and some targets are covered by no option.
    case targetsUnreachable
    /// Must-cover targets that no option covers.
    case mustCoverUnreachable
    /// The must-cover targets need more options than allowed.
    case mustCoverExceedsSites
    /// The must-cover targets cost more than the budget.
    case mustCoverExceedsBudget
    /// Options that exclude each other (same place) are all needed.
    case placesConflict
    /// A group's minimum exceeds what its reachable targets amount to.
    case groupUnreachable
    /// No plan keeps all conditions together.
    case conditionsContradict
    /// The time limit was reached.
    case stoppedByTimeLimit
    /// The node limit was reached.
    case stoppedByNodeLimit
    /// The caller's progress closure, or cancellation of the task, asked to stop.
    case stoppedByCaller
    /// CBC (or HiGHS) gave an answer that failed our own exact check; our plan was kept.
    case solverAnswerRejected
    /// CBC (or HiGHS) gave up without an answer; our plan was kept.
    case solverFailed
    /// The certificate does not reproduce the bound that closed the search; the plan stands, its proof does not.
    case boundNotReproduced

    /// Whether the moment of stopping depended on the machine or on a person, so that the same input may end elsewhere next time.
    var isByChance: Bool { self == .stoppedByTimeLimit || self == .stoppedByCaller }
}
