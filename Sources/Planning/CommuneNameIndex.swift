/// Names of communes and of the places that they lie in, ready for matching.
struct CommuneNameIndex: Sendable {
    /// A named commune or ward with its surroundings.
    struct Entry: Sendable {
        /// Position in the list of wards (islands behind them) or of communes.
        var position: Int
        var name: PlaceNameKey
        /// Core keys of the districts that it lay in.
        var districts: Set<String>
        /// Core keys of its province in its own vintage.
        var provinces: Set<String>
        /// Core keys of its provinces in the other vintage.
        var otherProvinces: Set<String>
    }

    let wards: [Entry]
    let communes: [Entry]
    /// Entries by core key of the name.
    let wardsByCore: [String: [Int]]
    let communesByCore: [String: [Int]]

    init(wards: [FormerWard], communes: [CurrentCommune], communeIndex: [String: Int], wardIndex: [String: Int]) {
        var cache: [String: String] = [:]
        func province(_ name: String) -> String {
            if let known = cache[name] { return known }
            let core = Self.core(ofProvince: name)
            cache[name] = core
            return core
        }
        func district(_ name: String) -> String { PlaceNameKey(name, kind: .district).core }
        self.wards = wards.enumerated().map { position, ward in
            Entry(
                position: position, name: PlaceNameKey(ward.code.isEmpty ? Self.withoutUnit(ward.districtName) : ward.name, kind: .commune),
                districts: [district(ward.districtName)], provinces: [province(ward.provinceName)],
                otherProvinces: Set(ward.communeCodes.compactMap { communeIndex[$0].map { province(communes[$0].provinceName) } }))
        }
        self.communes = communes.enumerated().map { position, commune in
            let held = commune.formerWardCodes.compactMap { wardIndex[$0].map { wards[$0] } }
            return Entry(
                position: position, name: PlaceNameKey("\(commune.unit) \(commune.name)", kind: .commune),
                districts: Set(held.map { district($0.districtName) }), provinces: [province(commune.provinceName)],
                otherProvinces: Set(held.map { province($0.provinceName) }))
        }
        wardsByCore = Dictionary(grouping: self.wards.indices, by: { [entries = self.wards] in entries[$0].name.core })
        communesByCore = Dictionary(grouping: self.communes.indices, by: { [entries = self.communes] in entries[$0].name.core })
    }

    /// The key of a province; a few are known by other names.
    static func core(ofProvince name: String) -> String {
        let core = PlaceNameKey(name, kind: .province).core
        return other[core] ?? core
    }

    private static let other = [
        "hcm": "hochiminh", "hcmc": "hochiminh", "saigon": "hochiminh", "thuathienhue": "hue", "brvt": "bariavungtau",
        "vungtau": "bariavungtau",
    ]

    private static func withoutUnit(_ district: String) -> String {
        district.split(separator: " ").dropFirst().joined(separator: " ")
    }
}
