import Planning

extension Comparison {
    /// What money buys: the plans as points, those that no other beats, and what no plan can reach.
    public struct Frontier: Codable, Hashable, Sendable {
        /// One plan by its cost and what it brings.
        public struct Point: Codable, Hashable, Sendable {
            /// What the comparison calls the run.
            public var run: String
            /// What the plan costs, in đồng.
            public var costVND: Int64
            /// Newly covered, as far as they are known.
            public var households: Int64
            /// True where no other plan of the same problem costs no more and covers no less, and one of them better.
            public var isEfficient: Bool
        }

        /// What a plan under a budget cannot exceed.
        public struct Ceiling: Codable, Hashable, Sendable {
            /// Up to this money…
            public var costVND: Int64
            /// …no plan covers more: a proven bound, with estimates where households are not known, so that it holds for the known ones as well.
            public var households: Int64
        }

        /// The runs of one problem: the same options, costs and dead zones, whatever the goal.
        public struct Band: Codable, Hashable, Sendable {
            /// By cost.
            public var points: [Point]
            /// By cost, never falling; from runs with a budget.
            public var ceilings: [Ceiling]
        }

        /// The problems of the compared runs, in the order in which each comes first.
        public var bands: [Band]
    }
}

extension Comparison.Frontier {
    /// Nil without a plan.
    ///
    /// - Throws: `StoreError` when a layer of candidates cannot be read.
    init?(_ runs: [RunSnapshot]) throws(StoreError) {
        var groups: [(key: String, runs: [(run: RunSnapshot, plan: PlanDocument)])] = []
        for run in runs {
            guard let plan = run.plan, plan.hasPlan else { continue }
            let key = try run.problemKey()
            if let position = groups.firstIndex(where: { $0.key == key }) {
                groups[position].runs.append((run, plan))
            } else {
                groups.append((key, [(run, plan)]))
            }
        }
        guard !groups.isEmpty else { return nil }
        bands = groups.map { group in
            var points = group.runs.map { run, plan in
                // Households where they are known, as everywhere in a plan's site rows.
                let gained = plan.sites.reduce(Int64(0)) { $0 &+ Int64($1.householdsGained) }
                return Point(run: run.name, costVND: plan.costVND, households: gained, isEfficient: true)
            }
            for number in points.indices {
                let mine = points[number]
                points[number].isEfficient = !points.contains {
                    $0.costVND <= mine.costVND && $0.households >= mine.households
                        && ($0.costVND < mine.costVND || $0.households > mine.households)
                }
            }
            points.sort { ($0.costVND, $0.households, $0.run) < ($1.costVND, $1.households, $1.run) }
            let budgets = group.runs.compactMap { _, plan in plan.budgetVND.map { Ceiling(costVND: $0, households: plan.bound) } }
                .sorted { ($0.costVND, $0.households) < ($1.costVND, $1.households) }
            // What holds for more money holds for less.
            var ceilings: [Ceiling] = []
            for ceiling in budgets.reversed() {
                let least = min(ceiling.households, ceilings.last?.households ?? .max)
                if ceilings.last?.costVND == ceiling.costVND { ceilings.removeLast() }
                ceilings.append(Ceiling(costVND: ceiling.costVND, households: least))
            }
            return Band(points: points, ceilings: ceilings.reversed())
        }
    }
}

extension RunSnapshot {
    /// Equal for runs that choose among the same options for the same dead zones under the same conditions: a bound holds for its own problem alone.
    func problemKey() throws(StoreError) -> String {
        var rows = try options().map { ([$0.id, String($0.costVND)] + $0.covers).joined(separator: "\t") }.sorted()
        if let plan {
            rows.append("aimed\t" + plan.answers.deadZones.map(\.id).sorted().joined(separator: "\t"))
            rows += plan.shares.map { "share\t\($0.by)\t\($0.group)\t\($0.minimumPercent)" }.sorted()
            rows.append("must\t" + (plan.mustCover ?? []).sorted().joined(separator: "\t"))
            rows += (plan.operatorBudgetsVND ?? [:]).map { "budget\t\($0.key)\t\($0.value)" }.sorted()
        }
        return Fingerprint.of(rows.joined(separator: "\n"))
    }
}
