/// Input that the optimizer refuses, with the names concerned and what to do about it.
public enum SitingError: Error, Hashable, Sendable {
    /// An option's cost is below 0.
    case negativeCost(optionID: String, costVND: Int64)
    /// The costs add up to more than 2⁵³ đồng, beyond which sums are no longer exact everywhere.
    case costOverflow(optionID: String)
    /// A target's weight is below 0.
    case negativeWeight(targetID: String, weight: Int64)
    /// The weights add up to more than 2⁵³.
    case weightOverflow(targetID: String)
    /// There must be one id per weight.
    case targetCountMismatch(weights: Int, ids: Int)
    /// An option names a target that does not exist.
    case targetOutOfRange(optionID: String, target: Int, targets: Int)
    /// The must-cover list names a target that does not exist.
    case unknownMustCover(target: Int, targets: Int)
    /// Two options share an id.
    case duplicateOptionID(String)
    /// Two targets share an id.
    case duplicateTargetID(String)
    /// The number of sites is below 0.
    case negativeSites(Int)
    /// The budget is below 0.
    case negativeBudget(costVND: Int64)
    /// The weight to cover is below 0.
    case negativeWantedWeight(Int64)
    /// A limit is below 0 or not a number.
    case invalidLimit(name: String)
    /// More than 2³¹ − 1 options or targets.
    case tooLarge(what: String)
    /// A defect in the conditions, in words.
    case condition(String)
    /// CBC could not allocate a model.
    case solverUnavailable
}

extension SitingError: CustomStringConvertible {
    /// What is wrong and how to mend it, in English.
    public var description: String {
        switch self {
        case .negativeCost(let id, let cost):
            "option '\(id)' costs \(cost) VND: a cost must be 0 or more; correct the cost table"
        case .costOverflow(let id):
            "the costs add up to more than 9,007,199,254,740,992 VND at option '\(id)': check its unit (VND, not thousandths)"
        case .negativeWeight(let id, let weight):
            "target '\(id)' has weight \(weight): a weight must be 0 or more; correct its households or priority"
        case .weightOverflow(let id):
            "the weights add up to more than 9,007,199,254,740,992 at target '\(id)': use a coarser priority scale"
        case .targetCountMismatch(let weights, let ids):
            "\(weights) target weights but \(ids) target ids: give exactly one id per weight"
        case .targetOutOfRange(let id, let target, let targets):
            "option '\(id)' covers target index \(target), but targets run from 0 to \(targets - 1): rebuild its cover set"
        case .unknownMustCover(let target, let targets):
            "must-cover target index \(target) does not exist, targets run from 0 to \(targets - 1): remove it or add the target"
        case .duplicateOptionID(let id):
            "option id '\(id)' is used more than once: give every option its own id"
        case .duplicateTargetID(let id):
            "target id '\(id)' is used more than once: give every target its own id"
        case .negativeSites(let sites):
            "the number of sites is \(sites): it must be 0 or more"
        case .negativeBudget(let cost):
            "the budget is \(cost) VND: it must be 0 or more"
        case .negativeWantedWeight(let weight):
            "the weight to cover is \(weight): it must be 0 or more"
        case .invalidLimit(let name):
            "the limit '\(name)' must be a number of 0 or more; leave it out for no limit"
        case .tooLarge(let what):
            "too many \(what): at most 2,147,483,647 are supported; split the area"
        case .condition(let sentence): sentence
        case .solverUnavailable:
            "CBC could not create a model: not enough memory, or a broken coinor-libcbc installation"
        }
    }
}
