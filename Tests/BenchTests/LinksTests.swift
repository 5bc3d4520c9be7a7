import Testing

@testable import phusong_bench

@Suite struct LinksTests {
    private let terrain = MountainTerrain(seed: 3, postsPerDegree: 240, degrees: 1)

    @Test func theSameSeedGivesTheSameMountains() throws {
        let heights = try terrain.grid().heightsMeters
        #expect(heights.count == 241 * 241)
        #expect(try terrain.grid().heightsMeters == heights)
        var other = terrain
        other.seed = 4
        #expect(try other.grid().heightsMeters != heights)
        let (lowest, highest) = (try #require(heights.min()), try #require(heights.max()))
        #expect(lowest > 0 && highest < 2_500 && highest - lowest > 800, "\(lowest) to \(highest) m")
    }

    @Test func aFinerGridShowsTheSameMountains() throws {
        var finer = terrain
        finer.postsPerDegree *= 3
        let (coarse, fine) = (try terrain.grid(), try finer.grid())
        for row in stride(from: 0, to: 241, by: 40) {
            for column in stride(from: 0, to: 241, by: 40) {
                let (a, b) = (coarse.heightsMeters[row * 241 + column], fine.heightsMeters[3 * row * 721 + 3 * column])
                #expect(abs(a - b) < 0.01)
            }
        }
    }

    @Test func pairsHaveTheLengthAskedForInsideTheGrid() throws {
        let grid = try terrain.grid()
        let pairs = LinkPair.random(300, lengthKm: 20, in: grid, seed: 5)
        #expect(pairs.count == 300 && Set(pairs).count == 300)
        #expect(pairs == LinkPair.random(300, lengthKm: 20, in: grid, seed: 5))
        for pair in pairs {
            #expect(grid.boundingBox.contains(pair.site) && grid.boundingBox.contains(pair.village))
            #expect((18_000...22_000).contains(DirectPath.lengthMeters(pair)))
        }
        let bySite = LinkPair.random(300, villagesPerSite: 50, lengthKm: 20, in: grid, seed: 5)
        #expect(Set(bySite.map(\.site)).count < 60)
        #expect(Set(bySite).count == 300)
    }

    @Test func sharedWorkGivesTheLossesOfTheDirectMethod() throws {
        let grid = try terrain.grid()
        let pairs = LinkPair.random(100, lengthKm: 15, in: grid, seed: 6)
        let direct = DirectPath(grid: grid, spacingMeters: 400)
        for bands in [[LinkBand.first], LinkBand.three] {
            let shared = LinkThreads.values(pairs[...], grid, spacingMeters: 400, to: .finish(bands), threads: 1)
            let expected = try pairs.map { pair in try bands.map { try direct.lossDB(pair, $0) }.reduce(0, +) }
            for (ours, theirs) in zip(shared, expected) { #expect(abs(ours - theirs) < 1e-3) }
            #expect(shared.allSatisfy { $0 > 90 * Double(bands.count) && $0 < 300 * Double(bands.count) })
        }
    }

    @Test func threadsChangeNothing() throws {
        let grid = try terrain.grid()
        let pairs = LinkPair.random(2_000, lengthKm: 15, in: grid, seed: 7)[100...]
        let one = LinkThreads.values(pairs, grid, spacingMeters: 400, to: .finish([.first]), threads: 1)
        #expect(one.count == 1_900)
        for threads in [2, 5] {
            #expect(LinkThreads.values(pairs, grid, spacingMeters: 400, to: .finish([.first]), threads: threads) == one)
        }
    }

    @Test func lossesThatDifferEndTheBenchmark() throws {
        let agreement = try LinksResult.Agreement(with: "other", [1, 2, 3], [1, 2.25, 3], toleranceDB: 0.5)
        #expect(agreement.greatestDifferenceDB == 0.25 && agreement.compared == 3)
        for theirs in [[1, 2.75, 3], [1, .nan, 3], [1, 2]] {
            #expect(throws: BenchmarkFailure.self) {
                try LinksResult.Agreement(with: "other", [1, 2, 3], theirs, toleranceDB: 0.5)
            }
        }
        #expect(throws: BenchmarkFailure.self) { try LinksResult.Agreement(with: "other", [], [], toleranceDB: 0.5) }
    }

    @Test func theLongestTimeIsTheLowestRate() throws {
        let rate = try #require(Spread([2, 4, 8])).rate(of: 80)
        #expect(rate.median == 20 && rate.min == 10 && rate.max == 40)
    }

    @Test func aSmallRunMeasuresEverything() throws {
        let options = LinksOptions(
            pairs: 600, directPairs: 20, modelCalls: 8, seed: 1, repetitions: 1, threads: [1, 2], measuresGrowth: true)
        let paths = try PathsBenchmark(
            options: options, name: "small", grid: terrain.grid(), spacingMeters: 400, lengthKm: 15, progress: { _ in }
        ).run()
        #expect(paths.timings.count == 7)
        #expect(paths.timings.allSatisfy { $0.seconds.median > 0 && $0.predictionsPerProcessorSecond.median > 0 })
        #expect(abs(paths.share.sample + paths.share.scan + paths.share.finish - 1) < 1e-9)
        #expect(paths.growth.map(\.pairs) == [600, 1_200, 2_400])
        #expect(paths.agreement.compared == 20)
        let model = try ModelBenchmark(options: options, grid: terrain.grid(), progress: { _ in }).run()
        #expect(model.timings.map(\.predictions) == [8, 2, 2])
        #expect(model.points == 1_001)
    }
}
