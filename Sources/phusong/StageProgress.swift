import Dispatch
import Foundation
import Planning
import Scenarios
import Synchronization

/// A progress bar over the stages of a command, with the time that is left, on stderr when it is a terminal.
///
/// It shows itself after a moment: whoever is served at once is not told of it. The time left is that of the last run of the same project, where
/// the working folder's `runs` has one; else it is drawn from the stages that are done and their usual shares of the whole.
final class StageProgress: Sendable {
    private struct State {
        var order: [String] = []
        var label = ""
        var started = ContinuousClock.now
        var stageStarted = ContinuousClock.now
        var durationsSeconds: [String: Double] = [:]
        var expectedSeconds: [String: Double] = [:]
        var isFinished = false
    }

    /// Nothing is drawn before, seconds.
    private static let patience = 1.0

    private let shares: KeyValuePairs<String, Double>
    private let language: Language
    private let state = Mutex(State())
    /// Nil where nothing is drawn. Kept alive, never touched after `init` but to be ended.
    nonisolated(unsafe) private let ticker: (any DispatchSourceTimer)?

    /// - Parameter shares: the stages in order, each with its usual part of the time.
    init(_ shares: KeyValuePairs<String, Double>, isQuiet: Bool, _ language: Language) {
        (self.shares, self.language) = (shares, language)
        guard !isQuiet, Terminal.canDraw else {
            ticker = nil
            return
        }
        let timer = DispatchSource.makeTimerSource(queue: .global())
        ticker = timer
        timer.schedule(deadline: .now() + Self.patience, repeating: 0.25)
        timer.setEventHandler { [weak self] in self?.draw() }
        timer.resume()
    }

    /// Takes the times of the newest run of a command on a project as what is to be expected.
    func expect(like command: String, of project: String) {
        guard ticker != nil, let items = try? FileManager.default.contentsOfDirectory(atPath: "runs") else { return }
        let newest = items.filter { $0.hasPrefix("\(command)-") }
            .compactMap { try? RunStore.document(Manifest.self, "run.json", in: "runs/\($0)") }
            .filter { $0.project == project }.max { $0.startedAt < $1.startedAt }
        // A file that somebody has changed must not make a bar of a million cells.
        if let newest { state.withLock { $0.expectedSeconds = newest.durationsSeconds.filter { (0...1e7).contains($0.value) } } }
    }

    /// Ends the stage before, begins the next. `key` names it in `run.json`.
    func begin(_ key: String, _ label: String) {
        state.withLock { state in
            Self.close(&state)
            state.order.append(key)
            state.label = label
        }
    }

    /// Seconds by stage so far.
    var durationsSeconds: [String: Double] { state.withLock { $0.durationsSeconds } }

    /// Ends the last stage and clears the bar.
    func finish() {
        ticker?.cancel()
        let wasDrawn = state.withLock { state in
            Self.close(&state)
            state.isFinished = true
            return Self.seconds(since: state.started) > Self.patience
        }
        if ticker != nil, wasDrawn { Terminal.draw("\r\u{1B}[K") }
    }

    private static func close(_ state: inout State) {
        if let key = state.order.last, state.durationsSeconds[key] == nil {
            state.durationsSeconds[key] = seconds(since: state.stageStarted)
        }
        state.stageStarted = .now
    }

    private static func seconds(since start: ContinuousClock.Instant) -> Double { (ContinuousClock.now - start) / .seconds(1) }

    private func draw() {
        // Drawn under the lock: a bar must not come after it was cleared.
        state.withLock { state in
            guard !state.isFinished, let current = state.order.last else { return }
            let inStage = Self.seconds(since: state.stageStarted)
            let left = Self.left(shares.map { ($0.key, $0.value) }, current, inStage, state.durationsSeconds, state.expectedSeconds)
            let number = (shares.firstIndex { $0.key == current } ?? 0) + 1
            let done = left.map { min(0.99, Self.seconds(since: state.started) / max(0.1, Self.seconds(since: state.started) + $0)) }
            let width = 20
            let filled = done.map { Int(Double(width) * $0) } ?? width * (number - 1) / shares.count
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
            Terminal.draw(
                "\r\u{1B}[K\(bar) \(number)/\(shares.count) \(state.label) …\(left.map { Self.words(secondsLeft: $0, language) } ?? "")")
        }
    }

    /// Such as ` about 12 s left`.
    static func words(secondsLeft seconds: Double, _ language: Language) -> String {
        let count = max(1, Int(seconds.rounded(.up)))
        return language == .vietnamese ? " còn khoảng \(count) giây" : " about \(count) s left"
    }

    /// Seconds that are left; nil where nothing is known yet.
    static func left(
        _ shares: [(key: String, share: Double)], _ current: String, _ inStage: Double, _ done: [String: Double],
        _ expected: [String: Double]
    ) -> Double? {
        guard let position = shares.firstIndex(where: { $0.key == current }) else { return nil }
        var expected = expected
        if expected.isEmpty {
            let past = shares[..<position]
            let (spent, share) = past.reduce((0.0, 0.0)) { ($0.0 + (done[$1.key] ?? 0), $0.1 + $1.share) }
            guard share > 0 else { return nil }
            for stage in shares { expected[stage.key] = spent / share * stage.share }
        }
        let later = shares[(position + 1)...].reduce(0.0) { $0 + (expected[$1.key] ?? 0) }
        return max(0, (expected[current] ?? 0) - inStage) + later
    }
}
