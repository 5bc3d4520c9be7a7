import Geometry

/// The area (vùng phủ) that an operator states to be covered by one technology.
public struct Footprint: Hashable, Sendable {
    public var id: String
    public var `operator`: Operator
    public var technology: Technology
    /// The site that the footprint belongs to, empty when the operator does not say.
    public var siteID: String
    /// Valid polygons in WGS 84.
    public var area: MultiPolygon
    public var isSynthetic: Bool

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
