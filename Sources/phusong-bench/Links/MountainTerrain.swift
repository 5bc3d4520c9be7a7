import Foundation
import Terrain

/// Made-up mountains: value noise in octaves, the same for the same seed whatever the resolution.
struct MountainTerrain: Sendable {
    var seed: UInt64
    /// Posts to a degree: 1,200 at 90 m, 3,600 at 30 m.
    var postsPerDegree: Int
    /// Whole degrees in either direction.
    var degrees: Int

    /// The south-west corner lies in the northern mountains of Viet Nam.
    private static let west = 104.0
    private static let south = 21.0
    /// Lattice cells to a degree in the coarsest octave: ridges about 14 km apart; each further octave halves them, down to 200 m or so.
    private static let coarsest = 8.0
    private static let octaves = 7
    private static let coarsestAmplitudeMeters = 900.0

    /// The posts. Complexity: O(posts).
    func grid() throws(TerrainError) -> TerrainGrid {
        let side = degrees * postsPerDegree + 1
        let step = 1 / Double(postsPerDegree)
        var heights = [Float](repeating: 0, count: side * side)
        for octave in 0..<Self.octaves {
            let frequency = Self.coarsest * Double(1 << octave)
            let amplitude = Self.coarsestAmplitudeMeters / pow(1.9, Double(octave))
            for row in 0..<side {
                add(octave, amplitude: amplitude, frequency: frequency, row: row, side: side, to: &heights)
            }
        }
        return try TerrainGrid(
            west: Self.west, north: Self.south + Double(degrees), stepLongitude: step, stepLatitude: step, columns: side, rows: side,
            heightsMeters: heights, surface: .dsm)
    }

    /// Adds one octave to one row, lattice cell by lattice cell.
    private func add(_ octave: Int, amplitude: Double, frequency: Double, row: Int, side: Int, to heights: inout [Float]) {
        let y = Double(row) / Double(postsPerDegree) * frequency
        let cellY = Int(y)
        let south = Self.smooth(y - Double(cellY))
        var cellX = -1
        var (left, right) = (0.0, 0.0)
        for column in 0..<side {
            let x = Double(column) / Double(postsPerDegree) * frequency
            if Int(x) != cellX {
                cellX = Int(x)
                left = mix(value(octave, cellX, cellY), value(octave, cellX, cellY + 1), south)
                right = mix(value(octave, cellX + 1, cellY), value(octave, cellX + 1, cellY + 1), south)
            }
            heights[row * side + column] += Float(amplitude * mix(left, right, Self.smooth(x - Double(cellX))))
        }
    }

    private func mix(_ a: Double, _ b: Double, _ part: Double) -> Double { a + (b - a) * part }

    private static func smooth(_ part: Double) -> Double { part * part * (3 - 2 * part) }

    /// A number in 0..<1 for a lattice point.
    private func value(_ octave: Int, _ x: Int, _ y: Int) -> Double {
        let place = UInt64(octave) << 56 ^ UInt64(x) << 28 ^ UInt64(y)
        var generator = SeededGenerator(seed: seed ^ place &* 0xD6E8_FEB8_6659_FD93)
        return Double(generator.next() >> 11) * 0x1p-53
    }
}
