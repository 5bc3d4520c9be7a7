import Synchronization

/// Counts finished sweeps and decided blocks of rows from all threads, and tells.
final class SweepCounter: Sendable {
    private let done = Mutex(0)
    private let total: Int
    private let tell: @Sendable (RasterPublisher.Step) -> Void

    init(total: Int, _ tell: @escaping @Sendable (RasterPublisher.Step) -> Void) {
        self.total = total
        self.tell = tell
    }

    /// One more. Told under the lock, so that the numbers come in order.
    func count() {
        done.withLock { done in
            done += 1
            tell(.sweeping(done: done, of: total))
        }
    }
}
