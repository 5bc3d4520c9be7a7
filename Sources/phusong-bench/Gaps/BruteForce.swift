import Geodesy
import Geometry

/// Every village against every polygon, on one thread, by another method than the join's: even–odd over plain rings, without any index.
struct BruteForce: Sendable {
    let areas: [MultiPolygon]
    private let boxes: [BoundingBox?]

    init(_ areas: [MultiPolygon]) {
        self.areas = areas
        boxes = areas.map(\.boundingBox)
    }

    /// The polygons that cover a place, ascending. Places exactly on an edge may fall on either side.
    /// - Parameter testsBoxFirst: looks at the polygon's box before its edges.
    func polygonsCovering(_ place: Coordinate, testsBoxFirst: Bool) -> [Int32] {
        areas.indices.compactMap { number in
            if testsBoxFirst, !(boxes[number]?.contains(place) ?? false) { return nil }
            return Self.covers(areas[number], place) ? Int32(number) : nil
        }
    }

    private static func covers(_ area: MultiPolygon, _ place: Coordinate) -> Bool {
        var isInside = false
        for part in area.polygons {
            if crossesOddly(part.exterior, place) { isInside.toggle() }
            for hole in part.holes where crossesOddly(hole, place) { isInside.toggle() }
        }
        return isInside
    }

    private static func crossesOddly(_ ring: [Coordinate], _ place: Coordinate) -> Bool {
        guard var previous = ring.last else { return false }
        var isOdd = false
        for next in ring {
            if (next.latitude > place.latitude) != (previous.latitude > place.latitude) {
                let share = (place.latitude - next.latitude) / (previous.latitude - next.latitude)
                if place.longitude < next.longitude + share * (previous.longitude - next.longitude) { isOdd.toggle() }
            }
            previous = next
        }
        return isOdd
    }
}
