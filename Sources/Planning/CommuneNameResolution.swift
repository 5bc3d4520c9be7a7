extension CommuneCrosswalk {
    /// The 2025 commune that a commune's name means.
    ///
    /// Looks among the communes of the stated province and district first. Names that agree in their key are taken before similar ones; a
    /// similar one carries its score. Where only the other vintage's province of that name holds the commune, it is found too. A commune
    /// found outside the stated district is offered, never chosen.
    ///
    /// - Parameters:
    ///   - communeName: with or without its unit.
    ///   - districtName: nil or empty where not known. Since 2025 there are none; then the former districts of a commune's wards count.
    ///   - provinceName: of either vintage; nil or empty where not known.
    ///   - vintage: the vintage of the name; nil tries the communes of 2025 first, then the old wards, and both count: when they lead to
    ///     different communes, the answer is ambiguous.
    public func resolve(
        communeName: String, districtName: String? = nil, provinceName: String? = nil, vintage: AdministrativeVintage?
    ) -> CommuneResolution {
        let name = PlaceNameKey(communeName, kind: .commune)
        guard !name.core.isEmpty else { return .none }
        let district = districtName.map { PlaceNameKey($0, kind: .district).core }.flatMap { $0.isEmpty ? nil : $0 }
        let province = provinceName.map(CommuneNameIndex.core(ofProvince:)).flatMap { $0.isEmpty ? nil : $0 }
        switch vintage {
        case .provinces34: return current(name, district, province)
        case .provinces63: return former(name, district, province)
        case nil: return Self.joined(current(name, district, province), former(name, district, province))
        }
    }

    private func current(_ name: PlaceNameKey, _ district: String?, _ province: String?) -> CommuneResolution {
        let (found, match, isElsewhere) = find(name, district, province, names.communes, names.communesByCore)
        return Self.resolution(
            found.map { CommuneMatch(commune: communes[$0], formerWardCode: nil, isPart: false, name: match) }, isElsewhere)
    }

    private func former(_ name: PlaceNameKey, _ district: String?, _ province: String?) -> CommuneResolution {
        let (found, match, isElsewhere) = find(name, district, province, names.wards, names.wardsByCore)
        let all = wards + districtsWithoutWards
        return Self.resolution(found.flatMap { matches(of: all[$0], name: match) }, isElsewhere)
    }

    /// The entries that a name means, as positions.
    private func find(
        _ name: PlaceNameKey, _ district: String?, _ province: String?, _ entries: [CommuneNameIndex.Entry], _ byCore: [String: [Int]]
    ) -> (positions: [Int], match: PlaceNameMatch?, isElsewhere: Bool) {
        func isIn(_ entry: CommuneNameIndex.Entry, _ provinces: KeyPath<CommuneNameIndex.Entry, Set<String>>) -> Bool {
            province.map(entry[keyPath: provinces].contains) ?? true
        }
        let scopes: [(isElsewhere: Bool, holds: (CommuneNameIndex.Entry) -> Bool)] = [
            (false, { isIn($0, \.provinces) && (district.map($0.districts.contains) ?? true) }),
            (false, { isIn($0, \.otherProvinces) && (district.map($0.districts.contains) ?? true) }),
            (true, { isIn($0, \.provinces) || isIn($0, \.otherProvinces) }),
        ]
        // The same key anywhere in scope goes before a similar one.
        for isSimilar in [false, true] {
            let pool = isSimilar ? Array(entries.indices) : Set((byCore[name.core] ?? []) + (byCore[name.key] ?? [])).sorted()
            for scope in scopes {
                // All similar names of the country are no answer.
                if isSimilar, scope.isElsewhere || (district == nil && province == nil) { continue }
                let inScope = pool.filter { scope.holds(entries[$0]) }
                switch PlaceNameChoice(name, among: inScope.map { entries[$0].name }) {
                case .none: continue
                case .one(let index, let match): return ([entries[inScope[index]].position], match, scope.isElsewhere)
                case .ambiguous(let indices, let match): return (indices.map { entries[inScope[$0]].position }, match, scope.isElsewhere)
                }
            }
        }
        return ([], nil, false)
    }

    private static func resolution(_ matches: [CommuneMatch], _ isElsewhere: Bool) -> CommuneResolution {
        // Several wards of one name may have become one commune: then there is nothing to choose, and if all of them were whole, no part.
        var byCode: [String: CommuneMatch] = [:]
        for match in matches {
            if let known = byCode[match.commune.code] {
                byCode[match.commune.code]?.isPart = known.isPart || match.isPart
                byCode[match.commune.code]?.formerWardCode = nil
            } else {
                byCode[match.commune.code] = match
            }
        }
        let distinct = byCode.values.sorted { $0.commune.code < $1.commune.code }
        guard let first = distinct.first else { return .none }
        return distinct.count == 1 && !isElsewhere ? .one(first) : .ambiguous(distinct)
    }

    private static func joined(_ current: CommuneResolution, _ former: CommuneResolution) -> CommuneResolution {
        func all(_ resolution: CommuneResolution) -> [CommuneMatch] {
            switch resolution {
            case .one(let match): [match]
            case .ambiguous(let matches): matches
            case .none: []
            }
        }
        switch (current, former) {
        case (let one, .none): return one
        case (.none, let one): return one
        case (.one(let a), .one(let b)) where a.commune.code == b.commune.code: return current
        // A fuzzy name beside one that agrees is no rival.
        case (.one(let a), _) where !(a.name?.isFuzzy ?? false) && all(former).allSatisfy({ $0.name?.isFuzzy ?? false }): return current
        case (_, .one(let b)) where !(b.name?.isFuzzy ?? false) && all(current).allSatisfy({ $0.name?.isFuzzy ?? false }): return former
        default: return resolution(all(current) + all(former), true)
        }
    }
}
