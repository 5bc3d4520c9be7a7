import Testing

@testable import phusong_bench

@Suite struct SpreadTests {
    @Test func medianOfOddAndEvenNumbers() {
        #expect(Spread([3, 1, 2])?.median == 2)
        #expect(Spread([4, 1, 2, 3])?.median == 2.5)
        #expect(Spread([4, 1])?.max == 4)
        #expect(Spread([]) == nil)
    }

    @Test func ratiosAreTakenRoundByRound() {
        var samples = Samples<String>()
        for (slow, fast) in [(4.0, 2.0), (30, 10), (8, 2)] {
            samples.add(slow, to: "slow")
            samples.add(fast, to: "fast")
        }
        #expect(samples.ratio("slow", to: "fast") == Spread([2, 3, 4]))
        #expect(samples.ratio("slow", to: "nothing") == nil)
    }
}
