import Geodesy

/// The edges of one area sorted into slabs of latitude, so that a place meets only the edges beside it.
///
/// Immutable: any number of threads may ask at once. GEOS 3.11's prepared geometries build their index during the first query, which
/// makes them unsafe to share.
struct EdgeSlabs: Sendable {
    private struct Edge {
        var a: Coordinate
        var b: Coordinate
    }

    let boundingBox: BoundingBox?
    private let slabsPerDegree: Double
    private let lastSlab: Int
    /// Edges of slab i are `edges[starts[i]..<starts[i + 1]]`; an edge stands in every slab it passes.
    private let starts: [Int32]
    private let edges: [Edge]

    /// Sorts the edges. O(edges) for compact shapes; rings must be free of structure defects.
    init(_ area: MultiPolygon) {
        boundingBox = area.boundingBox
        let edgeCount = area.vertexCount
        guard let box = boundingBox, edgeCount < Int(Int32.max) / 4 else {
            (slabsPerDegree, lastSlab, starts, edges) = (0, 0, [0, 0], [])
            return
        }
        // About eight edges to a slab: finer slabs only repeat the same edges.
        let slabCount = max(1, min(edgeCount / 8, 4096))
        let height = box.north - box.south
        let perDegree = height > 0 ? Double(slabCount) / height : 0
        let last = slabCount - 1
        // Monotone in latitude, rounding included: an edge that reaches a place's latitude stands in that place's slab.
        func slab(_ latitude: Double) -> Int { min(last, max(0, Int((latitude - box.south) * perDegree))) }

        var starts = [Int32](repeating: 0, count: slabCount + 1)
        Self.forEachEdge(of: area) { a, b in
            for number in slab(min(a.latitude, b.latitude))...slab(max(a.latitude, b.latitude)) { starts[number + 1] += 1 }
        }
        for number in 0..<slabCount { starts[number + 1] += starts[number] }
        var next = starts
        let nowhere = Coordinate(longitude: 0, latitude: 0)
        var edges = [Edge](repeating: Edge(a: nowhere, b: nowhere), count: Int(starts[slabCount]))
        Self.forEachEdge(of: area) { a, b in
            for number in slab(min(a.latitude, b.latitude))...slab(max(a.latitude, b.latitude)) {
                edges[Int(next[number])] = Edge(a: a, b: b)
                next[number] += 1
            }
        }
        (slabsPerDegree, lastSlab, self.starts, self.edges) = (perDegree, last, starts, edges)
    }

    /// Whether the area covers a place, its boundary included. Exact; time grows with the edges at the place's latitude.
    func covers(_ place: Coordinate) -> Bool {
        guard let box = boundingBox, box.contains(place) else { return false }
        let slab = min(lastSlab, max(0, Int((place.latitude - box.south) * slabsPerDegree)))
        var count = CrossingCount(place)
        edges.withUnsafeBufferPointer { edges in
            for number in Int(starts[slab])..<Int(starts[slab + 1]) { count.add(edges[number].a, edges[number].b) }
        }
        return count.isCovered
    }

    private static func forEachEdge(of area: MultiPolygon, _ body: (Coordinate, Coordinate) -> Void) {
        for part in area.polygons {
            for ring in CollectionOfOne(part.exterior) + part.holes {
                for (a, b) in zip(ring, ring.dropFirst()) { body(a, b) }
            }
        }
    }
}
