import Foundation
import Scenarios

/// The two streams: data goes to stdout, talk to stderr.
enum Terminal {
    /// - Throws: `StoreError` when stdout takes no more: a full disk, a closed pipe.
    static func data(_ text: String) throws(StoreError) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            throw StoreError(.io, path: "stdout", reason: "writing failed", remedy: "check the disk or the program that reads it")
        }
    }

    static func talk(_ text: String) { draw(text + "\n") }

    /// Writes to stderr. Where nobody can be told, nobody is.
    static func draw(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

    /// True when stderr is a terminal that may be drawn on.
    static var canDraw: Bool {
        isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// True when stdout may carry colours: a terminal, and the user has not said NO_COLOR (no-color.org).
    static var canColor: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(1) == 1 && environment["TERM"] != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
    }

    static func bold(_ text: String) -> String { canColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
