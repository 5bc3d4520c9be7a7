/// Two ways of computing one thing that do not agree, or a helper that broke: the benchmark then says no number at all.
struct BenchmarkFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// Fails unless two results are the same.
    static func check<Value: Equatable>(_ a: Value, _ b: Value, _ message: @autoclosure () -> String) throws {
        if a != b { throw BenchmarkFailure(message()) }
    }
}
