/// What of a world a rule is about, and how much it leaves out.
///
/// Villages that the rule is not about are in no count and no layer; they still bound the assumed rings of their neighbours, so that a village has
/// the same places under every rule. Where the rule counts one operator only, the sites and footprints of all others are left out, whatever they
/// would say: none of them is the nearest, serves, or gives a reason.
public struct RuleScope: Sendable {
    /// The part of the world that the rule is about.
    public let world: World
    /// Villages that the rule is not about, in the order of the input.
    public let villagesLeftOut: [Village]
    /// Sites of operators that do not count, in the order of the input.
    public let sitesLeftOut: [Site]
    /// Number of footprints of operators that do not count.
    public let footprintsLeftOut: Int

    /// Narrows a world to a rule. O(n) for n rows.
    public init(_ world: World, _ rule: CoverageRule) {
        var narrowed = world
        var positions: [Int: Int] = [:]
        var (kept, leftOut): ([Village], [Village]) = ([], [])
        for (position, village) in world.villages.enumerated() {
            if rule.eligibility.judge(village) == .ineligible {
                leftOut.append(village)
            } else {
                positions[position] = kept.count
                kept.append(village)
            }
        }
        if !leftOut.isEmpty {
            narrowed.villages = kept
            narrowed.neighbours = world.neighbours + leftOut.map(\.centre)
            narrowed.clusters = world.clusters.compactMap { cluster in
                positions[cluster.village].map { position in
                    var moved = cluster
                    moved.village = position
                    return moved
                }
            }
        }
        narrowed.evidence.reports = world.evidence.reports.compactMap { report in
            guard report.operator.map(rule.counts) ?? true, let position = positions[report.village] else { return nil }
            var moved = report
            moved.village = position
            return moved
        }
        narrowed.evidence.measurements = world.evidence.measurements.filter { rule.counts($0.operator) }
        if rule.onlyOperator != nil {
            narrowed.sites = world.sites.filter { rule.counts($0.operator) }
            narrowed.footprints = world.footprints.filter { rule.counts($0.operator) }
        }
        self.world = narrowed
        villagesLeftOut = leftOut
        sitesLeftOut = rule.onlyOperator == nil ? [] : world.sites.filter { !rule.counts($0.operator) }
        footprintsLeftOut = world.footprints.count - narrowed.footprints.count
    }
}
