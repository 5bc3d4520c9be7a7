import Foundation

/// The same join in Python: `peers/sjoin.py` with geopandas, kept running so that both programs take turns.
final class SjoinPeer {
    /// What the script can be asked to do.
    enum Question: String, CaseIterable, Sendable {
        case read, within, intersects, query

        var label: String {
            switch self {
            case .read: "geopandas read_file"
            case .within: "geopandas sjoin within"
            case .intersects: "geopandas sjoin intersects"
            case .query: "shapely STRtree query alone"
            }
        }
    }

    /// Why there is nothing to compare with; no failure, since Python is optional.
    struct Absence: Error {
        let reason: String
    }

    struct Answer: Decodable, Sendable {
        var seconds: Double
        var pairs: Int?
        var checksum: String?
        var peakBytes: Int?

        var found: PairSum? {
            if let pairs, let checksum { PairSum(pairs: pairs, checksum: checksum) } else { nil }
        }
    }

    private struct Greeting: Decodable {
        var versions: String?
        var missing: String?
    }

    /// Versions of what it runs on.
    private(set) var versions = ""
    private let process = Process()
    private let questions = Pipe()
    private let answers = Pipe()
    private var unread = Data()

    /// Starts the script and waits until it has its libraries.
    /// - Throws: ``Absence`` when the script, Python or geopandas is not there; ``BenchmarkFailure`` when the script breaks.
    init(python: String, script: String, data: ExchangeFile) throws {
        guard FileManager.default.fileExists(atPath: script) else {
            throw Absence(reason: "there is no \(script); run from the package's folder or name it with --peer-script")
        }
        // Writing to a script that has ended must be an error, not the end of this process.
        signal(SIGPIPE, SIG_IGN)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python, script, data.path]
        process.standardInput = questions
        process.standardOutput = answers
        try process.run()
        guard let line = nextLine() else { throw Absence(reason: "\(python) did not start; its message stands above") }
        let greeting = try JSONDecoder().decode(Greeting.self, from: line)
        if let missing = greeting.missing { throw Absence(reason: "\(python) has no module \(missing); pip install geopandas") }
        versions = greeting.versions ?? "unknown versions"
    }

    /// Has one piece of work done, timed by the script itself.
    func run(_ question: Question) throws -> Answer {
        try questions.fileHandleForWriting.write(contentsOf: Data((question.rawValue + "\n").utf8))
        guard let line = nextLine() else { throw BenchmarkFailure("sjoin.py broke off at '\(question.rawValue)'") }
        return try JSONDecoder().decode(Answer.self, from: line)
    }

    /// Ends the script and waits for it.
    func end() {
        try? questions.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// The next line of its output without the line's end; nil when there is none to come.
    private func nextLine() -> Data? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                defer { unread = Data(unread[(end + 1)...]) }
                return Data(unread[..<end])
            }
            let more = answers.fileHandleForReading.availableData
            guard !more.isEmpty else { return nil }
            unread.append(more)
        }
    }
}
