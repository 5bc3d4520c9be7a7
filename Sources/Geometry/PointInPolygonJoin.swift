import Dispatch
import Geodesy
import Synchronization

/// Finds which of many polygons cover which of many points.
///
/// The points stand in one GEOS tree, built once and shared read-only. Threads take polygons in blocks, each with a GEOS context of
/// its own. A polygon is copied into GEOS, asks the tree for the points in its box and, when there are any, is prepared and asked;
/// all that and its end are the work of one thread. With n points, m polygons and k pairs of point and box: O(n log n + m log n + k log v) for
/// polygons of v vertices.
public struct PointInPolygonJoin: Sendable {
    /// The points as given.
    public let points: [Coordinate]
    private let tree: BoxTree

    /// Builds the tree. O(n log n).
    /// - Throws: ``GeometryError`` naming the first point that is not finite (`coordinateNotFinite`), or with code `tooMany`.
    public init(points: [Coordinate]) throws(GeometryError) {
        if let bad = points.firstIndex(where: { !($0.longitude.isFinite && $0.latitude.isFinite) }) {
            throw GeometryError(
                code: .coordinateNotFinite, index: bad,
                reason: "the point is no number (\(points[bad].longitude), \(points[bad].latitude))",
                remedy: "Leave rows without coordinates out")
        }
        self.points = points
        tree = try BoxTree(count: points.count) { BoundingBox(CollectionOfOne(points[$0])) }
    }

    /// The polygons that cover each point, boundaries included; the same for any number of threads.
    ///
    /// Polygons should be valid (see ``MultiPolygon/validityDefect()``): where one crosses or overlaps itself, GEOS counts the ground
    /// enclosed twice as outside.
    /// - Parameter threads: 1 or more; more than the machine has cores gains nothing.
    /// - Throws: ``GeometryError`` naming the lowest polygon index that is broken.
    public func polygonsCovering(_ polygons: [MultiPolygon], threads: Int = 1) throws(GeometryError) -> CoveringPolygons {
        guard polygons.count < Int(Int32.max) else {
            throw GeometryError(code: .tooMany, reason: "\(polygons.count) polygons do not fit one join", remedy: "Split the input")
        }
        let blocks = try pairs(polygons, threads: max(1, threads))
        var offsets = [Int](repeating: 0, count: points.count + 1)
        for block in blocks {
            for pair in block { offsets[Int(pair.point) + 1] += 1 }
        }
        for index in points.indices { offsets[index + 1] += offsets[index] }
        // Blocks ascend by polygon, so filling in their order leaves every point's list sorted.
        var next = offsets
        var indices = [Int32](repeating: 0, count: offsets[points.count])
        for block in blocks {
            for pair in block {
                indices[next[Int(pair.point)]] = pair.polygon
                next[Int(pair.point)] += 1
            }
        }
        return CoveringPolygons(offsets: offsets, polygonIndices: indices)
    }

    private struct Pair {
        let point: Int32
        let polygon: Int32
    }

    /// Polygons to a block: enough to make sharing out cheap, few enough that threads end together.
    private static let blockLength = 256

    /// The pairs found, block by block in the order of the polygons.
    private func pairs(_ polygons: [MultiPolygon], threads: Int) throws(GeometryError) -> [[Pair]] {
        let blockCount = (polygons.count + Self.blockLength - 1) / Self.blockLength
        let results = Mutex([Result<[Pair], GeometryError>?](repeating: nil, count: blockCount))
        let nextBlock = Atomic(0)
        let hasFailed = Atomic(false)
        DispatchQueue.concurrentPerform(iterations: min(threads, max(1, blockCount))) { _ in
            let found = NumberBuffer()
            while !hasFailed.load(ordering: .relaxed) {
                let block = nextBlock.add(1, ordering: .relaxed).oldValue
                guard block < blockCount else { return }
                let range = block * Self.blockLength..<min(polygons.count, (block + 1) * Self.blockLength)
                let result = Result { () throws(GeometryError) in try pairs(polygons, range, found) }
                if case .failure = result { hasFailed.store(true, ordering: .relaxed) }
                results.withLock { $0[block] = result }
            }
        }
        // Blocks are handed out in order and every one begun is ended, so the first failure met here is that of the lowest index.
        var blocks: [[Pair]] = []
        for case let result? in results.withLock({ $0 }) { blocks.append(try result.get()) }
        return blocks
    }

    private func pairs(_ polygons: [MultiPolygon], _ range: Range<Int>, _ found: NumberBuffer) throws(GeometryError) -> [Pair] {
        let context = try GEOSContext()
        var pairs: [Pair] = []
        for index in range {
            do {
                try collect(polygons[index], Int32(index), into: &pairs, found, context)
            } catch {
                throw error.at(index)
            }
        }
        return pairs
    }

    private func collect(
        _ area: MultiPolygon, _ index: Int32, into pairs: inout [Pair], _ found: NumberBuffer, _ context: GEOSContext
    ) throws(GeometryError) {
        // Copied even where no point is near: a broken polygon is an error everywhere, and GEOS knows the box.
        let geometry = try GEOSGeometry(area, in: context)
        tree.collect(meeting: geometry.pointer, into: found, context)
        guard !found.numbers.isEmpty else { return }
        // Preparing pays from the first point on: GEOS's general predicate takes 12 µs where this takes 2 (60 vertices).
        let prepared = try PreparedArea(geometry)
        for number in found.numbers where try prepared.covers(points[Int(number)], context) {
            pairs.append(Pair(point: number, polygon: index))
        }
    }
}
