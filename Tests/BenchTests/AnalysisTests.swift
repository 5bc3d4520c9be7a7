import Testing

@testable import phusong_bench

@Suite struct AnalysisTests {
    private let scene = AnalysisScene(degrees: 1, seed: 41)

    @Test func theSameSeedGivesTheSameProvinceInsideItsGround() throws {
        let grid = try scene.terrain()
        let world = scene.world(on: grid)
        #expect(world.villages.count == 1_640 && world.sites.count == 1_366)
        #expect(Set(world.sites.map(\.place)).count == 650, "2.1 stations on a mast")
        #expect(world.villages.allSatisfy { grid.boundingBox.contains($0.centre) && $0.isSynthetic })
        #expect(world.sites.allSatisfy { grid.boundingBox.contains($0.place) && $0.isSynthetic })
        let again = scene.world(on: grid)
        #expect(again.villages == world.villages && again.sites == world.sites)
        #expect(AnalysisScene(degrees: 1, seed: 42).world(on: grid).villages != world.villages)
    }

    @Test func theResultAddsUp() throws {
        let result = try AnalysisBenchmark(degrees: [1], threads: [1, 2], repetitions: 1, seed: 41, tell: { _ in }).run()
        let size = try #require(result.sizes.first)
        #expect(size.covered + size.partial + size.uncovered == size.villages && size.uncovered > 0 && size.covered > size.uncovered)
        #expect(size.places > 6 * size.villages && size.timings.map(\.threads) == [1, 2])
        #expect(size.costToSmallest?.median == 1)
        let text = AnalysisText(result: result).text
        #expect(text.contains("1,640") && text.contains("Checked: verdicts are equal on 1, 2 threads"))
    }
}
