import CGEOS
import Geodesy

@testable import Geometry

/// What GEOS itself says, by its general predicate: neither our crossing count nor an index takes part.
enum GEOSOracle {
    static func covers(_ area: MultiPolygon, _ places: [Coordinate]) throws -> [Bool] {
        let context = try GEOSContext()
        let geometry = try GEOSGeometry(area, in: context)
        return places.map { place in
            guard let point = GEOSGeom_createPointFromXY_r(context.handle, place.longitude, place.latitude) else { return false }
            defer { GEOSGeom_destroy_r(context.handle, point) }
            return GEOSCovers_r(context.handle, geometry.pointer, point) == 1
        }
    }
}
