import Planning

extension Comparison {
    /// What every plan would bring under the assumptions of every other run: how much is lost by having believed the wrong one.
    ///
    /// A plan's sites are looked up among the other run's options by place, kind and operators. What cannot be built there brings nothing. Villages are
    /// counted that one site covers by itself, as the optimiser does.
    public struct Regret: Codable, Hashable, Sendable {
        public struct Cell: Codable, Hashable, Sendable {
            /// Households of the dead zones of the assumption that the plan's sites cover.
            public var households: Int
            /// Households that the assumption's own plan covers more; negative where the other plan covers more, at another cost.
            public var regretHouseholds: Int
            /// What the sites cost there, without links of chains.
            public var costVND: Int64
            /// Sites that are no option there.
            public var sitesMissing: Int
        }

        public struct Plan: Codable, Hashable, Sendable {
            public var run: String
            /// In the order of ``Regret/assumptions``.
            public var cells: [Cell]
            /// The largest regret over all assumptions.
            public var largestRegretHouseholds: Int
        }

        /// The runs whose assumptions are tried.
        public var assumptions: [String]
        public var plans: [Plan]
        /// The plan whose largest regret is least; ties to the first.
        public var leastRegretPlan: String
    }
}

extension Comparison.Regret {
    /// Nil for fewer than two plans.
    ///
    /// - Throws: `StoreError` when a layer of candidates cannot be read.
    init?(_ runs: [RunSnapshot]) throws(StoreError) {
        let planned = runs.filter { $0.plan != nil }
        guard planned.count > 1 else { return nil }
        var worlds: [World] = []
        for run in planned { worlds.append(try World(run)) }
        var rows: [Plan] = []
        for run in planned {
            let keys = (run.plan?.sites ?? []).map { [$0.id, $0.option] + $0.operators.map(\.id) }
            var cells: [Cell] = []
            for world in worlds { cells.append(world.cell(keys)) }
            rows.append(Plan(run: run.name, cells: cells, largestRegretHouseholds: 0))
        }
        for row in rows.indices {
            for column in rows[row].cells.indices {
                rows[row].cells[column].regretHouseholds = rows[column].cells[column].households - rows[row].cells[column].households
            }
            rows[row].largestRegretHouseholds = rows[row].cells.map(\.regretHouseholds).max() ?? 0
        }
        assumptions = planned.map(\.name)
        plans = rows
        leastRegretPlan = rows.min { $0.largestRegretHouseholds < $1.largestRegretHouseholds }?.run ?? ""
    }

    /// The options and dead zones of one run.
    private struct World {
        var options: [[String]: PlanOption]
        var households: [String: Int]

        init(_ run: RunSnapshot) throws(StoreError) {
            let all = try run.options()
            options = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
            households = Dictionary(run.villages.map { ($0.id, $0.households) }, uniquingKeysWith: { first, _ in first })
        }

        func cell(_ keys: [[String]]) -> Cell {
            var (covered, cost, missing): (Set<String>, Int64, Int) = ([], 0, 0)
            for key in keys {
                guard let option = options[key] else {
                    missing += 1
                    continue
                }
                covered.formUnion(option.covers)
                cost = cost.addingReportingOverflow(option.costVND).partialValue
            }
            let sum = covered.reduce(0) { $0 &+ (households[$1] ?? 0) }
            return Cell(households: sum, regretHouseholds: 0, costVND: cost, sitesMissing: missing)
        }
    }
}
