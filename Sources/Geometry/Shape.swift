import Geodesy

/// What a row of a file can show on a map, in two dimensions and WGS 84.
public enum Shape: Hashable, Sendable {
    /// One place.
    case point(Coordinate)
    /// Several places.
    case multiPoint([Coordinate])
    /// One line.
    case lineString([Coordinate])
    /// Several lines.
    case multiLineString([[Coordinate]])
    /// An area, of one part or many.
    case polygon(MultiPolygon)
    /// A geometry that is there but holds nothing, such as `POINT EMPTY`.
    case empty

    /// The smallest box around the shape; nil when it is empty. O(vertices).
    public var boundingBox: BoundingBox? {
        switch self {
        case .point(let place): BoundingBox(CollectionOfOne(place))
        case .multiPoint(let places), .lineString(let places): BoundingBox(places)
        case .multiLineString(let lines): BoundingBox(lines.joined())
        case .polygon(let area): area.boundingBox
        case .empty: nil
        }
    }

    /// Every place of the shape in order; rings one after the other.
    public var coordinates: [Coordinate] {
        switch self {
        case .point(let place): [place]
        case .multiPoint(let places), .lineString(let places): places
        case .multiLineString(let lines): Array(lines.joined())
        case .polygon(let area): area.polygons.flatMap { $0.rings.joined() }
        case .empty: []
        }
    }
}
