import Siting

extension PlanDocument {
    /// Whether this plan should take the place of a stored one for the same inputs.
    ///
    /// A proof stays: an optimal plan, or the proof that there is none, is never given up. An open plan gives way to a proof, to a better
    /// objective, to the same objective with a tighter bound, and to the same for less money.
    public func isBetter(than stored: PlanDocument) -> Bool {
        if stored.isProven { return false }
        if isProven { return true }
        // Without sites there may be no plan at all, at a cost of nothing; any plan is better than that.
        if isMinimising, sites.isEmpty != stored.sites.isEmpty { return stored.sites.isEmpty }
        if objective != stored.objective { return isMinimising ? objective < stored.objective : objective > stored.objective }
        if bound != stored.bound { return isMinimising ? bound > stored.bound : bound < stored.bound }
        return !isMinimising && costVND < stored.costVND
    }

    private var isProven: Bool { status == .optimal || status == .infeasible }
}
