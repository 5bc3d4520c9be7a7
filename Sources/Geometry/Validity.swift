import CGEOS
import Geodesy

/// What makes an area invalid, and where.
public struct ValidityDefect: Hashable, Sendable, CustomStringConvertible {
    /// The reason in GEOS's words, such as `Self-intersection`, `Hole lies outside shell`.
    public let reason: String
    /// A place to look at; nil where the defect has none.
    public let place: Coordinate?

    /// Reason and place in one line.
    public var description: String {
        guard let place else { return reason }
        return "\(reason) at \(place.longitude), \(place.latitude)"
    }
}

extension MultiPolygon {
    /// The first thing that makes the area invalid by the rules of OGC Simple Features; nil when it is valid. The empty area is valid.
    ///
    /// Rings of fewer than four places, open rings and coordinates that are no numbers are reported here too, not thrown.
    /// - Throws: ``GeometryError`` with code `libraryFailure`.
    public func validityDefect() throws(GeometryError) -> ValidityDefect? {
        if let defect = structureDefect() {
            return ValidityDefect(reason: defect.reason, place: polygons.lazy.flatMap { $0.rings.joined() }.first { $0.isValid })
        }
        let context = try GEOSContext()
        let geometry = try GEOSGeometry(self, in: context)
        var reason: UnsafeMutablePointer<CChar>?
        var place: OpaquePointer?
        let answer = GEOSisValidDetail_r(context.handle, geometry.pointer, 0, &reason, &place)
        defer {
            if let reason { GEOSFree_r(context.handle, reason) }
            if let place { GEOSGeom_destroy_r(context.handle, place) }
        }
        switch answer {
        case 1: return nil
        case 0:
            var at = Coordinate(longitude: .nan, latitude: .nan)
            if let place {
                _ = GEOSGeomGetX_r(context.handle, place, &at.longitude)
                _ = GEOSGeomGetY_r(context.handle, place, &at.latitude)
            }
            return ValidityDefect(reason: reason.map { String(cString: $0) } ?? "Invalid", place: at.isValid ? at : nil)
        default: throw context.failure("check a polygon")
        }
    }

    /// A valid area that keeps the enclosed ground: shells are united, holes taken off, slivers of lines and points dropped.
    ///
    /// May be empty, when nothing enclosed remains. Rings of fewer than four places are left out.
    ///
    /// Source: GEOS `MakeValid`, method "structure".
    /// - Throws: ``GeometryError`` with code `coordinateNotFinite` or `libraryFailure`.
    public func repaired() throws(GeometryError) -> MultiPolygon {
        let rings = MultiPolygon(
            polygons.compactMap { part in
                guard part.exterior.count >= 4 else { return nil }
                return Polygon(exterior: part.exterior, holes: part.holes.filter { $0.count >= 4 })
            })
        let context = try GEOSContext()
        let geometry = try GEOSGeometry(rings, in: context)
        guard let method = GEOSMakeValidParams_create_r(context.handle) else { throw context.failure("repair a polygon") }
        defer { GEOSMakeValidParams_destroy_r(context.handle, method) }
        guard GEOSMakeValidParams_setMethod_r(context.handle, method, GEOS_MAKE_VALID_STRUCTURE) != 0,
            GEOSMakeValidParams_setKeepCollapsed_r(context.handle, method, 0) != 0,
            let made = GEOSMakeValidWithParams_r(context.handle, geometry.pointer, method)
        else { throw context.failure("repair a polygon") }
        return try GEOSGeometry(made, in: context).polygonalParts()
    }
}
