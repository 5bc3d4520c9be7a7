import Testing

@testable import phusong_bench

/// The generator draws what the public script draws, bit for bit.
@Suite struct SyntheticSitingTests {
    /// Radius, total weight, and sums over the bits of demand points, candidates and weights, all made with the script itself.
    @Test(arguments: [
        (
            SitingSize.k1, 7.3013, Int64(36708),
            [8_843_897_136_484_116_018, 1_611_973_668_867_983_380, 14_672_667_490_863_120_321] as [UInt64]
        ),
        (.k5, 3.9727, 184411, [8_690_038_884_871_854_607, 2_832_175_781_907_767_954, 9_801_436_535_700_453_172]),
        (.k20, 2.584, 734540, [4_780_848_151_701_871_043, 13_748_608_022_062_119_731, 9_618_892_403_127_554_682]),
    ])
    func drawsTheSameBits(size: SitingSize, radius: Double, total: Int64, sums: [UInt64]) {
        let instance = size.instance()
        #expect(instance.radius == radius)
        #expect(instance.weights.reduce(0, +) == total)
        #expect(Self.sum(instance.demand.flatMap { [$0.x, $0.y] }) == sums[0])
        #expect(Self.sum(instance.candidates.flatMap { [$0.x, $0.y] }) == sums[1])
        #expect(Self.sum(instance.weights.map(Double.init)) == sums[2])
        #expect(CoverSum(instance.covers()) == size.covers)
    }

    @Test func aGridFindsWhatASearchOfAllFinds() {
        let instance = SyntheticSiting(demand: 300, candidates: 40, meanCover: 20, seed: 3)
        for (candidate, cover) in zip(instance.candidates, instance.covers()) {
            let near = instance.demand.indices.filter { index in
                let (dx, dy) = (instance.demand[index].x - candidate.x, instance.demand[index].y - candidate.y)
                return dx * dx + dy * dy <= instance.radius * instance.radius
            }
            #expect(cover == near)
        }
    }

    @Test func theSumTellsCoversApart() {
        #expect(CoverSum([[0, 1], [2]]) == CoverSum([[1, 0], [2]]))
        #expect(CoverSum([[0, 1], [2]]) != CoverSum([[0], [1, 2]]))
    }

    private static func sum(_ values: [Double]) -> UInt64 {
        var sum: UInt64 = 0
        for (index, value) in values.enumerated() {
            let mixed = UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15 &+ value.bitPattern &* 0xBF58_476D_1CE4_E5B9
            sum &+= mixed ^ (mixed >> 29)
        }
        return sum
    }
}
