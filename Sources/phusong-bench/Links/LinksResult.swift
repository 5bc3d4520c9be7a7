/// Everything that `links` measured.
struct LinksResult: Codable, Sendable {
    /// Predictions along random paths over one grid.
    struct Paths: Codable, Sendable {
        var name: String
        var spacingMeters: Double
        var lengthKm: Double
        /// Posts of the grid in either direction.
        var posts: Int
        var pairs: Int
        /// Points of a profile, on average.
        var samplesPerPath: Double
        /// Share of paths in sight of the mast.
        var lineOfSightShare: Double
        var timings: [Timing]
        /// How many times as fast as the direct method, one band, one thread, processor time, round by round.
        var timesAsFastAsDirect: Spread
        var share: Share
        var agreement: Agreement
        var growth: [Growth]
    }

    /// A piece of work.
    struct Timing: Codable, Sendable {
        var work: String
        var threads: Int
        var predictions: Int
        /// By the wall clock.
        var seconds: Spread
        /// Of all threads together.
        var processorSeconds: Spread
        /// By the wall clock, on all threads together.
        var predictionsPerSecond: Spread
        /// Per core, whatever else the machine does.
        var predictionsPerProcessorSecond: Spread
    }

    /// Where the processor time of one prediction of one band goes; from medians of rounds.
    struct Share: Codable, Sendable {
        var sample: Double
        var scan: Double
        var finish: Double
    }

    /// Two ways of computing the same losses.
    struct Agreement: Codable, Sendable {
        var with: String
        var compared: Int
        var greatestDifferenceDB: Double
        var meanDifferenceDB: Double
    }

    /// One thread, more and more pairs.
    struct Growth: Codable, Sendable {
        var pairs: Int
        /// Processor time.
        var seconds: Spread
        var microsecondsPerPair: Double
        /// Cost of a pair against that of the smallest number of pairs; 1 is linear growth.
        var costToSmallest: Spread
        var peakBytes: Int?
    }

    /// The model without the reading of profiles.
    struct ModelAlone: Codable, Sendable {
        var points: Int
        var profiles: Int
        var timings: [Timing]
        var agreement: Agreement
    }

    struct Memory: Codable, Sendable {
        var stage: String
        var peakBytes: Int?
    }

    var schema = "phusong.bench.links/1"
    var build: String
    var cores: Int
    var repetitions: Int
    var seed: UInt64
    var paths: [Paths]
    var modelAlone: ModelAlone
    var memory: [Memory]
    var checks: [String]
}
