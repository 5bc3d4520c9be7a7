/// Seconds by piece of work, one value for each round.
///
/// The pieces take turns within a round, so that a machine that slows down for a while slows all of them, and a ratio taken round by round
/// stays fair.
struct Samples<Key: Hashable & Sendable>: Sendable {
    private(set) var seconds: [Key: [Double]] = [:]

    /// Runs work and keeps its time.
    mutating func measure<Value>(_ key: Key, _ work: () throws -> Value) rethrows -> Value {
        let (value, taken) = try Stopwatch.time(work)
        add(taken, to: key)
        return value
    }

    /// Keeps a time measured elsewhere.
    mutating func add(_ taken: Double, to key: Key) { seconds[key, default: []].append(taken) }

    func spread(_ key: Key) -> Spread? { Spread(seconds[key] ?? []) }

    /// How many times as long the first piece took as the second, round by round; `factor` multiplies the first.
    func ratio(_ first: Key, to second: Key, factor: Double = 1) -> Spread? {
        Spread(zip(seconds[first] ?? [], seconds[second] ?? []).map { $0 * factor / $1 })
    }
}
