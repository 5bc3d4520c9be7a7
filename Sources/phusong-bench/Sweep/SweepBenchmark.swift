import Foundation
import Geodesy
import Radio
import Terrain

/// Measures sweeps over the real tile and a finer grid made of it, and checks them against paths one by one.
struct SweepBenchmark {
    let options: SweepOptions
    /// Told what is being done.
    let progress: (String) -> Void

    private struct Key: Hashable, Sendable {
        var work: String
        var bands: Int
        var threads: Int
    }

    func run() throws -> SweepResult {
        let scene = SweepScene(options: options)
        let tile = try scene.tile()
        progress("resampling the tile")
        let fine = try scene.refined(tile)
        let grids = try [
            grid("real tile", tile, scene), grid("resampled, \(SweepOptions.refinement) posts for one", fine, scene),
        ]
        return SweepResult(
            build: BuildKind.name, cores: ProcessInfo.processInfo.activeProcessorCount, repetitions: options.repetitions,
            radiusKm: options.radiusKm, grids: grids, growth: options.measuresGrowth ? try growth(fine, scene) : [],
            peakBytes: PeakMemory.bytes())
    }

    private func grid(_ name: String, _ grid: TerrainGrid, _ scene: SweepScene) throws -> SweepResult.Grid {
        let sweep = try scene.sweep(grid)
        var samples = LinkSamples<Key>()
        var keys: [Key] = []
        var reference: [Key: [SignalWindow]] = [:]
        var cells = 0
        for round in 0..<options.repetitions {
            progress("\(name), round \(round + 1) of \(options.repetitions)")
            for bands in [1, 3] {
                let transmitter = scene.transmitter(bands: bands)
                let polar = Key(work: "radials", bands: bands, threads: 1)
                _ = try samples.measure(polar) { try sweep.polar(from: transmitter) }
                if round == 0 { keys.append(polar) }
                for threads in options.threads {
                    let key = Key(work: "radials and raster", bands: bands, threads: threads)
                    let windows = try samples.measure(key) { try sweep.window(from: transmitter, threads: threads) }
                    if round == 0 { keys.append(key) }
                    let same = Key(work: "", bands: bands, threads: 0)
                    guard let first = reference[same] else {
                        reference[same] = windows
                        cells = windows[0].valuesDBm.count { !$0.isNaN }
                        continue
                    }
                    try BenchmarkFailure.check(
                        windows.map { $0.valuesDBm.map(\.bitPattern) }, first.map { $0.valuesDBm.map(\.bitPattern) },
                        "\(threads) threads change the raster")
                }
            }
        }
        let timings = keys.compactMap { key -> SweepResult.Timing? in
            guard let seconds = samples.wall.spread(key), let processor = samples.processor.spread(key) else { return nil }
            return SweepResult.Timing(
                work: key.work, bands: key.bands, threads: key.threads, radialSamples: sweep.radialSamples, cells: cells, seconds: seconds,
                processorSeconds: processor, samplesPerProcessorSecond: processor.rate(of: sweep.radialSamples),
                cellsPerProcessorSecond: processor.rate(of: cells))
        }
        progress("\(name), exact paths")
        let one = scene.transmitter(bands: 1)
        let comparison = SweepComparison(sweep: sweep, transmitter: one)
        let field = try sweep.polar(from: one)
        let polarSeconds = samples.processor.spread(Key(work: "radials", bands: 1, threads: 1))?.median ?? .nan
        let rasterSeconds = samples.processor.spread(Key(work: "radials and raster", bands: 1, threads: 1))?.median ?? .nan
        let twin = try comparison.twin(
            field, samples: options.comparedSamples, sweepSecondsPerSample: polarSeconds / Double(sweep.radialSamples))
        let errors = try SweepOptions.refinements.map { limit in
            let start = ProcessorTime.seconds()
            let window = try sweep.window(from: one, refiningAboveDB: limit)[0]
            let seconds = ProcessorTime.seconds() - start
            return try comparison.rasterError(
                window, refiningAboveDB: limit, processorSeconds: seconds, cells: options.comparedCells)
        }
        var result = SweepResult.Grid(
            name: name, spacingMeters: sweep.spacingMeters, timings: timings, errors: errors, twin: twin, splat: nil, splatAbsence: nil)
        guard options.measuresSplat else {
            result.splatAbsence = "not asked for"
            return result
        }
        progress("\(name), SPLAT!")
        do {
            let splat = try SplatPeer(options: options).run(grid, site: scene.site)
            result.splat = SweepResult.Splat(
                version: splat.version, seconds: splat.seconds, processorSeconds: splat.processorSeconds,
                timesSweep: splat.processorSeconds / rasterSeconds)
        } catch let absence as SplatPeer.Absence {
            result.splatAbsence = absence.reason
        }
        return result
    }

    /// Radii up to the whole, then more sites at a third of it.
    private func growth(_ grid: TerrainGrid, _ scene: SweepScene) throws -> [SweepResult.Growth] {
        var growth: [SweepResult.Growth] = []
        for (part, sites) in [(0.25, 1), (0.5, 1), (1.0, 1), (1.0 / 3, 1), (1.0 / 3, 4), (1.0 / 3, 16)] {
            let radius = options.radiusKm * part
            progress("growth: \(sites) × \(radius) km")
            let sweep = try scene.sweep(grid, radiusKm: radius)
            let start = ProcessorTime.seconds()
            for number in 0..<sites {
                let place = Geodesic.destination(
                    from: scene.site, azimuthDegrees: Double(number) * 137.5,
                    distanceMeters: options.radiusKm * 20 * Double(number).squareRoot())
                _ = try sweep.window(from: scene.transmitter(bands: 1, at: place))
            }
            let seconds = ProcessorTime.seconds() - start
            let samples = sweep.radialSamples * sites
            growth.append(
                SweepResult.Growth(
                    radiusKm: radius, sites: sites, radialSamples: samples, processorSeconds: seconds,
                    nanosecondsPerSample: 1e9 * seconds / Double(samples)))
        }
        return growth
    }
}
