import Geodesy
import Geometry
import Testing

@testable import Publishing

@Suite struct OutlineTopologyTests {
    private func ring(_ places: [(Double, Double)]) -> MultiPolygon {
        MultiPolygon(exterior: places.map { Coordinate(longitude: $0.0, latitude: $0.1) })
    }

    /// The places of a piece of line, degrees.
    private func places(_ steps: [Int], _ unitsPerDegree: Int) -> [[Double]] {
        var (x, y) = (0, 0)
        return stride(from: 0, to: steps.count, by: 2).map { at in
            (x, y) = (x + steps[at], y + steps[at + 1])
            return [Double(x) / Double(unitsPerDegree), Double(y) / Double(unitsPerDegree)]
        }
    }

    /// A ring put together from its pieces, as the page does it.
    private func outline(_ numbers: [Int], _ topology: OutlineTopology) -> [[Double]] {
        numbers.flatMap { number in
            let line = places(topology.arcs[number < 0 ? -1 - number : number], topology.unitsPerDegree)
            return number < 0 ? line.reversed() : line
        }
    }

    @Test func aSharedBorderIsKeptOnce() throws {
        // Two squares with a bent border between them, one drawn the other way round.
        let west = ring([(0, 0), (1, 0), (1.2, 0.5), (1, 1), (0, 1), (0, 0)])
        let east = ring([(1, 0), (1.2, 0.5), (1, 1), (2, 1), (2, 0), (1, 0)])
        let topology = OutlineTopology([west, east], tolerance: 0.0001)
        #expect(topology.arcs.count == 3)
        let shared = Set(topology.rings[0][0].map { $0 < 0 ? -1 - $0 : $0 }).intersection(
            topology.rings[1][0].map { $0 < 0 ? -1 - $0 : $0 })
        #expect(shared.count == 1)
        let border = places(topology.arcs[try #require(shared.first)], topology.unitsPerDegree)
        #expect(border == [[1, 0], [1.2, 0.5], [1, 1]] || border == [[1, 1], [1.2, 0.5], [1, 0]])
        for (area, corners) in [
            (0, [[0, 0], [1, 0], [1.2, 0.5], [1, 1], [0, 1]]), (1, [[1, 0], [1.2, 0.5], [1, 1], [2, 1], [2, 0]]),
        ] {
            #expect(Set(outline(topology.rings[area][0], topology)) == Set(corners))
        }
    }

    @Test func nothingMovesFartherThanTheTolerance() {
        let wave = (0...100).map { (Double($0) / 100, 0.001 * Double(($0 * 7) % 5)) }
        let area = ring(wave + [(1, 1), (0, 1), (0, 0)])
        let topology = OutlineTopology([area], tolerance: 0.01)
        let line = outline(topology.rings[0][0], topology)
        #expect(line.count < 10)
        #expect(line.contains([0, 1]) && line.contains([1, 1]))
        #expect(OutlineTopology([area], tolerance: 0.0001).arcs.joined().count > 100)
    }

    @Test func anIslandBelowTheToleranceVanishes() {
        let islet = ring([(5, 5), (5.001, 5), (5.001, 5.001), (5, 5.001), (5, 5)])
        #expect(OutlineTopology([islet], tolerance: 0.01).rings == [[]])
        #expect(OutlineTopology([islet], tolerance: 0.0001).rings[0].count == 1)
        #expect(OutlineTopology([], tolerance: 0.01).arcs.isEmpty)
    }

    @Test func brokenRingsAreLeftOut() {
        let flat = ring([(0, 0), (1, 1), (0, 0)])
        let nowhere = ring([(.nan, 0), (0, .infinity), (1, 1), (.nan, 0)])
        #expect(OutlineTopology([flat, nowhere], tolerance: 0.001).rings == [[], []])
    }
}
