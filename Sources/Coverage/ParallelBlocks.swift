import Dispatch
import Synchronization

/// Shares work on numbered things among threads, block by block.
enum ParallelBlocks {
    /// The values of `work` for 0, 1, … in order, whatever the number of threads.
    /// - Parameters:
    ///   - blockLength: things to a block: enough to make sharing out cheap, few enough that threads end together.
    ///   - work: called once for each number, from any thread.
    static func map<Value: Sendable>(count: Int, threads: Int, blockLength: Int = 256, _ work: @Sendable (Int) -> Value) -> [Value] {
        guard threads > 1, count > blockLength else { return (0..<count).map(work) }
        let blockCount = (count + blockLength - 1) / blockLength
        let results = Mutex([[Value]](repeating: [], count: blockCount))
        let nextBlock = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(threads, blockCount)) { _ in
            while true {
                let block = nextBlock.add(1, ordering: .relaxed).oldValue
                guard block < blockCount else { return }
                let values = (block * blockLength..<min(count, (block + 1) * blockLength)).map(work)
                results.withLock { $0[block] = values }
            }
        }
        var all: [Value] = []
        all.reserveCapacity(count)
        results.withLock { blocks in for block in blocks { all += block } }
        return all
    }
}
