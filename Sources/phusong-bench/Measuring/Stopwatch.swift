/// Measures the time of a piece of work.
enum Stopwatch {
    /// Runs work and gives its result with the seconds it took by the wall clock.
    static func time<Value>(_ work: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
        let start = ContinuousClock.now
        let value = try work()
        return (value, (ContinuousClock.now - start) / .seconds(1))
    }
}
