import Geodesy

/// Counts how often a ray from a place to the east crosses the edges of an area: odd is inside.
///
/// Each edge counts half-open in latitude, so that a ray through a vertex counts once or twice as it should. A place on an edge is
/// noticed exactly. One pass over all rings of all parts, holes included, answers for the whole area.
struct CrossingCount {
    let place: Coordinate
    private var isOdd = false
    private var isOnEdge = false

    init(_ place: Coordinate) {
        self.place = place
    }

    /// Whether the area covers the place, its boundary included; valid once every edge was added.
    var isCovered: Bool { isOdd || isOnEdge }

    /// Takes in the edge from `a` to `b`. Edges may come in any order.
    @inline(__always)
    mutating func add(_ a: Coordinate, _ b: Coordinate) {
        // Most edges lie wholly above or below the ray.
        let aIsAbove = a.latitude > place.latitude
        let bIsAbove = b.latitude > place.latitude
        if aIsAbove == bIsAbove {
            // Not crossing; but an edge that only touches the ray's latitude can still pass through the place.
            if !aIsAbove && (a.latitude == place.latitude || b.latitude == place.latitude) { touch(a, b) }
            return
        }
        if a.longitude < place.longitude && b.longitude < place.longitude { return }
        if a.longitude > place.longitude && b.longitude > place.longitude {
            isOdd.toggle()
            return
        }
        let side = orientation(a, b, place)
        if side == 0 {
            isOnEdge = true
        } else if (side > 0) == bIsAbove {
            isOdd.toggle()
        }
    }

    private mutating func touch(_ a: Coordinate, _ b: Coordinate) {
        if a == place || b == place {
            isOnEdge = true
        } else if a.latitude == b.latitude {
            let isBetween = min(a.longitude, b.longitude) < place.longitude && place.longitude < max(a.longitude, b.longitude)
            if isBetween { isOnEdge = true }
        }
    }
}

extension CrossingCount {
    /// Takes in every edge of an area.
    @inline(__always)
    mutating func add(_ area: MultiPolygon) {
        for part in area.polygons {
            add(ring: part.exterior)
            for hole in part.holes { add(ring: hole) }
        }
    }

    @inline(__always)
    private mutating func add(ring: [Coordinate]) {
        ring.withUnsafeBufferPointer { places in
            guard places.count > 1 else { return }
            let latitude = place.latitude
            var wasAbove = places[0].latitude > latitude
            var wasLevel = places[0].latitude == latitude
            // Nearly all edges end here: one look at each vertex, one branch that is seldom taken.
            for index in 1..<places.count {
                let isAbove = places[index].latitude > latitude
                let isLevel = places[index].latitude == latitude
                if (wasAbove != isAbove) || wasLevel || isLevel { add(places[index - 1], places[index]) }
                (wasAbove, wasLevel) = (isAbove, isLevel)
            }
        }
    }
}

extension MultiPolygon {
    /// Whether the area covers a place, its boundary included. O(vertices), exact.
    ///
    /// For many places build an ``AreaIndex`` or a ``PointInPolygonJoin``. Where the area crosses itself, ground enclosed twice is out.
    /// - Throws: ``GeometryError`` with code `coordinateNotFinite` or `brokenRing`.
    public func contains(_ place: Coordinate) throws(GeometryError) -> Bool {
        if let defect = structureDefect() { throw defect }
        guard place.longitude.isFinite, place.latitude.isFinite else { return false }
        var count = CrossingCount(place)
        count.add(self)
        return count.isCovered
    }
}
