import Dispatch
import Geodesy
import Synchronization

/// Finds which of many polygons cover which of many points.
///
/// The points stand in one tree, built once and shared read-only. Threads take polygons in blocks; each polygon asks the tree for the
/// points in its box and tests them exactly: edge by edge when that is cheap, through ``EdgeSlabs`` when many points meet many edges.
/// With n points, m polygons and k pairs of point and box: O(n log n + m log n + k).
public struct PointInPolygonJoin: Sendable {
    /// How much is asked of the polygons.
    public enum Validity: Sendable {
        /// Rings must be rings (closed, finite, four places); where an area crosses itself, ground enclosed twice counts as outside.
        case ringsOnly
        /// GEOS checks every polygon first, which takes longer than the join itself.
        case full
    }

    /// The points as given.
    public let points: [Coordinate]
    /// For each place along the curve of ``SpatialOrder``, which point stands there. The tree and the pairs number points this way.
    private let order: [Int32]
    /// The points along the curve.
    private let sorted: [Coordinate]
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
        let order = SpatialOrder.positions(of: points)
        let sorted = order.map { points[Int($0)] }
        (self.points, self.order, self.sorted) = (points, order, sorted)
        tree = try BoxTree(count: sorted.count) { BoundingBox(CollectionOfOne(sorted[$0])) }
    }

    /// For every point the ascending indices of the polygons that cover it, boundary included. The same for any number of threads.
    /// - Parameters:
    ///   - threads: 1 or more; more than the machine has cores gains nothing.
    ///   - validity: see ``Validity``.
    /// - Throws: ``GeometryError`` naming the lowest polygon index that is broken.
    public func polygonsCovering(
        _ polygons: [MultiPolygon], threads: Int = 1, validity: Validity = .ringsOnly
    ) throws(GeometryError) -> CoveringPolygons {
        guard polygons.count < Int(Int32.max) else {
            throw GeometryError(code: .tooMany, reason: "\(polygons.count) polygons do not fit one join", remedy: "Split the input")
        }
        let blocks = try pairs(polygons, threads: max(1, threads), validity: validity)
        var counts = [Int](repeating: 0, count: points.count)
        for block in blocks {
            for pair in block { counts[Int(pair.point)] += 1 }
        }
        var offsets = [Int](repeating: 0, count: points.count + 1)
        for (place, count) in counts.enumerated() { offsets[Int(order[place]) + 1] = count }
        for index in points.indices { offsets[index + 1] += offsets[index] }
        // Blocks ascend by polygon, so filling in their order leaves every point's list sorted.
        var next = order.map { offsets[Int($0)] }
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
        /// Place along the curve.
        let point: Int32
        let polygon: Int32
    }

    /// Polygons to a block: enough to make sharing out cheap, few enough that threads end together.
    private static let blockLength = 256

    /// The pairs found, block by block in the order of the polygons.
    private func pairs(_ polygons: [MultiPolygon], threads: Int, validity: Validity) throws(GeometryError) -> [[Pair]] {
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
                let result = Result { () throws(GeometryError) in try pairs(polygons, range, validity, found) }
                if case .failure = result { hasFailed.store(true, ordering: .relaxed) }
                results.withLock { $0[block] = result }
            }
        }
        // Blocks are handed out in order and every one begun is ended, so the first failure met here is that of the lowest index.
        var blocks: [[Pair]] = []
        for case let result? in results.withLock({ $0 }) { blocks.append(try result.get()) }
        return blocks
    }

    private func pairs(
        _ polygons: [MultiPolygon], _ range: Range<Int>, _ validity: Validity, _ found: NumberBuffer
    ) throws(GeometryError) -> [Pair] {
        let context = try GEOSContext()
        var pairs: [Pair] = []
        for index in range {
            let area = polygons[index]
            if let defect = area.structureDefect() { throw defect.at(index) }
            if validity == .full, let defect = try area.validityDefect() {
                throw GeometryError(
                    code: .invalidArea, index: index, reason: "the polygon is invalid (\(defect))", remedy: "Repair it or leave it out")
            }
            guard let box = area.boundingBox else { continue }
            tree.collect(meeting: box, into: found, context)
            // Sorting edges into slabs costs about as much as testing some ten points against all of them.
            if found.numbers.count > 24 && area.vertexCount > 128 {
                let slabs = EdgeSlabs(area)
                for number in found.numbers where slabs.covers(sorted[Int(number)]) {
                    pairs.append(Pair(point: number, polygon: Int32(index)))
                }
            } else {
                for number in found.numbers {
                    var count = CrossingCount(sorted[Int(number)])
                    count.add(area)
                    if count.isCovered { pairs.append(Pair(point: number, polygon: Int32(index))) }
                }
            }
        }
        return pairs
    }
}
