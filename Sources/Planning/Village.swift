import Geodesy

/// A village (thôn, bản, ấp, tổ dân phố) as the smallest place that is graded.
public struct Village: Hashable, Sendable {
    /// Stable key, unique in a project.
    public var id: String
    /// Name in NFC.
    public var name: String
    /// The centre, WGS 84.
    public var centre: Coordinate
    /// Code of the commune in the vintage that the input uses (34 provinces since 2025-07-01), empty if not known.
    public var communeCode: String
    /// Name of the commune, empty if not known.
    public var communeName: String
    /// Code of the province, empty if not known.
    public var provinceCode: String
    /// Name of the province, empty if not known.
    public var provinceName: String
    /// Number of households, at least 0; nil when not known.
    public var households: Int?
    /// Number of people, at least 0; nil when not known.
    public var population: Int?
    /// Whether it has grid electricity.
    public var electricity: Electricity
    /// Name of the district before 2025-07-01, when districts ended; empty if not known.
    public var formerDistrict = ""
    /// What is known of it, yes or no; what nobody says is absent.
    public var traits: [VillageTrait: Bool] = [:]
    /// True when the coordinate is known only to the arc-minute (about ±0.9 km).
    public var isCoordinateRounded: Bool
    /// True when any attribute of the row was made up for a sample.
    public var isSynthetic: Bool

    /// Makes a village from its parts.
    public init(
        id: String, name: String, centre: Coordinate, communeCode: String = "", communeName: String = "",
        provinceCode: String = "", provinceName: String = "", households: Int? = nil, population: Int? = nil,
        electricity: Electricity = .unknown, isCoordinateRounded: Bool = false, isSynthetic: Bool = false
    ) {
        self.id = id
        self.name = name
        self.centre = centre
        self.communeCode = communeCode
        self.communeName = communeName
        self.provinceCode = provinceCode
        self.provinceName = provinceName
        self.households = households
        self.population = population
        self.electricity = electricity
        self.isCoordinateRounded = isCoordinateRounded
        self.isSynthetic = isSynthetic
    }
}
