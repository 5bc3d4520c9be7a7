import Planning

extension Comparison {
    /// What every plan would bring under the assumptions of every other run: how much is lost by having believed the wrong one.
    ///
    /// A plan's site is looked up among the options of its place in the other run, within a metre: the same work and operators where there is one, else the nearest to it.
    /// Where the place is no candidate nothing is built. Households are those of dead zones there, also of villages that the other plan lets
    /// wait, which one site covers by itself; where a rule asks for several operators, a village counts that one site reaches.
    public struct Regret: Codable, Hashable, Sendable {
        /// One plan under one assumption.
        public struct Cell: Codable, Hashable, Sendable {
            /// Households of the dead zones of the assumption that the plan's sites cover.
            public var households: Int
            /// Households that the assumption's own plan covers more; negative where the other plan covers more, at another cost.
            public var regretHouseholds: Int
            /// What the sites cost there, without links of chains.
            public var costVND: Int64
            /// Sites whose place is no candidate there.
            public var sitesMissing: Int
            /// Sites that are built otherwise there: another mast, other operators, new instead of upgraded.
            public var sitesOtherwise: Int
            /// Whether the sites cost more than the budget there, without links of chains, or are more than the number allowed there: such a plan could
            /// not be built in full. Budgets of single operators are not looked at.
            public var exceedsLimit: Bool
        }

        /// One plan under every assumption.
        public struct Plan: Codable, Hashable, Sendable {
            /// The run that the plan is of.
            public var run: String
            /// In the order of ``Regret/assumptions``.
            public var cells: [Cell]
            /// The largest regret over all assumptions.
            public var largestRegretHouseholds: Int
        }

        /// The runs whose assumptions are tried.
        public var assumptions: [String]
        /// The plans of the same runs, in the order of ``assumptions``.
        public var plans: [Plan]
        /// The plan whose largest regret is least, of those that exceed nobody's limit, where there are any; of several the first.
        public var leastRegretPlan: String
        /// All such plans, in the order given.
        public var leastRegretPlans: [String]
    }
}

extension Comparison.Regret {
    /// Nil for fewer than two plans.
    ///
    /// - Throws: `StoreError` when a layer of candidates cannot be read.
    init?(_ runs: [RunSnapshot]) throws(StoreError) {
        let planned = runs.compactMap { run in run.plan.map { (run: run, plan: $0) } }
        guard planned.count > 1 else { return nil }
        var worlds: [World] = []
        for (run, plan) in planned { worlds.append(try World(run, plan)) }
        var rows: [Plan] = []
        for (run, plan) in planned {
            rows.append(Plan(run: run.name, cells: worlds.map { $0.cell(plan.sites) }, largestRegretHouseholds: 0))
        }
        for row in rows.indices {
            for column in rows[row].cells.indices {
                rows[row].cells[column].regretHouseholds = rows[column].cells[column].households - rows[row].cells[column].households
            }
            rows[row].largestRegretHouseholds = rows[row].cells.map(\.regretHouseholds).max() ?? 0
        }
        // Whoever spends more than the others may regrets little: that is no merit.
        let within = rows.filter { !$0.cells.contains(where: \.exceedsLimit) }
        let rivals = within.isEmpty ? rows : within
        let least = rivals.map(\.largestRegretHouseholds).min()
        assumptions = planned.map(\.run.name)
        plans = rows
        leastRegretPlans = rivals.filter { $0.largestRegretHouseholds == least }.map(\.run)
        leastRegretPlan = leastRegretPlans.first ?? ""
    }

    /// The options, limits and dead zones of one run.
    private struct World {
        var options: [String: [PlanOption]]
        var households: [String: Int]
        var budgetVND: Int64?
        var sites: Int?

        init(_ run: RunSnapshot, _ plan: PlanDocument) throws(StoreError) {
            options = Dictionary(grouping: try run.options(), by: \.candidate)
            households = Dictionary(run.villages.map { ($0.id, $0.households) }, uniquingKeysWith: { first, _ in first })
            budgetVND = plan.budgetVND
            sites = plan.sitesLimit
        }

        /// Those of a site's place, whatever it is called there.
        private func options(of site: PlanDocument.ProposedSite) -> [PlanOption] {
            // Ids of places that a search has found may mean another place in another run.
            let own = (options[site.id] ?? []).filter { $0.place.map { SamePlace.holds($0, site.place) } ?? true }
            if !own.isEmpty { return own }
            return options.values.joined().filter { $0.place.map { SamePlace.holds($0, site.place) } ?? false }
        }

        func cell(_ sites: [PlanDocument.ProposedSite]) -> Cell {
            var cell = Cell(
                households: 0, regretHouseholds: 0, costVND: 0, sitesMissing: 0, sitesOtherwise: 0, exceedsLimit: false)
            var covered: Set<String> = []
            for site in sites {
                guard let option = options(of: site).min(by: { $0.distance(to: site) < $1.distance(to: site) }) else {
                    cell.sitesMissing += 1
                    continue
                }
                if !option.isBuilt(like: site) { cell.sitesOtherwise += 1 }
                covered.formUnion(option.covers)
                let (cost, overflow) = cell.costVND.addingReportingOverflow(option.costVND)
                cell.costVND = overflow ? .max : cost
            }
            cell.households = covered.reduce(0) { $0 &+ (households[$1] ?? 0) }
            cell.exceedsLimit = budgetVND.map { cell.costVND > $0 } ?? self.sites.map { sites.count - cell.sitesMissing > $0 } ?? false
            return cell
        }
    }
}

extension PlanOption {
    fileprivate func isBuilt(like site: PlanDocument.ProposedSite) -> Bool {
        word == site.option && Set(operators) == Set(site.operators.map(\.id))
    }

    /// How unlike a site an option of its place is: by operators first, then by work and mast, the cheaper one and the smaller id last.
    fileprivate func distance(to site: PlanDocument.ProposedSite) -> Distance {
        func work(_ word: String) -> Substring { word.prefix { !$0.isNumber } }
        return Distance(
            operators: Set(operators).symmetricDifference(site.operators.map(\.id)).count, work: work(word) == work(site.option) ? 0 : 1,
            mastMeters: abs(mastHeightMeters - site.mastHeightMeters), costVND: costVND, id: id)
    }

    fileprivate struct Distance: Comparable {
        var operators: Int
        var work: Int
        var mastMeters: Double
        var costVND: Int64
        var id: String

        static func < (a: Distance, b: Distance) -> Bool {
            (a.operators, a.work, a.mastMeters, a.costVND, a.id) < (b.operators, b.work, b.mastMeters, b.costVND, b.id)
        }
    }
}
