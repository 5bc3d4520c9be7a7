import CGDAL
import Geodesy
import Geometry

extension Shape {
    /// A GDAL geometry owned by the caller; outer rings counter-clockwise, holes clockwise. Nil when GDAL cannot make one.
    /// - Parameter asMultiple: lines and areas of one part become multi-part too, for layers of one strict type.
    func makeOGRGeometry(asMultiple: Bool) -> OGRGeometryH? {
        switch self {
        case .point(let place):
            let made = OGR_G_CreateGeometry(wkbPoint)
            OGR_G_SetPoint_2D(made, 0, place.longitude, place.latitude)
            return made
        case .multiPoint(let places):
            return Self.collection(wkbMultiPoint, places.map { Shape.point($0).makeOGRGeometry(asMultiple: false) })
        case .lineString(let places):
            let line = Self.line(wkbLineString, places)
            return asMultiple ? Self.collection(wkbMultiLineString, [line]) : line
        case .multiLineString(let lines):
            return Self.collection(wkbMultiLineString, lines.map { Self.line(wkbLineString, $0) })
        case .polygon(let area):
            let parts = area.rightHanded().polygons.filter { !$0.exterior.isEmpty }
            if parts.count == 1, !asMultiple { return Self.polygon(parts[0]) }
            return Self.collection(wkbMultiPolygon, parts.map(Self.polygon))
        case .empty:
            return OGR_G_CreateGeometry(wkbGeometryCollection)
        }
    }

    /// Well-known text by ISO 19125, whole numbers without point; nil when GDAL cannot make it.
    func wellKnownText() -> String? {
        guard let geometry = makeOGRGeometry(asMultiple: false) else { return nil }
        defer { OGR_G_DestroyGeometry(geometry) }
        var text: UnsafeMutablePointer<CChar>?
        defer { VSIFree(text) }
        guard OGR_G_ExportToIsoWkt(geometry, &text) == OGRERR_NONE, let text else { return nil }
        return String(cString: text)
    }

    private static func polygon(_ part: Polygon) -> OGRGeometryH? {
        collection(wkbPolygon, part.rings.filter { !$0.isEmpty }.map { line(wkbLinearRing, $0) })
    }

    private static func line(_ type: OGRwkbGeometryType, _ places: [Coordinate]) -> OGRGeometryH? {
        guard let line = OGR_G_CreateGeometry(type) else { return nil }
        let stride = Int32(MemoryLayout<Coordinate>.stride)
        places.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            OGR_G_SetPoints(line, Int32(places.count), start, stride, start + MemoryLayout<Double>.stride, stride, nil, 0)
        }
        return line
    }

    /// Takes the parts over, also when it fails.
    private static func collection(_ type: OGRwkbGeometryType, _ parts: [OGRGeometryH?]) -> OGRGeometryH? {
        guard let whole = OGR_G_CreateGeometry(type) else {
            for part in parts { OGR_G_DestroyGeometry(part) }
            return nil
        }
        var hasFailed = false
        for part in parts {
            guard let part, !hasFailed, OGR_G_AddGeometryDirectly(whole, part) == OGRERR_NONE else {
                OGR_G_DestroyGeometry(part)
                hasFailed = true
                continue
            }
        }
        guard !hasFailed else {
            OGR_G_DestroyGeometry(whole)
            return nil
        }
        return whole
    }
}
