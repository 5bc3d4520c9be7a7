import CGDAL
import Geodesy
import Geometry

/// What became of a file's geometry.
struct OGRShape {
    var shape: Shape?
    /// Why there is no shape.
    var defect: String?
    /// What was left out of a shape that is there.
    var leftOut: String?

    /// Reads a geometry: heights and measures are dropped, curves become chains of short lines.
    static func read(_ geometry: OGRGeometryH) -> OGRShape {
        let type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))
        if OGR_G_IsEmpty(geometry) != 0 { return OGRShape(shape: .empty) }
        guard OGR_GT_IsNonLinear(type) != 0, let linear = OGR_G_GetLinearGeometry(geometry, 0, nil) else { return flat(geometry, type) }
        defer { OGR_G_DestroyGeometry(linear) }
        return flat(linear, OGR_GT_Flatten(OGR_G_GetGeometryType(linear)))
    }

    private static func flat(_ geometry: OGRGeometryH, _ type: OGRwkbGeometryType) -> OGRShape {
        switch type {
        case wkbPoint: return OGRShape(shape: places(geometry).first.map { .point($0) } ?? .empty)
        case wkbMultiPoint: return OGRShape(shape: .multiPoint(parts(geometry).flatMap(places)))
        case wkbLineString: return OGRShape(shape: .lineString(places(geometry)))
        case wkbMultiLineString: return OGRShape(shape: .multiLineString(parts(geometry).map(places).filter { !$0.isEmpty }))
        case wkbPolygon, wkbMultiPolygon: return OGRShape(shape: .polygon(MultiPolygon(polygons(geometry))))
        case wkbGeometryCollection:
            var areas: [Polygon] = []
            var others = 0
            collectAreas(geometry, into: &areas, others: &others)
            guard !areas.isEmpty else { return OGRShape(defect: "a geometry collection without any polygon is not supported") }
            return OGRShape(
                shape: .polygon(MultiPolygon(areas)),
                leftOut: others > 0 ? "\(others) points or lines of a geometry collection were left out, its polygons were kept" : nil)
        default:
            let name = OGRGeometryTypeToName(type).map { String(cString: $0) } ?? "\(type.rawValue)"
            return OGRShape(defect: "geometries of type \(name) are not supported")
        }
    }

    private static func collectAreas(_ geometry: OGRGeometryH, into areas: inout [Polygon], others: inout Int) {
        for part in parts(geometry) where OGR_G_IsEmpty(part) == 0 {
            switch OGR_GT_Flatten(OGR_G_GetGeometryType(part)) {
            case wkbPolygon, wkbMultiPolygon: areas += polygons(part)
            case wkbGeometryCollection: collectAreas(part, into: &areas, others: &others)
            default: others += 1
            }
        }
    }

    private static func parts(_ geometry: OGRGeometryH) -> [OGRGeometryH] {
        (0..<max(0, OGR_G_GetGeometryCount(geometry))).compactMap { OGR_G_GetGeometryRef(geometry, $0) }
    }

    private static func polygons(_ geometry: OGRGeometryH) -> [Polygon] {
        guard OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) == wkbPolygon else { return parts(geometry).flatMap(polygons) }
        let rings = parts(geometry).map(places)
        guard let exterior = rings.first, !exterior.isEmpty else { return [] }
        return [Polygon(exterior: exterior, holes: rings.dropFirst().filter { !$0.isEmpty })]
    }

    private static func places(_ geometry: OGRGeometryH) -> [Coordinate] {
        let count = Int(max(0, OGR_G_GetPointCount(geometry)))
        guard count > 0 else { return [] }
        let nowhere = Coordinate(longitude: .nan, latitude: .nan)
        var places = [Coordinate](repeating: nowhere, count: count)
        // Two doubles in a row, x first: GDAL writes straight into the array.
        let stride = Int32(MemoryLayout<Coordinate>.stride)
        places.withUnsafeMutableBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            _ = OGR_G_GetPoints(geometry, start, stride, start + MemoryLayout<Double>.stride, stride, nil, 0)
        }
        return places
    }
}
