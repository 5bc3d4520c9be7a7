import Foundation
import Geodesy

/// Finds the nearest place on any of many lines, such as roads.
///
/// Built once, O(n log n); then any number of threads may ask at once. Between two vertices a line runs straight in degrees.
/// Segments with coordinates that are not finite are never found.
public struct LineIndex: Sendable {
    /// A run of up to sixteen segments: one entry of the tree. Single segments would make the tree larger than the lines.
    private struct Run {
        let line: Int
        let first: Int
        let last: Int
    }

    private let vertices: [Coordinate]
    private let runs: [Run]
    /// Nil where GEOS could not build one: then every run is looked at, which is slow but right.
    private let tree: BoxTree?

    /// Builds the index. A line of one place is that place; an empty line is never found.
    public init(_ lines: [[Coordinate]]) {
        var vertices: [Coordinate] = []
        var runs: [Run] = []
        vertices.reserveCapacity(lines.reduce(0) { $0 + $1.count })
        for (number, line) in lines.enumerated() where !line.isEmpty {
            let start = vertices.count
            vertices += line
            let end = vertices.count - 1
            var first = start
            repeat {
                let last = min(first + 16, end)
                runs.append(Run(line: number, first: first, last: last))
                first = last
            } while first < end
        }
        self.vertices = vertices
        self.runs = runs
        tree = try? BoxTree(count: runs.count) { BoundingBox(vertices[runs[$0].first...runs[$0].last].lazy.filter(\.isValid)) }
    }

    /// The nearest place on any line within a distance; equal distances go to the lower line. Nil when no line comes so near.
    ///
    /// Exact to a few centimetres at 2 km. Cost grows with the segments near the answer, not with `limitMeters`.
    /// - Parameter limitMeters: metres along the ellipsoid, limit included.
    public func nearestPlace(
        to place: Coordinate, withinMeters limitMeters: Double
    ) -> (place: Coordinate, lineIndex: Int, distanceMeters: Double)? {
        guard place.isValid, limitMeters >= 0 else { return nil }
        // Look nearby first: whatever is found within the reach that was searched is the nearest of all.
        var reach = min(limitMeters, 250)
        while true {
            if let found = nearest(to: place, reachMeters: reach) { return found }
            // Half the way around the Earth is as far as anything can be.
            guard reach < limitMeters, reach < 2.1e7 else { return nil }
            reach = min(limitMeters, reach * 4)
        }
    }

    private func nearest(
        to place: Coordinate, reachMeters: Double
    ) -> (place: Coordinate, lineIndex: Int, distanceMeters: Double)? {
        let plane = LocalPlane(at: place)
        var best: (place: Coordinate, lineIndex: Int, distanceMeters: Double)?
        var shortestInPlane = Double.infinity
        let near = tree?.numbers(around: place, meters: reachMeters) ?? runs.indices.map(Int32.init(truncatingIfNeeded:))
        for number in near {
            let run = runs[Int(number)]
            for index in run.first..<max(run.first + 1, run.last) {
                let near = plane.nearestPlace(from: vertices[index], to: vertices[min(index + 1, run.last)])
                // The plane serves to choose; a margin covers its error, then the ellipsoid decides.
                guard near.distance <= shortestInPlane * 1.02 else { continue }
                shortestInPlane = min(shortestInPlane, near.distance)
                let distance = Geodesic.distanceMeters(place, near.place)
                guard distance <= reachMeters, (distance, run.line) < (best?.distanceMeters ?? .infinity, best?.lineIndex ?? .max)
                else { continue }
                best = (near.place, run.line, distance)
            }
        }
        return best
    }

    /// Metres east and north of a place, with the ellipsoid's own scale there.
    private struct LocalPlane {
        let origin: Coordinate
        let metersPerDegreeEast: Double
        let metersPerDegreeNorth: Double

        init(at origin: Coordinate) {
            let sine = sin(origin.latitude * .pi / 180)
            let eccentricitySquared = 0.006_694_379_990_14
            let shape = 1 - eccentricitySquared * sine * sine
            let degree = 6_378_137 * .pi / 180 / shape.squareRoot()
            self.origin = origin
            metersPerDegreeEast = degree * cos(origin.latitude * .pi / 180)
            metersPerDegreeNorth = degree * (1 - eccentricitySquared) / shape
        }

        func nearestPlace(from a: Coordinate, to b: Coordinate) -> (place: Coordinate, distance: Double) {
            let ax = (a.longitude - origin.longitude) * metersPerDegreeEast
            let ay = (a.latitude - origin.latitude) * metersPerDegreeNorth
            let dx = (b.longitude - a.longitude) * metersPerDegreeEast
            let dy = (b.latitude - a.latitude) * metersPerDegreeNorth
            let length = dx * dx + dy * dy
            let share = length > 0 ? min(1, max(0, -(ax * dx + ay * dy) / length)) : 0
            let (x, y) = (ax + share * dx, ay + share * dy)
            let near =
                share == 0
                ? a
                : share == 1
                    ? b
                    : Coordinate(
                        longitude: a.longitude + share * (b.longitude - a.longitude),
                        latitude: a.latitude + share * (b.latitude - a.latitude))
            return (near, (x * x + y * y).squareRoot())
        }
    }
}
