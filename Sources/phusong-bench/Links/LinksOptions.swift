/// What `links` is asked to do.
struct LinksOptions: Sendable {
    /// Site–village pairs of the main rounds.
    var pairs = 50_000
    /// Pairs that the direct method works on, which takes too long for all.
    var directPairs = 2_000
    /// Predictions of the model alone, by the point-to-point model; the reference does a quarter of them.
    var modelCalls = 20_000
    var seed: UInt64 = 1812
    var repetitions = 5
    /// Numbers of threads to measure, ascending, never empty.
    var threads = [1, 2]
    var measuresGrowth = true
}
