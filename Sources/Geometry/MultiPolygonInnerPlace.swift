import CGEOS
import Geodesy

extension MultiPolygon {
    /// A place inside the area, the same each time; nil when the area is empty. O(vertices · log vertices).
    ///
    /// GEOS takes the middle of the widest stretch of a line halfway up the area, so that the place lies well inside even where the centre of
    /// gravity falls into a bay or a hole.
    /// - Throws: ``GeometryError`` with code `coordinateNotFinite`, `brokenRing` or, on an area that is invalid, `libraryFailure`.
    public func innerPlace() throws(GeometryError) -> Coordinate? {
        if isEmpty { return nil }
        let context = try GEOSContext()
        let area = try GEOSGeometry(self, in: context)
        guard let made = GEOSPointOnSurface_r(context.handle, area.pointer) else {
            throw context.failure("find a place inside a polygon")
        }
        let point = GEOSGeometry(made, in: context)
        guard GEOSisEmpty_r(context.handle, point.pointer) == 0 else { return nil }
        var place = Coordinate(longitude: .nan, latitude: .nan)
        guard GEOSGeomGetX_r(context.handle, point.pointer, &place.longitude) == 1,
            GEOSGeomGetY_r(context.handle, point.pointer, &place.latitude) == 1
        else { throw context.failure("read a place inside a polygon") }
        return place
    }
}
