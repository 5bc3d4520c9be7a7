import Coverage
import Foundation
import Geometry
import Planning

/// Measures joining and grading on a made-up country, and checks everything against everything.
struct GapsBenchmark {
    let options: GapsOptions
    /// Told what is being done.
    let progress: (String) -> Void

    func run() throws -> GapsResult {
        progress("generating \(options.villages) villages and \(options.footprints) footprints")
        let country = SyntheticCountry(villages: options.villages, footprints: options.footprints, seed: options.seed)
        let world = country.world()

        // One pass of each before the clock runs. Memory first: files and other programs would only blur it.
        progress("first pass")
        var memory = GapsResult.Memory(afterGeneratingBytes: PeakMemory.bytes())
        let covering = try world.joined(threads: mostThreads)
        memory.afterJoinBytes = PeakMemory.bytes()
        let report = try world.graded(threads: mostThreads)
        memory.afterGradingBytes = PeakMemory.bytes()

        var rounds = GapsRounds(options: options, world: world, covering: covering, verdicts: report.verdicts)
        let peer = try measure(&rounds, &memory)
        let growth = options.measuresGrowth ? try GrowthBenchmark(options: options, progress: progress).run(country, world) : []
        return GapsResult(
            build: BuildKind.name, cores: ProcessInfo.processInfo.activeProcessorCount, repetitions: options.repetitions,
            data: facts(world, covering, report), timings: rounds.timings, ratios: rounds.ratios, growth: growth, memory: memory,
            peer: peer, checks: rounds.checks)
    }

    private var mostThreads: Int { options.threads.last ?? 1 }

    /// Runs all rounds, with the peer when there is one.
    private func measure(_ rounds: inout GapsRounds, _ memory: inout GapsResult.Memory) throws -> GapsResult.Peer {
        guard let wanted = options.peer else {
            try rounds.run(peer: nil, file: nil, progress)
            return GapsResult.Peer(skipped: "not asked for")
        }
        progress("writing a GeoPackage")
        let file = try ExchangeFile(rounds.world)
        defer { file.remove() }
        do {
            let peer = try SjoinPeer(python: wanted.python, script: wanted.script, data: file)
            defer { peer.end() }
            memory.peerBytes = try rounds.run(peer: peer, file: file, progress)
            return GapsResult.Peer(versions: peer.versions)
        } catch let absence as SjoinPeer.Absence {
            try rounds.run(peer: nil, file: file, progress)
            return GapsResult.Peer(skipped: absence.reason)
        }
    }

    private func facts(_ world: World, _ covering: CoveringPolygons, _ report: GapReport) -> GapsResult.DataFacts {
        GapsResult.DataFacts(
            seed: options.seed, villages: world.villages.count, footprints: world.footprints.count, sites: world.sites.count,
            ringPlaces: world.footprints.reduce(0) { $0 + $1.area.vertexCount },
            withHoles: world.footprints.count { $0.area.polygons.contains { !$0.holes.isEmpty } },
            multipart: world.footprints.count { $0.area.polygons.count > 1 }, pairs: covering.pairCount,
            grades: Dictionary(report.verdicts.map { ($0.grade.rawValue, 1) }, uniquingKeysWith: +))
    }
}
