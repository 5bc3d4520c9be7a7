import Coverage
import Foundation
import Planning

/// Grades made-up provinces of several sizes by prediction, on one thread and on more, and checks that the verdicts are the same.
struct AnalysisBenchmark {
    /// Degrees of ground in either direction, ascending.
    var degrees: [Int]
    var threads: [Int]
    var repetitions: Int
    var seed: UInt64
    var tell: (String) -> Void

    private struct Key: Hashable, Sendable {
        var degrees: Int
        var threads: Int
    }

    func run() throws -> AnalysisResult {
        var samples = LinkSamples<Key>()
        var sizes: [AnalysisResult.Size] = []
        // The largest ground comes last, so that the peak of each size is its own.
        for degrees in degrees {
            sizes.append(try measure(AnalysisScene(degrees: degrees, seed: seed), &samples))
        }
        let list = threads.map(String.init).joined(separator: ", ")
        return AnalysisResult(
            build: BuildKind.name, cores: ProcessInfo.processInfo.activeProcessorCount, repetitions: repetitions, seed: seed, sizes: sizes,
            checks: ["verdicts are equal on \(list) threads, in every round"])
    }

    private func measure(_ scene: AnalysisScene, _ samples: inout LinkSamples<Key>) throws -> AnalysisResult.Size {
        tell("ground and sites, \(scene.degrees)° × \(scene.degrees)°, \(scene.villageCount) villages")
        let grid = try scene.terrain()
        let world = scene.world(on: grid)
        var first: [VillageVerdict]?
        for round in 1...repetitions {
            for threads in threads {
                tell("\(scene.degrees)°, round \(round) of \(repetitions), \(threads) threads")
                let report = try samples.measure(Key(degrees: scene.degrees, threads: threads)) {
                    try scene.analysis(on: grid, threads: threads).run(world)
                }
                if let first {
                    try BenchmarkFailure.check(report.verdicts, first, "the verdicts differ on \(threads) threads")
                } else {
                    first = report.verdicts
                }
            }
        }
        let verdicts = first ?? []
        func count(_ grade: Grade) -> Int { verdicts.count { $0.grade == grade } }
        let smallest = Key(degrees: degrees[0], threads: 1)
        let factor = Double(AnalysisScene(degrees: degrees[0], seed: seed).villageCount) / Double(world.villages.count)
        return AnalysisResult.Size(
            degrees: scene.degrees, villages: world.villages.count, sites: world.sites.count,
            places: verdicts.reduce(0) { $0 + ($1.extent?.clusters ?? 1) }, covered: count(.covered), partial: count(.partial),
            uncovered: count(.uncovered),
            timings: threads.compactMap { threads in
                let key = Key(degrees: scene.degrees, threads: threads)
                guard let seconds = samples.wall.spread(key), let processor = samples.processor.spread(key) else { return nil }
                return AnalysisResult.Timing(
                    threads: threads, seconds: seconds, processorSeconds: processor,
                    millisecondsPerVillage: seconds.median * 1000 / Double(max(1, world.villages.count)))
            },
            timesAsFastOnTwoThreads: samples.wall.ratio(
                Key(degrees: scene.degrees, threads: 1), to: Key(degrees: scene.degrees, threads: 2)),
            costToSmallest: samples.processor.ratio(Key(degrees: scene.degrees, threads: 1), to: smallest, factor: factor),
            peakBytes: PeakMemory.bytes(), terrainBytes: grid.heightsMeters.count * MemoryLayout<Float>.size)
    }
}
