import Foundation

/// Files that stand beside the tests.
enum LossFixture {
    /// The text of a file under `Resources`.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: Bundle.module.bundleURL.appendingPathComponent("Resources/\(path)"), encoding: .utf8)
    }

    /// The rows of a CSV of numbers, without its header.
    static func numbers(_ path: String) throws -> [[Double]] {
        try text(path).split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
    }
}
