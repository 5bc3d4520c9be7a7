import Dispatch
import Foundation
import Scenarios
import Synchronization

/// Ctrl-C and termination. A search that can stop with its best plan is asked to; anything else ends with nothing half-written.
final class Interruption: Sendable {
    private struct State {
        var isAsked = false
        var canStopGently = false
        var stagingFolder: String?
    }

    private static let isEnding = Atomic(false)
    private static let isStopping = Atomic(false)

    /// True once the user has asked this process to stop, whoever listens.
    static var isStopAsked: Bool { isStopping.load(ordering: .acquiring) }

    /// True while the process is being ended by a signal: errors met now come from the clean-up and are nobody's fault.
    static var isProcessEnding: Bool { isEnding.load(ordering: .acquiring) }

    private let state = Mutex(State())
    /// Kept alive, never touched after `init`: Dispatch's own sources are safe to hold from any thread.
    nonisolated(unsafe) private let sources: [any DispatchSourceSignal]

    /// Listens from now on.
    init() {
        var sources: [any DispatchSourceSignal] = []
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            sources.append(DispatchSource.makeSignalSource(signal: number, queue: .global()))
        }
        self.sources = sources
        for source in sources {
            source.setEventHandler { [weak self] in self?.arrived() }
            source.resume()
        }
    }

    /// True once the user has asked to stop.
    var isAsked: Bool { state.withLock { $0.isAsked } }

    /// Whether the work that runs now looks at `isAsked` by itself.
    func setGentle(_ isGentle: Bool) { state.withLock { $0.canStopGently = isGentle } }

    /// The folder whose staging is removed when the process ends early.
    func protect(_ folder: String) {
        let staging = RunStore.stagingFolder(for: folder)
        state.withLock { $0.stagingFolder = staging }
    }

    /// Ends the process after everything is written: a solver that was given up may still be running, and must not meet the library's own clean-up.
    static func leave(_ code: Int32) -> Never { _exit(code) }

    /// Where the main thread waits while the signal's thread cleans up and ends the process: leaving first would cut it short.
    static func awaitEnd() -> Never {
        while true { sleep(.max) }
    }

    private func arrived() {
        // The lock is kept to the end: a folder that was protected after the clean-up would stay.
        state.withLock { state in
            // A second Ctrl-C does not wait.
            let mustEnd = !state.canStopGently || state.isAsked
            state.isAsked = true
            Self.isStopping.store(true, ordering: .releasing)
            guard mustEnd else { return }
            Self.isEnding.store(true, ordering: .releasing)
            if let staging = state.stagingFolder { RunStore.discard(stagingFolder: staging) }
            _exit(Exit.interrupted)
        }
    }
}
