import Geodesy

/// Tells which of some areas cover a place; made for few and large areas, such as provinces or communes.
///
/// Built once, O(vertices); then any number of threads may ask at once, about a microsecond each.
public struct AreaIndex: Sendable {
    private let areas: [EdgeSlabs]
    private let tree: BoxTree

    /// Builds the index. Empty areas cover nothing.
    /// - Throws: ``GeometryError`` naming the first area with a ring that is none or a coordinate that is no number.
    public init(_ areas: [MultiPolygon]) throws(GeometryError) {
        var prepared: [EdgeSlabs] = []
        prepared.reserveCapacity(areas.count)
        for (index, area) in areas.enumerated() {
            if let defect = area.structureDefect() { throw defect.at(index) }
            prepared.append(EdgeSlabs(area))
        }
        self.areas = prepared
        tree = try BoxTree(count: prepared.count) { prepared[$0].boundingBox }
    }

    /// Indices of the areas that cover a place, ascending; a place on a common border belongs to both sides.
    public func areas(containing place: Coordinate) -> [Int] {
        let spot = BoundingBox(west: place.longitude, south: place.latitude, east: place.longitude, north: place.latitude)
        // Should GEOS give no context, every area is looked at.
        let numbers = (try? tree.numbers(meeting: spot)) ?? areas.indices.map(Int32.init(truncatingIfNeeded:))
        return numbers.lazy.map(Int.init).filter { areas[$0].covers(place) }
    }
}
