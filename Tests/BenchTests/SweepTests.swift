import Geodesy
import Radio
import Terrain
import Testing

@testable import phusong_bench

@Suite struct SweepTests {
    private var scene: SweepScene {
        var options = SweepOptions()
        (options.longitude, options.latitude, options.radiusKm) = (104.5, 21.5, 12)
        return SweepScene(options: options)
    }

    private func hills() throws -> TerrainGrid { try MountainTerrain(seed: 3, postsPerDegree: 240, degrees: 1).grid() }

    @Test func aFinerGridKeepsThePosts() throws {
        let coarse = try hills()
        let fine = try scene.refined(coarse)
        #expect(fine.columns == 721 && fine.rows == 721)
        for row in stride(from: 0, to: 241, by: 24) {
            for column in stride(from: 0, to: 241, by: 24) {
                #expect(abs(fine.heightsMeters[row * 3 * 721 + column * 3] - coarse.heightsMeters[row * 241 + column]) < 0.01)
            }
        }
    }

    @Test func theSweepIsComparedWithPathsOneByOne() throws {
        let grid = try hills()
        let sweep = try scene.sweep(grid)
        let comparison = SweepComparison(sweep: sweep, transmitter: scene.transmitter(bands: 1))
        let field = try sweep.polar(from: comparison.transmitter)
        let twin = try comparison.twin(field, samples: 300, sweepSecondsPerSample: 1e-7)
        #expect(twin.samples >= 300 && twin.worstDifferenceDB < 1e-4)
        #expect(twin.timesAsFastAsScan > 0 && twin.timesAsFastAsPath > 0)
        let error = try comparison.rasterError(
            try sweep.window(from: comparison.transmitter)[0], refiningAboveDB: nil, processorSeconds: 0, cells: 300)
        #expect(error.cells == 300 && error.median > 0 && error.median <= error.p95 && error.p95 <= error.max)
        #expect(error.disagreeOnGaps == 0)
    }

    @Test func anotherFieldIsNotPassedOver() throws {
        let sweep = try scene.sweep(try hills())
        let comparison = SweepComparison(sweep: sweep, transmitter: scene.transmitter(bands: 1))
        var louder = comparison.transmitter
        louder.cells[0].conductedPowerDBm += 0.02
        let field = try sweep.polar(from: louder)
        #expect(throws: BenchmarkFailure.self) { try comparison.twin(field, samples: 50, sweepSecondsPerSample: 1e-7) }
    }

    @Test func splatThatIsNotThereIsNoFailure() throws {
        var options = scene.options
        options.peerScript = "no-such-script.py"
        let grid = try hills()
        #expect(throws: SplatPeer.Absence.self) { try SplatPeer(options: options).run(grid, site: scene.site) }
    }
}
