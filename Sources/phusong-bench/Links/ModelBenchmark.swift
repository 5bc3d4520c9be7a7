import Radio
import Terrain

/// Measures the model alone on profiles of 1,001 points that were read before.
struct ModelBenchmark {
    let options: LinksOptions
    /// Posts 30 m apart.
    let grid: TerrainGrid
    let progress: (String) -> Void

    static let points = 1_001
    /// Enough that they do not all stay in the nearest cache.
    private static let profileCount = 128
    private static let toleranceDB = 1e-6

    private struct Path {
        var pair: LinkPair
        var even: TerrainProfile
        var listed: PathProfile
    }

    private enum Work: String, CaseIterable, Hashable {
        case pointToPoint = "point-to-point model: scan + finish, one band"
        case attachment4 = "P1812.predict, smooth path by Attachment 4"
        case profilePoints = "P1812.predict, smooth path by profile points"
    }

    func run() throws -> LinksResult.ModelAlone {
        progress("model alone")
        let paths = try self.paths()
        let losses = try Work.allCases.map { try run($0, paths, calls: paths.count) }
        let agreement = try LinksResult.Agreement(
            with: Work.attachment4.rawValue, losses[0], losses[1], toleranceDB: Self.toleranceDB)
        var samples = LinkSamples<Work>()
        for round in 1...options.repetitions {
            progress("model alone: round \(round) of \(options.repetitions)")
            for work in Work.allCases { _ = try samples.measure(work) { try run(work, paths, calls: calls(work)) } }
        }
        let timings = Work.allCases.compactMap { work in
            samples.timing(work.rawValue, work, predictions: calls(work))
        }
        return LinksResult.ModelAlone(points: Self.points, profiles: paths.count, timings: timings, agreement: agreement)
    }

    private func calls(_ work: Work) -> Int { work == .pointToPoint ? options.modelCalls : max(1, options.modelCalls / 4) }

    private func run(_ work: Work, _ paths: [Path], calls: Int) throws -> [Double] {
        let model = PointToPointModel(climate: LinkBand.climate)
        let band = LinkBand.first
        return try (0..<calls).map { call in
            let path = paths[call % paths.count]
            switch work {
            case .pointToPoint:
                let scan = model.scan(
                    path.even, transmitterHeightMeters: LinkBand.mastHeightMeters, receiverHeightMeters: LinkBand.phoneHeightMeters,
                    middleLatitude: path.pair.middleLatitude)
                return model.lossDB(scan, frequencyMHz: band.frequencyMHz, polarization: band.polarization)
            case .attachment4:
                return try P1812.predict(DirectPath.inputs(path.pair, band, .attachment4), over: path.listed).lossDB
            case .profilePoints:
                return try P1812.predict(DirectPath.inputs(path.pair, band, .profilePoints), over: path.listed).lossDB
            }
        }
    }

    private func paths() throws -> [Path] {
        let lengthMeters = 30.0 * Double(Self.points - 1)
        let pairs = LinkPair.random(Self.profileCount, lengthKm: lengthMeters / 1000, in: grid, seed: options.seed &+ 1)
        return try pairs.map { pair in
            var sampled = TerrainProfile()
            let exact = DirectPath.lengthMeters(pair)
            // A hair more than the step, lest rounding add a sample.
            grid.sample(
                from: pair.site, to: pair.village, spacingMeters: exact / Double(Self.points - 1) * (1 + 1e-12), into: &sampled)
            try BenchmarkFailure.check(sampled.count, Self.points, "a profile has \(sampled.count) points")
            let heights = Array(sampled.heightsMeters.prefix(Self.points))
            let step = sampled.distanceMeters / Double(Self.points - 1)
            return Path(
                pair: pair, even: TerrainProfile(stepMeters: step, heightsMeters: heights),
                listed: try PathProfile(distancesKm: (0..<Self.points).map { Double($0) * step / 1000 }, heightsMeters: heights))
        }
    }
}
