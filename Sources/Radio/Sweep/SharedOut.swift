import Dispatch
import Synchronization

/// Numbers shared among threads that write to places of their own.
enum SharedOut {
    /// Calls `work` with blocks that together are 0..<count, in no order, on up to `threads` threads. `makeState` is called once by each thread.
    static func forEachBlock<State: ~Copyable>(
        of count: Int, blockLength: Int, threads: Int, makeState: @Sendable () -> State,
        work: @Sendable (inout State, Range<Int>) -> Void
    ) {
        let blocks = (count + blockLength - 1) / blockLength
        let next = Atomic(0)
        @Sendable func run(_: Int) {
            var state = makeState()
            while true {
                let block = next.add(1, ordering: .relaxed).oldValue
                guard block < blocks else { return }
                work(&state, block * blockLength..<min(count, (block + 1) * blockLength))
            }
        }
        if threads > 1, blocks > 1 {
            DispatchQueue.concurrentPerform(iterations: min(threads, blocks), execute: run)
        } else {
            run(0)
        }
    }
}

/// Memory into which several threads write, each where no other does.
struct SharedValues: @unchecked Sendable {
    let base: UnsafeMutablePointer<Float>
}
