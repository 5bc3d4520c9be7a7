import Geodesy
import Testing

@testable import Geometry

@Suite struct LineIndexTests {
    private func lines(_ count: Int, _ generator: inout SeededGenerator) -> [[Coordinate]] {
        (0..<count).map { _ in
            var place = Coordinate(
                longitude: Double.random(in: 105...106, using: &generator), latitude: Double.random(in: 21...22, using: &generator))
            return (0..<Int.random(in: 1...70, using: &generator)).map { _ in
                place.longitude += Double.random(in: -0.004...0.005, using: &generator)
                place.latitude += Double.random(in: -0.004...0.005, using: &generator)
                return place
            }
        }
    }

    /// Walks every segment in 200 steps: slow, plain, and independent of planes and trees.
    private func sampledDistance(_ place: Coordinate, _ lines: [[Coordinate]]) -> Double {
        var best = Double.infinity
        for line in lines {
            for (a, b) in zip(line, line.dropFirst().isEmpty ? line[...] : line.dropFirst()) {
                guard min(Geodesic.distanceMeters(place, a), Geodesic.distanceMeters(place, b)) < best + 2_000 else { continue }
                for step in 0...200 {
                    let share = Double(step) / 200
                    let spot = Coordinate(
                        longitude: a.longitude + share * (b.longitude - a.longitude),
                        latitude: a.latitude + share * (b.latitude - a.latitude))
                    best = min(best, Geodesic.distanceMeters(place, spot))
                }
            }
        }
        return best
    }

    @Test func nearestPlaceEqualsSampledLines() throws {
        var generator = SeededGenerator(state: 8)
        let lines = lines(25, &generator)
        let index = LineIndex(lines)
        for _ in 0..<15 {
            let place = Coordinate(
                longitude: Double.random(in: 105...106, using: &generator), latitude: Double.random(in: 21...22, using: &generator))
            let found = try #require(index.nearestPlace(to: place, withinMeters: 200_000))
            let sampled = sampledDistance(place, lines)
            #expect(found.distanceMeters <= sampled + 0.01)
            #expect(found.distanceMeters >= sampled - 2)
            #expect(Geodesic.distanceMeters(place, found.place) == found.distanceMeters)
            let line = lines[found.lineIndex]
            #expect(sampledDistance(found.place, [line]) < 2)
        }
    }

    @Test func limit() throws {
        let road = [Coordinate(longitude: 105, latitude: 21), Coordinate(longitude: 106, latitude: 21)]
        let index = LineIndex([road])
        let place = Geodesic.destination(from: Coordinate(longitude: 105.5, latitude: 21), azimuthDegrees: 0, distanceMeters: 2_000)
        let found = try #require(index.nearestPlace(to: place, withinMeters: 2_001))
        #expect(abs(found.distanceMeters - 2_000) < 0.1 && abs(found.place.longitude - 105.5) < 1e-6)
        #expect(index.nearestPlace(to: place, withinMeters: 1_999) == nil)
    }

    @Test func linesOfOnePlaceEmptyLinesAndTies() throws {
        let spot = Coordinate(longitude: 105, latitude: 21)
        let index = LineIndex([[], [spot], [spot], [Coordinate(longitude: .nan, latitude: 0)]])
        let found = try #require(index.nearestPlace(to: spot, withinMeters: 10))
        #expect(found.lineIndex == 1 && found.distanceMeters == 0)
        #expect(LineIndex([]).nearestPlace(to: spot, withinMeters: 1e9) == nil)
        #expect(index.nearestPlace(to: Coordinate(longitude: .nan, latitude: 0), withinMeters: 10) == nil)
        #expect(index.nearestPlace(to: spot, withinMeters: .nan) == nil)
        #expect(LineIndex([]).nearestPlace(to: spot, withinMeters: .infinity) == nil)
    }
}
