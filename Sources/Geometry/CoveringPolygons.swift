/// For every point of a join, the polygons that cover it: a collection as long as the points.
///
/// Two flat arrays instead of an array of arrays, so that a million pairs cost two allocations.
public struct CoveringPolygons: RandomAccessCollection, Hashable, Sendable {
    /// Where each point's polygons begin in ``polygonIndices``; one more entry than there are points.
    public let offsets: [Int]
    /// Indices of polygons, ascending within a point.
    public let polygonIndices: [Int32]

    init(offsets: [Int], polygonIndices: [Int32]) {
        self.offsets = offsets
        self.polygonIndices = polygonIndices
    }

    /// Always 0.
    public var startIndex: Int { 0 }
    /// Number of points.
    public var endIndex: Int { offsets.count - 1 }
    /// Number of pairs of a point and a polygon that covers it.
    public var pairCount: Int { polygonIndices.count }

    /// The polygons that cover a point, ascending.
    public subscript(point: Int) -> ArraySlice<Int32> {
        polygonIndices[offsets[point]..<offsets[point + 1]]
    }
}
