import Foundation

/// Another program, run to its end, with its time and the most memory that it held.
struct Child {
    var seconds: Double
    /// Bytes resident at the peak.
    var peakBytes: Int

    /// - Throws: `BenchmarkFailure` when it cannot be started or does not end with 0.
    static func run(_ program: String, _ arguments: [String]) throws -> Child {
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let start = ContinuousClock.now
        guard posix_spawn(&process, program, nil, nil, &words, environ) == 0 else {
            throw BenchmarkFailure("\(program) cannot be started")
        }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, 0, &usage) == process, status == 0 else {
            throw BenchmarkFailure("\(([program] + arguments).joined(separator: " ")) failed")
        }
        #if canImport(Darwin)
            let peak = Int(usage.ru_maxrss)
        #else
            let peak = Int(usage.ru_maxrss) * 1024
        #endif
        return Child(seconds: (ContinuousClock.now - start) / .seconds(1), peakBytes: peak)
    }
}
