import Foundation
import Geodesy
import Geometry

/// A made-up footprint: an outer ring of 60 places around a mast with irregular radii of 1 to 6 km.
///
/// One in ten has a hole, one in ten a second, detached part. All are valid by construction: rings run by angle around their own centre,
/// holes stay within 0.6 km of it, and second parts lie beyond 6 km. Outer rings run counter-clockwise, holes clockwise.
enum SyntheticFootprint {
    /// Places on the outer ring, the closing one not counted.
    static let ringPlaces = 60

    static func area(at mast: Coordinate, using generator: inout SeededGenerator) -> MultiPolygon {
        let base = Double.random(in: 1.8...4.2, using: &generator)
        let waves = [(2.0, 0.3), (3.0, 0.2), (7.0, 0.12)].map { count, height in
            (count: count, height: height, phase: Double.random(in: 0..<2 * .pi, using: &generator))
        }
        let exterior = ring(at: mast, places: ringPlaces) { angle in
            let wavy = waves.reduce(1) { $0 + $1.height * sin($1.count * angle + $1.phase) }
            return min(6, max(1, base * wavy * Double.random(in: 0.92...1.08, using: &generator)))
        }
        var holes: [[Coordinate]] = []
        if Double.random(in: 0..<1, using: &generator) < 0.1 {
            holes = [ring(at: mast, places: 12) { _ in Double.random(in: 0.2...0.6, using: &generator) }.reversed()]
        }
        var parts = [Polygon(exterior: exterior, holes: holes)]
        if Double.random(in: 0..<1, using: &generator) < 0.1 {
            let angle = Double.random(in: 0..<2 * .pi, using: &generator)
            let distance = Double.random(in: 7.5...9, using: &generator)
            let centre = Plane.move(mast, eastKm: distance * cos(angle), northKm: distance * sin(angle))
            parts.append(Polygon(exterior: ring(at: centre, places: 20) { _ in Double.random(in: 0.5...1.2, using: &generator) }))
        }
        return MultiPolygon(parts)
    }

    /// A closed ring of places in equal steps of angle, counter-clockwise from the east.
    private static func ring(at centre: Coordinate, places: Int, radiusKm: (_ angle: Double) -> Double) -> [Coordinate] {
        var ring: [Coordinate] = []
        ring.reserveCapacity(places + 1)
        for number in 0..<places {
            let angle = Double(number) * 2 * .pi / Double(places)
            let radius = radiusKm(angle)
            ring.append(Plane.move(centre, eastKm: radius * cos(angle), northKm: radius * sin(angle)))
        }
        ring.append(ring[0])
        return ring
    }
}
