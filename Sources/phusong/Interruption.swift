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

    private func arrived() {
        let leftover: String? = state.withLock { state in
            // A second Ctrl-C does not wait.
            let mustEnd = !state.canStopGently || state.isAsked
            state.isAsked = true
            return mustEnd ? state.stagingFolder ?? "" : nil
        }
        guard let leftover else { return }
        Self.isEnding.store(true, ordering: .releasing)
        if !leftover.isEmpty { RunStore.discard(stagingFolder: leftover) }
        _exit(Exit.interrupted)
    }
}
