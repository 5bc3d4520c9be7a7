import Siting

/// Everything that `siting` measured.
struct SitingResult: Codable, Sendable {
    /// One instance with one number of sites.
    struct Run: Codable, Sendable {
        var size: SitingSize
        var demand: Int
        var candidates: Int
        var pairs: Int
        var sites: Int
        var status: SitingStatus
        var objective: Int64
        var bound: Int64
        var gap: Double
        var proof: String?
        /// By stage, by the wall; `solve` is all of them together.
        var seconds: [String: Double]
        /// Of all threads, in the solver.
        var processorSeconds: Double
        var peakBytes: Int?
        var search: SolverFacts
        var peer: Peer?
    }

    /// The same instance in spopt.
    struct Peer: Codable, Sendable {
        var versions: String
        var objective: Int64?
        var status: String
        var buildSeconds: Double
        var solveSeconds: Double
        var peakBytes: Int?
    }

    var threads: Int
    var timeLimitSeconds: Double?
    /// Seconds of generating each size, covers included.
    var generating: [String: Double]
    var runs: [Run]
    /// Why there is no comparison, when one was asked for.
    var peerAbsence: String?
}
