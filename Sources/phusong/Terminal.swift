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

/// A progress bar over the stages of a command, on stderr when it is a terminal.
struct StageProgress {
    private let stages: Int
    private let isShown: Bool
    private var done = 0
    private let started = ContinuousClock.now
    private var stageStarted = ContinuousClock.now
    /// Seconds by stage so far.
    private(set) var durationsSeconds: [String: Double] = [:]
    private var current = ""

    init(stages: Int, isQuiet: Bool) {
        self.stages = stages
        isShown = !isQuiet && Terminal.canDraw
    }

    /// Ends the stage before, begins the next. `key` names it in `run.json`.
    mutating func begin(_ key: String, _ label: String) {
        close()
        current = key
        guard isShown else { return }
        let width = 20
        let filled = width * done / max(1, stages)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        Terminal.draw("\r\u{1B}[K\(bar) \(done + 1)/\(stages) \(label) …")
    }

    /// Ends the last stage and clears the bar.
    mutating func finish() {
        close()
        if isShown { Terminal.draw("\r\u{1B}[K") }
    }

    private mutating func close() {
        let now = ContinuousClock.now
        if !current.isEmpty {
            let elapsed = now - stageStarted
            durationsSeconds[current] = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
            done += 1
        }
        stageStarted = now
        current = ""
    }
}
