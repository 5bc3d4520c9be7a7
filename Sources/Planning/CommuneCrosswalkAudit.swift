/// Every ward and commune run through the crosswalk, by code and by name: what matches, and each that does not.
public struct CommuneCrosswalkAudit: Hashable, Sendable, Codable {
    /// One list of places run through one way.
    public struct Count: Hashable, Sendable, Codable {
        /// Places run through.
        public var total = 0
        /// Led to one commune, the right one.
        public var one = 0
        /// Were divided: led to all their communes, flagged.
        public var divided = 0
        /// Led to several that the name cannot tell apart, the right ones among them.
        public var ambiguous = 0
        /// Led to none.
        public var unmatched = 0
        /// Led elsewhere; must be 0.
        public var wrong = 0

        /// Share that led to the right commune or communes without a choice left open, 0 to 1.
        public var matchRate: Double { total == 0 ? 1 : Double(one + divided) / Double(total) }
    }

    /// A place that did not lead to one commune, or not to the right one.
    public struct Finding: Hashable, Sendable, Codable {
        /// Which way: `wards by code`, `wards by name`, `communes by name`, `communes without wards`, `codes that differ`.
        public var way: String
        /// Code of the ward or commune.
        public var code: String
        /// Its name with its surroundings.
        public var name: String
        /// `ambiguous`, `unmatched`, `wrong` or `remark`.
        public var outcome: String
        /// Where it led.
        public var led: [String]
    }

    /// Old wards, by code.
    public private(set) var wardsByCode = Count()
    /// Old wards, by name with district and province of the time.
    public private(set) var wardsByName = Count()
    /// 2025 communes, by code.
    public private(set) var communesByCode = Count()
    /// 2025 communes, by name without its unit, with province.
    public private(set) var communesByName = Count()
    /// Everything that is not a plain match and no divided ward, in order of the lists.
    public private(set) var findings: [Finding] = []

    /// Runs all through. Complexity: linear where names are in the index.
    public init(_ crosswalk: CommuneCrosswalk) {
        for ward in crosswalk.wards {
            let expected = Set(ward.communeCodes.compactMap { crosswalk.commune2025(code: $0)?.code })
            let name = "\(ward.name), \(ward.districtName), \(ward.provinceName)"
            let matches = crosswalk.communes2025(oldWardCode: ward.code)
            add(\.wardsByCode, "wards by code", ward.code, name, matches, expected, ward.wasDivided)
            let resolution = crosswalk.resolve(
                communeName: ward.name, districtName: ward.districtName, provinceName: ward.provinceName, vintage: .provinces63)
            add(\.wardsByName, "wards by name", ward.code, name, Self.matches(resolution), expected, ward.wasDivided)
        }
        for commune in crosswalk.communes {
            let name = "\(commune.unit) \(commune.name), \(commune.provinceName)"
            let byCode = crosswalk.commune2025(code: commune.code).map {
                [CommuneMatch(commune: $0, formerWardCode: nil, isPart: false, name: nil)]
            }
            add(\.communesByCode, "communes by code", commune.code, name, byCode ?? [], [commune.code], false)
            let resolution = crosswalk.resolve(communeName: commune.name, provinceName: commune.provinceName, vintage: .provinces34)
            add(\.communesByName, "communes by name", commune.code, name, Self.matches(resolution), [commune.code], false)
            if commune.formerWardCodes.isEmpty {
                findings.append(Finding(way: "communes without wards", code: commune.code, name: name, outcome: "remark", led: []))
            }
        }
        for difference in crosswalk.codeDifferences {
            let name = crosswalk.commune2025(code: difference.communeCode)?.name ?? ""
            findings.append(
                Finding(
                    way: "codes that differ", code: difference.linkedCode, name: name, outcome: "remark", led: [difference.communeCode]))
        }
        for link in crosswalk.strayLinks {
            findings.append(
                Finding(
                    way: "codes that lead nowhere", code: link.wardCode, name: crosswalk.formerWard(code: link.wardCode)?.name ?? "",
                    outcome: "unmatched", led: [link.communeCode]))
        }
    }

    private static func matches(_ resolution: CommuneResolution) -> [CommuneMatch] {
        switch resolution {
        case .one(let match): [match]
        case .ambiguous(let matches): matches
        case .none: []
        }
    }

    private mutating func add(
        _ count: WritableKeyPath<CommuneCrosswalkAudit, Count>, _ way: String, _ code: String, _ name: String, _ matches: [CommuneMatch],
        _ expected: Set<String>, _ wasDivided: Bool
    ) {
        self[keyPath: count].total += 1
        let led = Set(matches.map(\.commune.code))
        let outcome: String
        if led.isEmpty {
            self[keyPath: count].unmatched += 1
            outcome = "unmatched"
        } else if led == expected, matches.allSatisfy({ $0.isPart == wasDivided && !($0.name?.isFuzzy ?? false) }) {
            if wasDivided { self[keyPath: count].divided += 1 } else { self[keyPath: count].one += 1 }
            return
        } else if led.count > 1, led.isSuperset(of: expected) {
            self[keyPath: count].ambiguous += 1
            outcome = "ambiguous"
        } else {
            self[keyPath: count].wrong += 1
            outcome = "wrong"
        }
        findings.append(Finding(way: way, code: code, name: name, outcome: outcome, led: led.sorted()))
    }
}
