import Foundation
import Geometry
import Planning

/// Measures how cost grows from a quarter over a half to the full size, villages and footprints alike, on one thread.
struct GrowthBenchmark {
    let options: GapsOptions
    let progress: (String) -> Void

    private struct Size: Sendable {
        var country: String
        var world: World
    }

    private struct Key: Hashable, Sendable {
        var size: Int
        var isGrading: Bool
    }

    /// - Parameters:
    ///   - full: the country of the main benchmark.
    ///   - world: what it generates.
    func run(_ full: SyntheticCountry, _ world: World) throws -> [GapsResult.Growth] {
        var sizes: [Size] = []
        for (name, keepsDensity) in [("same-density", true), ("same-country", false)] {
            for part in [4, 2] {
                var smaller = full
                smaller.villages /= part
                smaller.footprints /= part
                if keepsDensity { smaller.areaScale /= Double(part) }
                sizes.append(Size(country: name, world: smaller.world()))
            }
            sizes.append(Size(country: name, world: world))
        }
        var samples = Samples<Key>()
        var pairs = [Int](repeating: 0, count: sizes.count)
        for round in 1...options.repetitions {
            progress("growth, round \(round) of \(options.repetitions)")
            for (number, size) in sizes.enumerated() {
                pairs[number] = try samples.measure(Key(size: number, isGrading: false)) { try size.world.joined(threads: 1) }.pairCount
                _ = try samples.measure(Key(size: number, isGrading: true)) { try size.world.graded(threads: 1) }
            }
        }
        return [false, true].flatMap { isGrading in
            sizes.indices.compactMap { number in
                // The smallest of a country comes first of its three.
                let (key, smallest) = (Key(size: number, isGrading: isGrading), Key(size: number / 3 * 3, isGrading: isGrading))
                let factor = Self.nLogN(sizes[number / 3 * 3]) / Self.nLogN(sizes[number])
                guard let seconds = samples.spread(key), let cost = samples.ratio(key, to: smallest, factor: factor) else { return nil }
                let size = sizes[number]
                return GapsResult.Growth(
                    country: size.country, work: isGrading ? "grade" : "join", villages: size.world.villages.count,
                    footprints: size.world.footprints.count, pairs: pairs[number], seconds: seconds,
                    nanosecondsPerNLogN: seconds.median * 1e9 / Self.nLogN(size), costToSmallest: cost,
                    nanosecondsPerPair: seconds.median * 1e9 / Double(max(1, pairs[number])))
            }
        }
    }

    /// N · log₂ N, N being villages and footprints together.
    private static func nLogN(_ size: Size) -> Double {
        let count = Double(size.world.villages.count + size.world.footprints.count)
        return count * log2(max(2, count))
    }
}
