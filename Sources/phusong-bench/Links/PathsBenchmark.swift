import Foundation
import Radio
import Terrain

/// Measures predictions along random paths over one grid.
struct PathsBenchmark {
    let options: LinksOptions
    let name: String
    let grid: TerrainGrid
    let spacingMeters: Double
    let lengthKm: Double
    let progress: (String) -> Void

    private enum Work: Hashable, Sendable {
        case shared(SharedPath.Depth, threads: Int)
        case bySite
        case direct
        case growth(pairs: Int)
    }

    private static let villagesPerSite = 50
    private static let oneBand = SharedPath.Depth.finish([.first])
    private static let threeBands = SharedPath.Depth.finish(LinkBand.three)
    /// Losses by both ways may differ by this much, dB: samples lie up to 0.1 mm apart.
    private static let toleranceDB = 0.001

    func run() throws -> LinksResult.Paths {
        progress("\(name): paths")
        let growth = options.measuresGrowth ? [options.pairs, 2 * options.pairs, 4 * options.pairs] : []
        let pairs = LinkPair.random(growth.last ?? options.pairs, lengthKm: lengthKm, in: grid, seed: options.seed)[...]
        let main = pairs.prefix(options.pairs)
        let direct = main.prefix(options.directPairs)
        let bySite = LinkPair.random(
            options.pairs, villagesPerSite: Self.villagesPerSite, lengthKm: lengthKm, in: grid, seed: options.seed)[...]
        let losses = values(main, Self.oneBand, threads: 1)
        let directLosses = try lossesByDirectMethod(direct)
        let agreement = try LinksResult.Agreement(
            with: "direct method", Array(losses.prefix(direct.count)), directLosses, toleranceDB: Self.toleranceDB)

        var samples = LinkSamples<Work>()
        var peaks: [Int: Int] = [:]
        for round in 1...options.repetitions {
            progress("\(name): round \(round) of \(options.repetitions)")
            for depth in [SharedPath.Depth.sample, .scan, Self.threeBands] {
                _ = samples.measure(.shared(depth, threads: 1)) { values(main, depth, threads: 1) }
            }
            _ = samples.measure(.bySite) { values(bySite, Self.oneBand, threads: 1) }
            for threads in options.threads {
                let again = samples.measure(.shared(Self.oneBand, threads: threads)) { values(main, Self.oneBand, threads: threads) }
                try BenchmarkFailure.check(again, losses, "losses differ on \(threads) threads")
            }
            let again = try samples.measure(.direct) { try lossesByDirectMethod(direct) }
            try BenchmarkFailure.check(again, directLosses, "the direct method differs from round to round")
            for count in growth {
                _ = samples.measure(.growth(pairs: count)) { values(pairs.prefix(count), Self.oneBand, threads: 1) }
                peaks[count] = peaks[count] ?? PeakMemory.bytes()
            }
        }
        return try result(samples, peaks, agreement, main, direct.count, growth)
    }

    private func values(_ pairs: ArraySlice<LinkPair>, _ depth: SharedPath.Depth, threads: Int) -> [Double] {
        LinkThreads.values(pairs, grid, spacingMeters: spacingMeters, to: depth, threads: threads)
    }

    private func lossesByDirectMethod(_ pairs: ArraySlice<LinkPair>) throws -> [Double] {
        let path = DirectPath(grid: grid, spacingMeters: spacingMeters)
        return try pairs.map { try path.lossDB($0, .first) }
    }

    private func result(
        _ samples: LinkSamples<Work>, _ peaks: [Int: Int], _ agreement: LinksResult.Agreement, _ main: ArraySlice<LinkPair>,
        _ directCount: Int,
        _ growth: [Int]
    ) throws -> LinksResult.Paths {
        let count = main.count
        var timings = options.threads.compactMap {
            samples.timing("sample + scan + finish, one band", .shared(Self.oneBand, threads: $0), predictions: count, threads: $0)
        }
        timings += [
            samples.timing("the same, pairs by site", .bySite, predictions: count),
            samples.timing("the same, three bands", .shared(Self.threeBands, threads: 1), predictions: 3 * count),
            samples.timing("sample + scan", .shared(.scan, threads: 1), predictions: count),
            samples.timing("sample", .shared(.sample, threads: 1), predictions: count),
            samples.timing("direct method, one band", .direct, predictions: directCount),
        ].compactMap { $0 }
        let one = Work.shared(Self.oneBand, threads: options.threads.first ?? 1)
        let ratio = samples.processor.ratio(.direct, to: one, factor: Double(count) / Double(directCount))
        guard let ratio, let whole = samples.processor.spread(one)?.median,
            let sample = samples.processor.spread(.shared(.sample, threads: 1))?.median,
            let scan = samples.processor.spread(.shared(.scan, threads: 1))?.median
        else { throw BenchmarkFailure("nothing was measured") }
        var path = SharedPath(grid, spacingMeters: spacingMeters)
        let kinds = main.prefix(options.directPairs).map { path.isLineOfSight($0) }
        return LinksResult.Paths(
            name: name, spacingMeters: spacingMeters, lengthKm: lengthKm, posts: grid.columns, pairs: count,
            samplesPerPath: Double(kinds.reduce(0) { $0 + $1.samples }) / Double(kinds.count),
            lineOfSightShare: Double(kinds.count { $0.lineOfSight }) / Double(kinds.count), timings: timings, timesAsFastAsDirect: ratio,
            share: .init(sample: sample / whole, scan: (scan - sample) / whole, finish: (whole - scan) / whole), agreement: agreement,
            growth: growth.compactMap { size in
                guard let seconds = samples.processor.spread(.growth(pairs: size)),
                    let cost = samples.processor.ratio(
                        .growth(pairs: size), to: .growth(pairs: growth[0]), factor: Double(growth[0]) / Double(size))
                else { return nil }
                return LinksResult.Growth(
                    pairs: size, seconds: seconds, microsecondsPerPair: seconds.median / Double(size) * 1e6, costToSmallest: cost,
                    peakBytes: peaks[size])
            })
    }
}

extension LinksResult.Agreement {
    /// Fails where losses lie further apart than the tolerance, or are no numbers.
    init(with other: String, _ ours: [Double], _ theirs: [Double], toleranceDB: Double) throws {
        let differences = zip(ours, theirs).map { abs($0 - $1) }
        let greatest = differences.max() ?? 0
        guard ours.count == theirs.count, !ours.isEmpty, differences.allSatisfy({ $0 <= toleranceDB }) else {
            throw BenchmarkFailure("losses differ from those of the \(other): by up to \(greatest) dB")
        }
        self.init(
            with: other, compared: differences.count, greatestDifferenceDB: greatest,
            meanDifferenceDB: differences.reduce(0, +) / Double(differences.count))
    }
}
