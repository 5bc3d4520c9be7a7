import CGEOS
import Geodesy

extension MultiPolygon {
    /// The ground that lies in both areas.
    /// - Throws: ``GeometryError`` when an area is broken or GEOS gives up on invalid input.
    public func intersection(_ other: MultiPolygon) throws(GeometryError) -> MultiPolygon {
        try overlay(other, "intersect two polygons") { GEOSIntersection_r($0, $1, $2) }
    }

    /// The ground that lies in either area.
    /// - Throws: ``GeometryError`` when an area is broken or GEOS gives up on invalid input.
    public func union(_ other: MultiPolygon) throws(GeometryError) -> MultiPolygon {
        try overlay(other, "unite two polygons") { GEOSUnion_r($0, $1, $2) }
    }

    /// The ground of this area that does not lie in the other.
    /// - Throws: ``GeometryError`` when an area is broken or GEOS gives up on invalid input.
    public func subtracting(_ other: MultiPolygon) throws(GeometryError) -> MultiPolygon {
        try overlay(other, "subtract a polygon") { GEOSDifference_r($0, $1, $2) }
    }

    private func overlay(
        _ other: MultiPolygon, _ deed: String, _ operation: (OpaquePointer, OpaquePointer, OpaquePointer) -> OpaquePointer?
    ) throws(GeometryError) -> MultiPolygon {
        let context = try GEOSContext()
        let mine = try GEOSGeometry(self, in: context)
        let theirs = try GEOSGeometry(other, in: context)
        guard let made = operation(context.handle, mine.pointer, theirs.pointer) else { throw context.failure(deed) }
        return try GEOSGeometry(made, in: context).polygonalParts()
    }
}
