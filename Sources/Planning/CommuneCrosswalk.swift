/// From the wards of the 63 provinces to the communes of the 34, by code and by name.
public struct CommuneCrosswalk: Hashable, Sendable {
    /// The old wards, by code.
    public let wards: [FormerWard]
    /// The 2025 communes, by code.
    public let communes: [CurrentCommune]
    /// Island districts that had no ward (Bạch Long Vĩ, Cồn Cỏ, Hoàng Sa, Lý Sơn, Côn Đảo); their `code` is empty.
    public let districtsWithoutWards: [FormerWard]
    /// Codes that wards lead to and no commune has, with the ward: defects of the source, by ward.
    public let strayLinks: [StrayLink]
    /// Communes that the two sources give different codes: the code that wards lead to, and the commune's own. By code.
    ///
    /// Taken for one commune only where wards lead to a code that no commune of their province has while exactly one commune of that
    /// province has no ward. (Ba Chẽ, Quảng Ninh: 06970 and 06978.)
    public let codeDifferences: [CodeDifference]

    /// A ward that leads to a code that no commune has.
    public struct StrayLink: Hashable, Sendable {
        /// The old ward.
        public let wardCode: String
        /// The code it leads to.
        public let communeCode: String
    }

    /// One commune under two codes.
    public struct CodeDifference: Hashable, Sendable {
        /// The code that wards lead to.
        public let linkedCode: String
        /// The code in the list of communes.
        public let communeCode: String
    }

    let wardIndex: [String: Int]
    let communeIndex: [String: Int]
    let names: CommuneNameIndex

    /// Joins wards and communes. The order of the arguments does not matter. A code that stands twice keeps its first row.
    ///
    /// Complexity: O(n log n).
    public init(wards: [FormerWard], communes: [CurrentCommune]) {
        var currents: [CurrentCommune] = []
        var byCode: [String: Int] = [:]
        for commune in communes.sorted(by: { $0.code < $1.code }) where byCode[commune.code] == nil {
            byCode[commune.code] = currents.count
            currents.append(commune)
        }
        var formers: [FormerWard] = []
        var islands: [FormerWard] = []
        var wardsByCode: [String: Int] = [:]
        for ward in wards.sorted(by: { ($0.code, $0.districtCode) < ($1.code, $1.districtCode) }) where wardsByCode[ward.code] == nil {
            guard !ward.code.isEmpty else {
                islands.append(ward)
                continue
            }
            wardsByCode[ward.code] = formers.count
            formers.append(ward)
        }
        codeDifferences = Self.differences(formers + islands, currents, byCode)
        for difference in codeDifferences { byCode[difference.linkedCode] = byCode[difference.communeCode] }
        var stray: [StrayLink] = []
        for ward in formers + islands {
            for code in ward.communeCodes {
                if let position = byCode[code] {
                    if !ward.code.isEmpty { currents[position].formerWardCodes.append(ward.code) }
                } else {
                    stray.append(StrayLink(wardCode: ward.code, communeCode: code))
                }
            }
        }
        self.wards = formers
        self.communes = currents
        districtsWithoutWards = islands
        strayLinks = stray
        wardIndex = wardsByCode
        communeIndex = byCode
        names = CommuneNameIndex(wards: formers + islands, communes: currents, communeIndex: byCode, wardIndex: wardsByCode)
    }

    private static func differences(
        _ wards: [FormerWard], _ communes: [CurrentCommune], _ known: [String: Int]
    ) -> [CodeDifference] {
        let linked = Set(wards.flatMap(\.communeCodes))
        let unlinked = Dictionary(grouping: communes.filter { !linked.contains($0.code) }, by: \.provinceCode)
        // The province of a stray code is that of the communes that other wards of the same old province lead to.
        var provinces: [String: Set<String>] = [:]
        for ward in wards {
            for code in ward.communeCodes {
                if let position = known[code] { provinces[ward.provinceCode, default: []].insert(communes[position].provinceCode) }
            }
        }
        var found: [String: Set<String>] = [:]
        for ward in wards {
            for code in ward.communeCodes where known[code] == nil {
                found[code, default: []].formUnion(provinces[ward.provinceCode] ?? [])
            }
        }
        return found.sorted { $0.key < $1.key }.compactMap { code, provinces in
            guard provinces.count == 1, let province = provinces.first, let candidates = unlinked[province], candidates.count == 1,
                found.values.count(where: { $0.contains(province) }) == 1
            else { return nil }
            return CodeDifference(linkedCode: code, communeCode: candidates[0].code)
        }
    }

    /// The 2025 communes that hold an old ward; several, each with `isPart`, when it was divided; none when the code is unknown.
    public func communes2025(oldWardCode: String) -> [CommuneMatch] {
        guard let position = wardIndex[CommuneCode.normalized(oldWardCode)] else { return [] }
        return matches(of: wards[position], name: nil)
    }

    /// The commune with a 2025 code, with the old wards it holds; nil when there is none.
    public func commune2025(code: String) -> CurrentCommune? {
        communeIndex[CommuneCode.normalized(code)].map { communes[$0] }
    }

    /// The ward with an old code; nil when there is none.
    public func formerWard(code: String) -> FormerWard? {
        wardIndex[CommuneCode.normalized(code)].map { wards[$0] }
    }

    func matches(of ward: FormerWard, name: PlaceNameMatch?) -> [CommuneMatch] {
        ward.communeCodes.compactMap { code in
            communeIndex[code].map {
                CommuneMatch(
                    commune: communes[$0], formerWardCode: ward.code.isEmpty ? nil : ward.code, isPart: ward.wasDivided, name: name)
            }
        }
    }

    /// Two crosswalks of the same wards and communes are equal.
    public static func == (left: CommuneCrosswalk, right: CommuneCrosswalk) -> Bool {
        left.wards == right.wards && left.communes == right.communes && left.districtsWithoutWards == right.districtsWithoutWards
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(wards)
        hasher.combine(communes)
        hasher.combine(districtsWithoutWards)
    }
}

/// How a commune code is written.
public enum CommuneCode {
    /// Five digits: spreadsheets drop leading zeros (`691` for `00691`) and write numbers as `691.0`. Anything else is left alone.
    public static func normalized(_ text: String) -> String {
        var digits = Substring(text)
        if digits.hasSuffix(".0") { digits = digits.dropLast(2) }
        guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return text }
        return String(repeating: "0", count: 5 - digits.utf8.count) + digits
    }
}
