import Foundation
import Synchronization

/// Whether Ctrl-C was pressed. A second one ends the program at once.
struct Interruption {
    private static let flag = Atomic(false)

    init() {
        signal(SIGINT) { _ in
            Interruption.flag.store(true, ordering: .relaxed)
            signal(SIGINT, SIG_DFL)
        }
    }

    var isWanted: Bool { Self.flag.load(ordering: .relaxed) }
}
