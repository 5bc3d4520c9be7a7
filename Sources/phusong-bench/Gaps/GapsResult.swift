/// All that `gaps` measured: the document of `--json`.
struct GapsResult: Codable, Sendable {
    var schema = "phusong.bench.gaps/1"
    /// Always true: the data are made up.
    var synthetic = true
    /// `release` or `debug`; numbers of a debug build mean nothing.
    var build: String
    var cores: Int
    var repetitions: Int
    var data: DataFacts
    /// In the order of the table.
    var timings: [Timing]
    var ratios: [Ratio]
    var growth: [Growth]
    var memory: Memory
    var peer: Peer
    /// What was compared and found equal; anything unequal ends the benchmark instead.
    var checks: [String]

    struct DataFacts: Codable, Sendable {
        var seed: UInt64
        var villages: Int
        var footprints: Int
        var sites: Int
        /// Places on all rings, closing ones included.
        var ringPlaces: Int
        var withHoles: Int
        var multipart: Int
        var pairs: Int
        /// Villages by grade.
        var grades: [String: Int]
    }

    struct Timing: Codable, Sendable {
        var name: String
        /// Nil where threads are not ours to choose.
        var threads: Int?
        var seconds: Spread
        /// Villages a second at the median; nil for what is no work on villages alone.
        var villagesPerSecond: Double?
        /// Set when fewer villages were worked on than there are, `seconds` being scaled up to all.
        var sampledVillages: Int?
    }

    /// Round by round how many times as long `slower` took as `faster`.
    struct Ratio: Codable, Sendable {
        var slower: String
        var faster: String
        var times: Spread
    }

    /// Cost at one size, on one thread. N is villages and footprints together.
    struct Growth: Codable, Sendable {
        /// `same-density`: the country grows with its villages. `same-country`: the box stays, so that pairs grow with the square.
        var country: String
        var work: String
        var villages: Int
        var footprints: Int
        var pairs: Int
        var seconds: Spread
        /// Of N·log₂ N.
        var nanosecondsPerNLogN: Double
        /// Cost per N·log₂ N at this size over that at the smallest, round by round: 1 is growth by n log n, less is slower growth.
        var costToSmallest: Spread
        var nanosecondsPerPair: Double
    }

    /// Peaks of resident memory, each including all that was held before.
    struct Memory: Codable, Sendable {
        var afterGeneratingBytes: Int?
        var afterJoinBytes: Int?
        var afterGradingBytes: Int?
        /// Of the Python process, files read and joined.
        var peerBytes: Int?
    }

    struct Peer: Codable, Sendable {
        /// Versions; nil when skipped.
        var versions: String?
        /// Why it was skipped.
        var skipped: String?
    }
}
