import Geometry

/// A commune or ward (xã, phường) with its area.
public struct Commune: Hashable, Sendable {
    public var code: String
    public var name: String
    public var provinceCode: String
    public var population: Int?
    public var area: MultiPolygon

    public init(code: String, name: String, provinceCode: String = "", population: Int? = nil, area: MultiPolygon) {
        self.code = code
        self.name = name
        self.provinceCode = provinceCode
        self.population = population
        self.area = area
    }
}
