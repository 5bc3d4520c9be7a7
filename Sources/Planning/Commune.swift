import Geometry

/// A commune or ward (xã, phường) with its area.
public struct Commune: Hashable, Sendable {
    /// Official code in the vintage of the file.
    public var code: String
    /// Name in NFC.
    public var name: String
    /// Official code of the province, empty if not known.
    public var provinceCode: String
    /// Number of people, at least 0; nil when not known.
    public var population: Int?
    /// Its area, WGS 84.
    public var area: MultiPolygon
    /// What is known of all its villages that do not say otherwise.
    public var traits: [VillageTrait: Bool] = [:]

    /// Makes a commune from its parts.
    public init(code: String, name: String, provinceCode: String = "", population: Int? = nil, area: MultiPolygon) {
        self.code = code
        self.name = name
        self.provinceCode = provinceCode
        self.population = population
        self.area = area
    }
}
