extension Comparison {
    /// Which places are in how many of the plans.
    public struct Stability: Codable, Hashable, Sendable {
        public struct Site: Codable, Hashable, Sendable {
            public var id: String
            public var lon: Double
            public var lat: Double
            /// The runs whose plans build there, in the order of the comparison.
            public var runs: [String]
            public var synthetic: Bool
        }

        /// Number of plans.
        public var plans: Int
        public var inAll: Int
        public var inSome: Int
        public var inOne: Int
        /// Those in most plans first, ties by id.
        public var sites: [Site]
    }
}

extension Comparison.Stability {
    /// Nil for fewer than two plans.
    init?(_ runs: [RunSnapshot]) {
        let planned = runs.compactMap { run in run.plan.map { (run.name, $0) } }
        guard planned.count > 1 else { return nil }
        var found: [String: Site] = [:]
        for (name, plan) in planned {
            for site in plan.sites {
                var row = found[site.id] ?? Site(id: site.id, lon: site.lon, lat: site.lat, runs: [], synthetic: site.synthetic)
                row.runs.append(name)
                found[site.id] = row
            }
        }
        plans = planned.count
        sites = found.values.sorted { ($1.runs.count, $0.id) < ($0.runs.count, $1.id) }
        inAll = sites.count { $0.runs.count == planned.count }
        inOne = sites.count { $0.runs.count == 1 }
        inSome = sites.count - inAll - inOne
    }
}
