import CGEOS
import Geodesy

extension MultiPolygon {
    /// Whether the area covers a place, its boundary included. O(vertices).
    ///
    /// For many places build an ``AreaIndex`` or a ``PointInPolygonJoin``.
    /// - Throws: ``GeometryError`` with code `coordinateNotFinite`, `brokenRing` or, on an area that is invalid, `libraryFailure`.
    public func contains(_ place: Coordinate) throws(GeometryError) -> Bool {
        if let defect = structureDefect() { throw defect }
        guard place.longitude.isFinite, place.latitude.isFinite else { return false }
        let context = try GEOSContext()
        let area = try GEOSGeometry(self, in: context)
        guard let made = GEOSGeom_createPointFromXY_r(context.handle, place.longitude, place.latitude) else {
            throw context.failure("take a point")
        }
        let point = GEOSGeometry(made, in: context)
        switch GEOSCovers_r(context.handle, area.pointer, point.pointer) {
        case 0: return false
        case 1: return true
        default: throw context.failure("tell whether a polygon covers a point")
        }
    }
}
