import Geometry

/// The area (vùng phủ) that an operator states to be covered by one technology.
public struct Footprint: Hashable, Sendable {
    /// Stable key, unique in a project.
    public var id: String
    /// Who states it.
    public var `operator`: Operator
    /// What it is stated for.
    public var technology: Technology
    /// The site that the footprint belongs to, empty when the operator does not say.
    public var siteID: String
    /// Valid polygons in WGS 84.
    public var area: MultiPolygon
    /// True when the footprint was made up for a sample.
    public var isSynthetic: Bool

    /// Makes a footprint from its parts.
    public init(
        id: String, operator: Operator, technology: Technology, siteID: String = "", area: MultiPolygon, isSynthetic: Bool = false
    ) {
        self.id = id
        self.operator = `operator`
        self.technology = technology
        self.siteID = siteID
        self.area = area
        self.isSynthetic = isSynthetic
    }
}
