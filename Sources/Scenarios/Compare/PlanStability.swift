import Geodesy

extension Comparison {
    /// Which places are in how many of the plans.
    public struct Stability: Codable, Hashable, Sendable {
        /// A place where at least one plan builds.
        public struct Site: Codable, Hashable, Sendable {
            /// Id of the candidate place.
            public var id: String
            /// Degrees east, WGS 84, as the first of these plans has it.
            public var lon: Double
            /// Degrees north, WGS 84, likewise.
            public var lat: Double
            /// The runs whose plans build there, in the order of the comparison.
            public var runs: [String]
            /// Whether the place is made up.
            public var synthetic: Bool
        }

        /// Number of plans.
        public var plans: Int
        /// Number of places that every plan builds at.
        public var inAll: Int
        /// Number of places in more than one plan and not in all.
        public var inSome: Int
        /// Number of places in one plan alone.
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
        var found: [Site] = []
        var positions: [String: Int] = [:]
        for (name, plan) in planned {
            for site in plan.sites {
                // A place may have another id in another run.
                let known =
                    positions[site.id].flatMap {
                        SamePlace.holds(Coordinate(longitude: found[$0].lon, latitude: found[$0].lat), site.place) ? $0 : nil
                    }
                    ?? found.firstIndex {
                        SamePlace.holds(Coordinate(longitude: $0.lon, latitude: $0.lat), site.place) && $0.runs.last != name
                    }
                let position = known ?? found.count
                if known == nil { found.append(Site(id: site.id, lon: site.lon, lat: site.lat, runs: [], synthetic: site.synthetic)) }
                found[position].runs.append(name)
                positions[site.id] = position
            }
        }
        plans = planned.count
        sites = found.sorted { ($1.runs.count, $0.id) < ($0.runs.count, $1.id) }
        inAll = sites.count { $0.runs.count == planned.count }
        inOne = sites.count { $0.runs.count == 1 }
        inSome = sites.count - inAll - inOne
    }
}
