import CGEOS
import Geodesy

/// GEOS's STR tree over numbered boxes, built once and only read afterwards.
///
/// GEOS 3.11 builds the tree during its first query, which is not safe among threads: it is forced here, before anyone else sees it.
/// From then on queries change nothing and may run from any thread, each with a context of its own.
final class BoxTree: @unchecked Sendable {
    private let context: GEOSContext
    private let tree: OpaquePointer
    private let isEmpty: Bool

    /// Builds a tree; boxes that are nil or not finite are left out, their numbers stay. O(n log n).
    /// - Throws: ``GeometryError`` with code `tooMany` or `libraryFailure`.
    init(count: Int, box: (Int) -> BoundingBox?) throws(GeometryError) {
        guard count < Int(Int32.max) else {
            throw GeometryError(code: .tooMany, reason: "\(count) shapes do not fit one index", remedy: "Split the input")
        }
        context = try GEOSContext()
        // Ten children to a node is GEOS's own default.
        guard let tree = GEOSSTRtree_create_r(context.handle, 10) else { throw context.failure("make an index") }
        self.tree = tree
        var inserted = 0
        for number in 0..<count {
            guard let box = box(number), let envelope = Self.geometry(of: box, context) else { continue }
            // GEOS copies the envelope. Numbers travel as addresses, from 1 since nil is no item.
            GEOSSTRtree_insert_r(context.handle, tree, envelope, UnsafeMutableRawPointer(bitPattern: number + 1))
            GEOSGeom_destroy_r(context.handle, envelope)
            inserted += 1
        }
        isEmpty = inserted == 0
        guard let probe = GEOSGeom_createPointFromXY_r(context.handle, 0, 0) else { throw context.failure("build an index") }
        GEOSSTRtree_query_r(context.handle, tree, probe, { _, _ in }, nil)
        GEOSGeom_destroy_r(context.handle, probe)
    }

    deinit {
        GEOSSTRtree_destroy_r(context.handle, tree)
    }

    /// Numbers of the boxes that meet a box, in no order, put into a buffer that is emptied first. O(log n + answers).
    func collect(meeting box: BoundingBox, into found: NumberBuffer, _ context: GEOSContext) {
        found.numbers.removeAll(keepingCapacity: true)
        guard let envelope = Self.geometry(of: box, context) else { return }
        collect(meeting: envelope, into: found, context)
        GEOSGeom_destroy_r(context.handle, envelope)
    }

    /// The same for the box around a geometry.
    func collect(meeting geometry: OpaquePointer, into found: NumberBuffer, _ context: GEOSContext) {
        found.numbers.removeAll(keepingCapacity: true)
        guard !isEmpty else { return }
        GEOSSTRtree_query_r(
            context.handle, tree, geometry,
            { item, buffer in
                guard let item, let buffer else { return }
                Unmanaged<NumberBuffer>.fromOpaque(buffer).takeUnretainedValue().numbers.append(Int32(Int(bitPattern: item) - 1))
            }, Unmanaged.passUnretained(found).toOpaque())
    }

    /// The number whose point is nearest to a place in the plane of degrees; nil when the tree is empty. Items must be points.
    func nearestInPlane(to place: Coordinate, points: [Coordinate]) -> Int? {
        guard !isEmpty, place.longitude.isFinite, place.latitude.isFinite, let handle = GEOS_init_r() else { return nil }
        defer { GEOS_finish_r(handle) }
        guard let probe = GEOSGeom_createPointFromXY_r(handle, place.longitude, place.latitude) else { return nil }
        defer { GEOSGeom_destroy_r(handle, probe) }
        return points.withUnsafeBufferPointer { points in
            var search = PlaneSearch(place: place, points: points)
            return withUnsafeMutablePointer(to: &search) { search in
                // The query takes the address one past the last item, which no item has.
                let found = GEOSSTRtree_nearest_generic_r(
                    handle, tree, UnsafeMutableRawPointer(bitPattern: points.count + 1), probe,
                    { first, second, distance, search in
                        guard let search = search?.assumingMemoryBound(to: PlaneSearch.self).pointee, let distance else { return 0 }
                        let a = search.place(first)
                        let b = search.place(second)
                        let (east, north) = (a.longitude - b.longitude, a.latitude - b.latitude)
                        distance.pointee = (east * east + north * north).squareRoot()
                        return 1
                    }, search)
                let number = Int(bitPattern: found) - 1
                return points.indices.contains(number) ? number : nil
            }
        }
    }

    private struct PlaneSearch {
        let place: Coordinate
        let points: UnsafeBufferPointer<Coordinate>

        func place(_ item: UnsafeRawPointer?) -> Coordinate {
            let number = Int(bitPattern: item) - 1
            return points.indices.contains(number) ? points[number] : place
        }
    }

    private static func geometry(of box: BoundingBox, _ context: GEOSContext) -> OpaquePointer? {
        guard box.west.isFinite, box.south.isFinite, box.east.isFinite, box.north.isFinite else { return nil }
        if box.west == box.east && box.south == box.north {
            return GEOSGeom_createPointFromXY_r(context.handle, box.west, box.south)
        }
        return GEOSGeom_createRectangle_r(context.handle, box.west, box.south, box.east, box.north)
    }
}

/// A list of numbers that a C callback can fill; kept by its owner from query to query.
final class NumberBuffer {
    var numbers: [Int32] = []
}
