/// The limits of one solve, looked at between steps.
struct Stopwatch {
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    let limits: SitingLimits
    private let progress: ((SitingProgress) -> SitingDirective)?
    private(set) var callerStopped = false
    var component = 1
    var components = 1

    init(_ limits: SitingLimits, _ progress: ((SitingProgress) -> SitingDirective)?) {
        self.limits = limits
        self.progress = progress
        start = clock.now
    }

    /// Seconds left, `nil` without a limit.
    var secondsLeft: Double? {
        guard let limit = limits.timeLimitSeconds else { return nil }
        let (seconds, attoseconds) = (clock.now - start).components
        return max(0, limit - Double(seconds) - Double(attoseconds) * 1e-18)
    }

    /// Reports the stage, and answers why to stop, if so.
    mutating func stopReason(_ stage: SitingProgress.Stage) -> SitingReason? {
        if !callerStopped {
            let wish = progress?(SitingProgress(stage: stage, component: component, components: components)) ?? .proceed
            callerStopped = wish == .stop || Task.isCancelled
        }
        if callerStopped { return .stoppedByCaller }
        if let left = secondsLeft, left <= 0 { return .stoppedByTimeLimit }
        return nil
    }
}
