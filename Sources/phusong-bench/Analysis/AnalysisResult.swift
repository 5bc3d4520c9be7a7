/// What `phusong-bench analysis` found.
struct AnalysisResult: Codable, Hashable, Sendable {
    /// One size of the made-up province.
    struct Size: Codable, Hashable, Sendable {
        var degrees: Int
        var villages: Int
        var sites: Int
        /// Places looked at: centres and the rings around them.
        var places: Int
        var covered: Int
        var partial: Int
        var uncovered: Int
        var timings: [Timing]
        /// Wall time of one thread over wall time of two, round by round; nil where not both were measured.
        var timesAsFastOnTwoThreads: Spread?
        /// Processor time per village on one thread, relative to the smallest size.
        var costToSmallest: Spread?
        /// Most memory that the whole program held up to here.
        var peakBytes: Int?
        /// Of that, the ground itself.
        var terrainBytes: Int
    }

    struct Timing: Codable, Hashable, Sendable {
        var threads: Int
        var seconds: Spread
        var processorSeconds: Spread
        var millisecondsPerVillage: Double
    }

    var build: String
    var cores: Int
    var repetitions: Int
    var seed: UInt64
    var sizes: [Size]
    var checks: [String]
}
