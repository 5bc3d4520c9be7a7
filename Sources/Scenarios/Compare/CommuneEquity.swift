import Coverage

extension Comparison {
    /// How evenly signal is spread over communes, by households in covered villages.
    public struct Equity: Codable, Hashable, Sendable {
        /// One commune of a run.
        public struct Commune: Codable, Hashable, Sendable {
            /// Code, or the name where there is none.
            public var commune: String
            /// Name as the villages state it; empty where they state a code alone.
            public var name: String
            /// Known households of its graded villages, above 0.
            public var households: Int
            /// Of them, those in covered villages.
            public var householdsCovered: Int
        }

        /// By code; villages without commune, of unknown grade, or without known households are left out.
        public var communes: [Commune]
        /// Name of the commune with the least share; null where there is none. Two may have one name: ``communes`` has the codes.
        @ExplicitNull public var leastCommune: String?
        /// Its share, 0…1.
        @ExplicitNull public var leastShare: Double?
        /// Gini coefficient of the shares weighted by households, 0 (all communes alike) … 1; 0 where nobody has signal.
        ///
        /// G = Σᵢ Σⱼ wᵢ wⱼ |sᵢ − sⱼ| / (2 W² s̄), C. Gini 1912 in its weighted form.
        public var gini: Double
    }
}

extension Comparison.Equity {
    /// O(villages + communes²).
    init(_ villages: [RunSnapshot.VillageState]) {
        var found: [String: Commune] = [:]
        for village in villages where village.grade != .unknown && village.households > 0 {
            let key = village.communeCode.isEmpty ? village.commune : village.communeCode
            guard !key.isEmpty else { continue }
            var row = found[key] ?? Commune(commune: key, name: village.commune, households: 0, householdsCovered: 0)
            row.households &+= village.households
            if village.grade == .covered { row.householdsCovered &+= village.households }
            found[key] = row
        }
        communes = found.values.sorted { $0.commune < $1.commune }
        let least = communes.min { $0.share < $1.share }
        (leastCommune, leastShare) = (least?.name, least.map { ($0.share * 1e6).rounded() / 1e6 })
        let weight = communes.reduce(0.0) { $0 + Double($1.households) }
        let covered = communes.reduce(0.0) { $0 + Double($1.householdsCovered) }
        var sum = 0.0
        for (number, one) in communes.enumerated() {
            for other in communes[..<number] { sum += Double(one.households) * Double(other.households) * abs(one.share - other.share) }
        }
        // Each pair stands for two, which takes the 2 away; the mean is covered over all.
        gini = covered > 0 ? (sum / (weight * covered) * 1e6).rounded() / 1e6 : 0
    }
}

extension Comparison.Equity.Commune {
    /// Share of its households in covered villages, 0…1.
    public var share: Double { households > 0 ? Double(householdsCovered) / Double(households) : 0 }
}
