import Geodesy
import Geometry

/// Brings shapes from a file's coordinate reference system to WGS 84.
struct ShapePlacement {
    /// Nil when coordinates are WGS 84 already, or nobody says what they are.
    let transformation: CoordinateTransformation?
    let isSystemKnown: Bool

    /// The shape in WGS 84, or why it has no place there.
    func place(_ shape: Shape) -> (shape: Shape?, defect: String?) {
        let (moved, defect) = move(shape)
        guard let moved, defect == nil, let outside = moved.firstInvalidPlace else { return (moved, defect) }
        let advice = isSystemKnown ? "" : ": no longitude and latitude in degrees, and no coordinate reference system is stated"
        return (moved, "coordinate \(outside.longitude), \(outside.latitude) lies outside ±180° and ±90°\(advice)")
    }

    /// The shape with its coordinates in the other system, whichever it is, or why it has no place there.
    func move(_ shape: Shape) -> (shape: Shape?, defect: String?) {
        let moved: Shape
        do {
            switch shape {
            case .point(let place): moved = .point(try move([place])[0])
            case .multiPoint(let places): moved = .multiPoint(try move(places))
            case .lineString(let places): moved = .lineString(try move(places))
            case .multiLineString(let lines): moved = .multiLineString(try lines.map { try move($0) })
            case .polygon(let area):
                moved = .polygon(
                    MultiPolygon(
                        try area.polygons.map { Polygon(exterior: try move($0.exterior), holes: try $0.holes.map { try move($0) }) }))
            case .empty: return (.empty, nil)
            }
        } catch let error as PlacementFailure {
            return (nil, error.reason)
        } catch {
            return (nil, "\(error)")
        }
        return (moved, nil)
    }

    private struct PlacementFailure: Error {
        let reason: String
    }

    private func move(_ places: [Coordinate]) throws -> [Coordinate] {
        if let bad = places.first(where: { !($0.longitude.isFinite && $0.latitude.isFinite) }) {
            throw PlacementFailure(reason: "a coordinate is no number (\(bad.longitude), \(bad.latitude))")
        }
        guard let transformation else { return places }
        var numbers: [Double] = []
        numbers.reserveCapacity(places.count * 2)
        for place in places {
            numbers.append(place.longitude)
            numbers.append(place.latitude)
        }
        try transformation.transform(interleaved: &numbers)
        return places.indices.map { Coordinate(longitude: numbers[2 * $0], latitude: numbers[2 * $0 + 1]) }
    }
}

extension Shape {
    /// The first place outside ±180° and ±90°.
    fileprivate var firstInvalidPlace: Coordinate? {
        switch self {
        case .point(let place): place.isValid ? nil : place
        case .multiPoint(let places), .lineString(let places): places.first { !$0.isValid }
        case .multiLineString(let lines): lines.lazy.joined().first { !$0.isValid }
        case .polygon(let area): area.polygons.lazy.flatMap { $0.rings.joined() }.first { !$0.isValid }
        case .empty: nil
        }
    }
}
