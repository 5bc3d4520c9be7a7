import Dispatch
import Synchronization
import Terrain

/// Shares pairs among threads, block by block.
enum LinkThreads {
    private static let blockLength = 512

    /// The value of each pair in order, whatever the number of threads. Each block has its own profile to fill.
    static func values(
        _ pairs: ArraySlice<LinkPair>, _ grid: TerrainGrid, spacingMeters: Double, to depth: SharedPath.Depth, threads: Int
    ) -> [Double] {
        let blockCount = (pairs.count + blockLength - 1) / blockLength
        let results = Mutex([[Double]](repeating: [], count: blockCount))
        let nextBlock = Atomic(0)
        @Sendable func work(_: Int) {
            var path = SharedPath(grid, spacingMeters: spacingMeters)
            while true {
                let block = nextBlock.add(1, ordering: .relaxed).oldValue
                guard block < blockCount else { return }
                let first = pairs.startIndex + block * blockLength
                let values = pairs[first..<min(pairs.endIndex, first + blockLength)].map { path.value($0, to: depth) }
                results.withLock { $0[block] = values }
            }
        }
        if threads > 1 { DispatchQueue.concurrentPerform(iterations: threads, execute: work) } else { work(0) }
        return results.withLock { Array($0.joined()) }
    }
}
