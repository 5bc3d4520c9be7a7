import CGEOS
import Geodesy

/// A GEOS geometry owned by Swift: destroyed with its last owner, in the context that made it.
final class GEOSGeometry {
    let pointer: OpaquePointer
    let context: GEOSContext

    /// Takes ownership.
    init(_ pointer: OpaquePointer, in context: GEOSContext) {
        self.pointer = pointer
        self.context = context
    }

    deinit {
        GEOSGeom_destroy_r(context.handle, pointer)
    }

    /// Copies an area into GEOS.
    /// - Throws: ``GeometryError`` with code `coordinateNotFinite` or `brokenRing` instead of letting GEOS see such rings.
    convenience init(_ area: MultiPolygon, in context: GEOSContext) throws(GeometryError) {
        if let defect = area.structureDefect() { throw defect }
        var parts: [OpaquePointer?] = []
        for part in area.polygons where !part.exterior.isEmpty {
            guard let made = Self.polygon(part, context) else {
                for case let part? in parts { GEOSGeom_destroy_r(context.handle, part) }
                throw context.failure("take a polygon")
            }
            parts.append(made)
        }
        if parts.count == 1, let only = parts[0] {
            self.init(only, in: context)
            return
        }
        // GEOS takes the parts over, even when it fails.
        let count = UInt32(parts.count)
        let made = parts.withUnsafeMutableBufferPointer {
            GEOSGeom_createCollection_r(context.handle, Int32(GEOS_MULTIPOLYGON.rawValue), $0.baseAddress, count)
        }
        guard let made else { throw context.failure("take a polygon of several parts") }
        self.init(made, in: context)
    }

    private static func polygon(_ part: Polygon, _ context: GEOSContext) -> OpaquePointer? {
        guard let shell = ring(part.exterior, context) else { return nil }
        var holes: [OpaquePointer?] = []
        for hole in part.holes where !hole.isEmpty {
            guard let made = ring(hole, context) else {
                GEOSGeom_destroy_r(context.handle, shell)
                for case let hole? in holes { GEOSGeom_destroy_r(context.handle, hole) }
                return nil
            }
            holes.append(made)
        }
        let count = UInt32(holes.count)
        return holes.withUnsafeMutableBufferPointer { GEOSGeom_createPolygon_r(context.handle, shell, $0.baseAddress, count) }
    }

    private static func ring(_ places: [Coordinate], _ context: GEOSContext) -> OpaquePointer? {
        // A Coordinate is two doubles in a row, longitude first: GEOS reads the array as it lies.
        let sequence = places.withUnsafeBytes { bytes in
            GEOSCoordSeq_copyFromBuffer_r(
                context.handle, bytes.assumingMemoryBound(to: Double.self).baseAddress, UInt32(places.count), 0, 0)
        }
        guard let sequence else { return nil }
        return GEOSGeom_createLinearRing_r(context.handle, sequence)
    }

    /// Every polygon in the geometry, however deep in collections; lines and points are left out.
    func polygonalParts() throws(GeometryError) -> MultiPolygon {
        var parts: [Polygon] = []
        try Self.collect(pointer, context, into: &parts)
        return MultiPolygon(parts)
    }

    private static func collect(_ geometry: OpaquePointer, _ context: GEOSContext, into parts: inout [Polygon]) throws(GeometryError) {
        switch GEOSGeomTypes(rawValue: UInt32(bitPattern: GEOSGeomTypeId_r(context.handle, geometry))) {
        case GEOS_POLYGON:
            guard GEOSisEmpty_r(context.handle, geometry) == 0 else { return }
            let exterior = try places(GEOSGetExteriorRing_r(context.handle, geometry), context)
            var holes: [[Coordinate]] = []
            for number in 0..<max(0, GEOSGetNumInteriorRings_r(context.handle, geometry)) {
                holes.append(try places(GEOSGetInteriorRingN_r(context.handle, geometry, number), context))
            }
            parts.append(Polygon(exterior: exterior, holes: holes))
        case GEOS_MULTIPOLYGON, GEOS_GEOMETRYCOLLECTION:
            for number in 0..<max(0, GEOSGetNumGeometries_r(context.handle, geometry)) {
                guard let part = GEOSGetGeometryN_r(context.handle, geometry, number) else { continue }
                try collect(part, context, into: &parts)
            }
        default:
            return
        }
    }

    private static func places(_ ring: OpaquePointer?, _ context: GEOSContext) throws(GeometryError) -> [Coordinate] {
        var count: UInt32 = 0
        guard let ring, let sequence = GEOSGeom_getCoordSeq_r(context.handle, ring),
            GEOSCoordSeq_getSize_r(context.handle, sequence, &count) != 0
        else { throw context.failure("give a ring back") }
        var places = [Coordinate](repeating: Coordinate(longitude: 0, latitude: 0), count: Int(count))
        let copied = places.withUnsafeMutableBytes { bytes in
            GEOSCoordSeq_copyToBuffer_r(context.handle, sequence, bytes.assumingMemoryBound(to: Double.self).baseAddress, 0, 0)
        }
        guard copied != 0 else { throw context.failure("give a ring back") }
        return places
    }
}
