/// A ward or commune as it was until 2025-06-30.
public struct FormerWard: Hashable, Sendable {
    /// Official code of five digits.
    public var code: String
    /// Name with its unit (`Xã Lũng Cú`), NFC.
    public var name: String
    /// Code of its district.
    public var districtCode: String
    /// Name of its district with its unit.
    public var districtName: String
    /// Code of its province among the 63.
    public var provinceCode: String
    /// Name of its province with its unit.
    public var provinceName: String
    /// The 2025 communes that hold a part of it, in the order of the source; one unless it was divided.
    public var communeCodes: [String]

    /// Whether it went to several communes.
    public var wasDivided: Bool { communeCodes.count > 1 }

    /// Makes a ward from its parts.
    public init(
        code: String, name: String, districtCode: String, districtName: String, provinceCode: String, provinceName: String,
        communeCodes: [String]
    ) {
        self.code = code
        self.name = name
        self.districtCode = districtCode
        self.districtName = districtName
        self.provinceCode = provinceCode
        self.provinceName = provinceName
        self.communeCodes = communeCodes
    }
}

/// A commune, ward or special zone since 2025-07-01.
public struct CurrentCommune: Hashable, Sendable {
    /// Official code of five digits.
    public var code: String
    /// Name without its unit, NFC.
    public var name: String
    /// `xã`, `phường` or `đặc khu`.
    public var unit: String
    /// Code of its province among the 34.
    public var provinceCode: String
    /// Name of its province.
    public var provinceName: String
    /// Codes of the wards that it holds, wholly or in part, by code.
    public internal(set) var formerWardCodes: [String] = []

    /// Makes a commune from its parts; the crosswalk fills in the wards.
    public init(code: String, name: String, unit: String, provinceCode: String, provinceName: String) {
        self.code = code
        self.name = name
        self.unit = unit
        self.provinceCode = provinceCode
        self.provinceName = provinceName
    }
}

/// A 2025 commune that an old code or a name leads to.
public struct CommuneMatch: Hashable, Sendable {
    /// The commune.
    public var commune: CurrentCommune
    /// The old ward that led there; nil when the name is the commune's own.
    public var formerWardCode: String?
    /// True when the old ward was divided: the commune holds a part of it only.
    public var isPart: Bool
    /// How the names agreed; nil when a code led there. When `name.isFuzzy`, tell the score.
    public var name: PlaceNameMatch?
}

/// What a name leads to.
public enum CommuneResolution: Hashable, Sendable {
    /// One commune.
    case one(CommuneMatch)
    /// Several, equally good: never chosen without a person. By code. A single entry was found outside the stated district or province.
    case ambiguous([CommuneMatch])
    /// None.
    case none
}
