import Foundation
import Synchronization
import Testing

@testable import Siting

@Suite struct SolverThreadTests {
    @Test func theAnswerOfTheWorkComesBack() {
        #expect(SolverThread.run({ (1...1000).reduce(0, +) }, until: { false }) == 500_500)
    }

    @Test func whoeverAsksDoesNotWait() {
        let gate = DispatchSemaphore(value: 0)
        let hasEnded = Mutex(false)
        var questions = 0
        let answer: Int? = SolverThread.run(
            {
                gate.wait()
                hasEnded.withLock { $0 = true }
                return 1
            },
            until: {
                questions += 1
                return questions == 3
            })
        // The work is still held at the gate.
        #expect(answer == nil && questions == 3)
        #expect(!hasEnded.withLock { $0 })
        gate.signal()
    }

    @Test func deepRecursionHasRoom() {
        @Sendable func depth(_ count: Int) -> Int {
            var block = (0, 0, 0, 0, 0, 0, 0, 0)
            return withUnsafeMutableBytes(of: &block) { _ in count == 0 ? 0 : depth(count - 1) + 1 }
        }
        #expect(SolverThread.run({ depth(20_000) }, until: { false }) == 20_000)
    }
}
