/// The plan, its value, and how good it is known to be.
public struct SitingSolution: Hashable, Sendable, Codable {
    /// How far the solver came.
    public var status: SitingStatus

    /// Whether ``chosen`` is a plan that keeps every constraint. False when infeasible, and when a limit struck before any plan was found.
    public var hasPlan: Bool

    /// Chosen options as indices into ``SitingProblem/options``, in rank order: most newly covered weight per cost first
    /// (per option with `maximizeWithSites`), ties by id.
    public var chosen: [Int]

    /// Chosen links as indices into ``SitingNetwork/links``, one for each chosen option with a node, in the order of ``chosen``.
    public var links: [Int] = []

    /// Newly covered weight when maximising; cost in đồng when minimising. 0 without a plan.
    public var objective: Int64

    /// What no plan can beat, computed by our own code in integers: ≥ ``objective`` when maximising, ≤ when minimising.
    ///
    /// It is rounded towards the safe side and never taken from CBC. Meaningless (0) when infeasible.
    public var bound: Int64

    /// Where ``bound`` comes from: `lagrangian`; with conditions `linear`; `branch-and-bound` when it needed cases; or `trivial` when every multiplier is 0 (all reachable
    /// weight, or 0 đồng).
    public var boundSource: String

    /// |bound − objective| / max(1, objective): the most that a better plan could win, as a fraction. Always finite.
    ///
    /// When minimising it is ≤ 1, and 1 as long as the bound is 0. Without a plan it is 1, when infeasible 0. 0 closes the question; a plan
    /// proven by CBC may keep a gap > 0, because the bound stays our own.
    public var gap: Double

    /// Who proved optimality: `own` when our bound meets the objective, else the solver and its version, such as `cbc 2.10.8`. Only with `optimal`.
    public var proof: String?

    /// Why the status is not `optimal`, in one English sentence with the names concerned.
    public var reason: String?

    /// The same as a code.
    public var reasonCode: SitingReason?

    /// Targets that ``reason`` is about, as indices.
    public var reasonTargets: [Int]

    /// Sum of the costs of the chosen options and links, in đồng.
    public var costVND: Int64

    /// Targets covered by the plan, ascending.
    public var coveredTargets: [Int]

    /// Targets that no option covers, ascending.
    public var unreachableTargets: [Int]

    /// The greedy marginal curve over all options, ignoring budget and number: what each further option would add, until nothing is left
    /// to gain.
    public var curve: [MarginalStep]

    /// For each chosen option, in rank order, the targets that it is the first to cover, ascending.
    public var gains: [[Int]]

    /// The multipliers behind ``bound``, for anyone to recompute it.
    public var certificate: BoundCertificate

    /// Sizes and counts.
    public var facts: SolverFacts
}
