import Geodesy

/// An area of any number of parts; no part at all is the empty area.
public struct MultiPolygon: Hashable, Sendable {
    /// The parts. In a valid area they touch at most in single points.
    public var polygons: [Polygon]

    /// Makes an area from its parts.
    public init(_ polygons: [Polygon]) {
        self.polygons = polygons
    }

    /// Makes an area of one part.
    public init(exterior: [Coordinate], holes: [[Coordinate]] = []) {
        polygons = [Polygon(exterior: exterior, holes: holes)]
    }

    /// Whether there is nothing: no part with any place.
    public var isEmpty: Bool {
        polygons.allSatisfy { $0.exterior.isEmpty }
    }

    /// The smallest box around the area; nil when it is empty. O(vertices).
    public var boundingBox: BoundingBox? {
        BoundingBox(polygons.lazy.flatMap { $0.exterior })
    }

    /// Number of places in all rings, closing ones included.
    public var vertexCount: Int {
        polygons.reduce(0) { sum, part in part.holes.reduce(sum + part.exterior.count) { $0 + $1.count } }
    }

    /// Area on the WGS 84 ellipsoid in square metres, holes taken off, whatever way the rings run. O(vertices).
    ///
    /// Edges are read as geodesics.
    public var areaSquareMeters: Double {
        polygons.reduce(0) { sum, part in
            part.holes.reduce(sum + abs(Geodesic.signedAreaSquareMeters(ring: part.exterior))) {
                $0 - abs(Geodesic.signedAreaSquareMeters(ring: $1))
            }
        }
    }
}
