import Foundation

/// The most memory that this process ever held.
enum PeakMemory {
    /// Bytes resident at the peak so far; nil where the system does not say.
    static func bytes() -> Int? {
        #if canImport(Darwin)
            var usage = rusage()
            return getrusage(RUSAGE_SELF, &usage) == 0 ? Int(usage.ru_maxrss) : nil
        #else
            // The high-water mark of this program alone; `getrusage` here starts from that of the program which started it.
            guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            return line?.split { !$0.isNumber }.first.flatMap { Int($0) }.map { $0 * 1024 }
        #endif
    }
}
