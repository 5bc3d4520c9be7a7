import Foundation

/// Time that processors spent on this program, all threads together.
///
/// On a machine that others use as well the wall clock tells of them too; this one tells what the work itself costs, so that a number per second
/// of it is a number per core.
enum ProcessorTime {
    /// Seconds since the program started.
    static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// Seconds by piece of work, by the wall and by the processor.
struct LinkSamples<Key: Hashable & Sendable>: Sendable {
    private(set) var wall = Samples<Key>()
    private(set) var processor = Samples<Key>()

    /// Runs work and keeps both its times.
    mutating func measure<Value>(_ key: Key, _ work: () throws -> Value) rethrows -> Value {
        let start = ProcessorTime.seconds()
        let value = try wall.measure(key, work)
        processor.add(ProcessorTime.seconds() - start, to: key)
        return value
    }

    /// Nil for work that was not measured.
    func timing(_ label: String, _ key: Key, predictions: Int, threads: Int = 1) -> LinksResult.Timing? {
        guard let seconds = wall.spread(key), let processorSeconds = processor.spread(key) else { return nil }
        return LinksResult.Timing(
            work: label, threads: threads, predictions: predictions, seconds: seconds, processorSeconds: processorSeconds,
            predictionsPerSecond: seconds.rate(of: predictions), predictionsPerProcessorSecond: processorSeconds.rate(of: predictions))
    }
}

extension Spread {
    /// So many things a second when these are the seconds they took; the longest time is the lowest rate.
    func rate(of things: Int) -> Spread {
        var rate = self
        (rate.median, rate.min, rate.max) = (Double(things) / median, Double(things) / max, Double(things) / min)
        return rate
    }
}
