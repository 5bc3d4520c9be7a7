import Foundation
import Testing

@testable import Siting

/// Threads change the time, not a byte of the answer.
@Suite struct ThreadTests {
    @Test func sumsAreTheSameForAnyNumber() {
        var random = SeededGenerator(state: 11)
        var sets = SparseSets()
        for _ in 0..<3_000 { sets.append((0..<200).map { _ in Int32.random(in: 0..<5_000, using: &random) }) }
        let values = (0..<5_000).map { _ in Double.random(in: 0...1, using: &random) }
        var one = [Double](repeating: 0, count: sets.count)
        sets.sums(of: values, into: &one)
        for threads in [2, 3, 7, 5_000] {
            var many = [Double](repeating: 0, count: sets.count)
            sets.sums(of: values, into: &many, threads: threads)
            #expect(one == many)
        }
    }

    @Test func solutionsAreTheSameForAnyNumber() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // Large enough for the sums to be shared out.
        var random = SeededGenerator(state: 12)
        let options = (0..<2_600).map { number in
            SitingOption(id: "o\(number)", costVND: 1, covers: (0..<200).map { _ in Int.random(in: 0..<40_000, using: &random) })
        }
        let problem = SitingProblem(
            targetWeights: (0..<40_000).map { _ in Int64.random(in: 1...50, using: &random) }, options: options,
            goal: .maximizeWithSites(20))
        func bytes(_ threads: Int) throws -> Data {
            try encoder.encode(SitingSolver(limits: SitingLimits(nodeLimit: 0, boundIterations: 40, threads: threads)).solve(problem))
        }
        let one = try bytes(1)
        #expect(try bytes(2) == one)
        #expect(try bytes(5) == one)
    }

    @Test func noThreadsAreRefused() {
        let problem = SitingProblem(targetWeights: [1], options: [], goal: .maximizeWithSites(1))
        #expect(throws: SitingError.invalidLimit(name: "threads")) { try SitingSolver(limits: SitingLimits(threads: 0)).solve(problem) }
    }
}
