import Geodesy

/// Tells which of some areas cover a place; made for few and large areas, such as provinces or communes.
///
/// Built once, O(vertices); then any number of threads may ask at once, without a lock. GEOS 3.11 builds the index of a prepared
/// geometry during its first question, which is not safe among threads. So every area is warmed up here, before anyone else sees it;
/// a lock would make all threads wait for one another at every question instead.
public struct AreaIndex: Sendable {
    private let areas: [PreparedArea]
    private let tree: BoxTree

    /// Builds the index. Empty areas cover nothing.
    /// - Throws: ``GeometryError`` naming the first area with a ring that is none or a coordinate that is no number.
    public init(_ areas: [MultiPolygon]) throws(GeometryError) {
        let context = try GEOSContext()
        var prepared: [PreparedArea] = []
        prepared.reserveCapacity(areas.count)
        for (index, area) in areas.enumerated() {
            do {
                let made = try PreparedArea(try GEOSGeometry(area, in: context))
                try made.warmUp(area)
                prepared.append(made)
            } catch {
                throw error.at(index)
            }
        }
        self.areas = prepared
        tree = try BoxTree(count: areas.count) { areas[$0].boundingBox }
    }

    /// Indices of the areas that cover a place, ascending; a place on a common border belongs to both sides.
    ///
    /// None, should GEOS have no memory left to answer with.
    public func areas(containing place: Coordinate) -> [Int] {
        let spot = BoundingBox(west: place.longitude, south: place.latitude, east: place.longitude, north: place.latitude)
        guard let context = try? GEOSContext() else { return [] }
        let found = NumberBuffer()
        tree.collect(meeting: spot, into: found, context)
        return found.numbers.sorted().lazy.map(Int.init).filter { (try? areas[$0].covers(place, context)) ?? false }
    }
}
