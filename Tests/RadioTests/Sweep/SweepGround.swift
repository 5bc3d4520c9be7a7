import Foundation
import Geodesy
import Terrain

@testable import Radio

/// Made-up ground for sweeps.
enum SweepGround: CaseIterable {
    case mountains, hills, plain, sea, islands, terraces, cliffs

    /// A grid of about 90 m whose south-west corner stands at 105° E, 21.5° N.
    func grid(posts: Int = 380, postsPerDegree: Double = 1_200, withClutter: Bool = false, seed: UInt64) throws -> TerrainGrid {
        var dice = Dice(seed: seed)
        let step = 1 / postsPerDegree
        var heights = [Float](repeating: 0, count: posts * posts)
        let waves = (0..<9).map { _ in
            (x: dice.number(-0.25...0.25), y: dice.number(-0.25...0.25), phase: dice.number(0...6.28), size: dice.number(0.5...1.6))
        }
        for row in 0..<posts {
            for column in 0..<posts {
                var sum = 0.0
                for wave in waves { sum += wave.size * sine(wave.x * Double(column) + wave.y * Double(row) + wave.phase) }
                let height: Double =
                    switch self {
                    case .mountains: 600 + 160 * sum + dice.number(0...20)
                    case .hills: 120 + 15 * sum + dice.number(0...3)
                    case .plain: 8 + 0.3 * sum
                    case .sea: 0
                    case .islands: max(0, 60 * sum - 150)
                    case .terraces: (sum / 2).rounded() * 40 + 100
                    case .cliffs: sum > 2 ? 700 : 5
                    }
                heights[row * posts + column] = Float(height)
            }
        }
        let clutter: [Float]? =
            withClutter ? (0..<posts * posts).map { _ in dice.number(0...1) < 0.5 ? 0 : dice.pick([10, 15, 20]) } : nil
        return try TerrainGrid(
            west: 105, north: 21.5 + Double(posts - 1) * step, stepLongitude: step, stepLatitude: step, columns: posts, rows: posts,
            heightsMeters: heights, clutterMeters: clutter, surface: .dtm)
    }

    private func sine(_ x: Double) -> Double { sin(x) }
}
