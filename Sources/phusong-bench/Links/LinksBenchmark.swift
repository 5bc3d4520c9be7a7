import Foundation

/// Measures link predictions over made-up mountains, and checks them against the plain way.
struct LinksBenchmark {
    let options: LinksOptions
    /// Told what is being done.
    let progress: (String) -> Void

    func run() throws -> LinksResult {
        var memory = [LinksResult.Memory(stage: "start", peakBytes: PeakMemory.bytes())]
        func note(_ stage: String) { memory.append(LinksResult.Memory(stage: stage, peakBytes: PeakMemory.bytes())) }

        progress("terrain of 90 m, 2° × 2°")
        let coarse = try MountainTerrain(seed: options.seed, postsPerDegree: 1_200, degrees: 2).grid()
        note("grid of 90 m, 2° × 2°")
        let coarsePaths = try PathsBenchmark(
            options: options, name: "90 m, 30 km", grid: coarse, spacingMeters: 90, lengthKm: 30, progress: progress
        ).run()
        note("paths of 90 m, 30 km")

        progress("terrain of 30 m, 1° × 1°")
        let fine = try MountainTerrain(seed: options.seed, postsPerDegree: 3_600, degrees: 1).grid()
        note("grid of 30 m, 1° × 1°")
        let finePaths = try PathsBenchmark(
            options: options, name: "30 m, 10 km", grid: fine, spacingMeters: 30, lengthKm: 10, progress: progress
        ).run()
        let model = try ModelBenchmark(options: options, grid: fine, progress: progress).run()
        note("paths of 30 m, 10 km, and the model alone")

        let threads = options.threads.map(String.init).joined(separator: ", ")
        return LinksResult(
            build: BuildKind.name, cores: ProcessInfo.processInfo.activeProcessorCount, repetitions: options.repetitions,
            seed: options.seed,
            paths: [coarsePaths, finePaths], modelAlone: model, memory: memory,
            checks: [
                "losses are equal to the last bit on \(threads) threads, in every round",
                "losses agree with the direct method on \(coarsePaths.agreement.compared) + \(finePaths.agreement.compared) pairs",
                "the point-to-point model agrees with P1812.predict on \(model.profiles) profiles of \(model.points) points",
            ])
    }
}
