import Siting

/// Seconds that the stages of a solve take by the wall, from the solver's own reports.
final class StageTimer {
    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant
    private var stage = "read"
    private(set) var seconds: [String: Double] = [:]

    init() { last = clock.now }

    /// A stage begins, or goes on.
    func enter(_ next: String) {
        guard next != stage else { return }
        add()
        stage = next
    }

    /// Ends the last stage.
    func end() { add() }

    private func add() {
        let now = clock.now
        seconds[stage, default: 0] += (now - last) / .seconds(1)
        last = now
    }

    var total: Double { seconds.keys.sorted().reduce(0) { $0 + (seconds[$1] ?? 0) } }
}

extension SitingSolver {
    /// Solves, timing the stages; Ctrl-C ends the search.
    func solve(_ problem: SitingProblem, timer: StageTimer) throws(SitingError) -> SitingSolution {
        timer.enter("check")
        let interruption = Interruption()
        let solution = try solve(problem) { progress in
            timer.enter(progress.stage.rawValue)
            return interruption.isWanted ? .stop : .proceed
        }
        timer.end()
        return solution
    }
}
