import Dispatch
import Foundation
import Synchronization

/// A solver that cannot be interrupted, on a thread of its own.
enum SolverThread {
    private final class Box<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }

    /// Deep searches recurse; a thread's usual half megabyte is little.
    private static let stackBytes = 16 << 20

    /// Waits for some work, or until somebody asks to stop.
    ///
    /// - Parameters:
    ///   - work: what cannot be interrupted. When it is given up it goes on by itself to its own limit, and nobody hears of it.
    ///   - isAsked: looked at some twenty times a second, on the caller's own thread.
    /// - Returns: nil when it was given up.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value, until isAsked: () -> Bool) -> Value? {
        let box = Box<Value>()
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            let value = work()
            box.value.withLock { $0 = value }
            done.signal()
        }
        thread.stackSize = stackBytes
        thread.start()
        while done.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
            if isAsked() { return nil }
        }
        return box.value.withLock { $0 }
    }
}
