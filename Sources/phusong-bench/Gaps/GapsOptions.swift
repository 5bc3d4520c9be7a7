/// What `gaps` is asked to do.
struct GapsOptions: Sendable {
    var villages = 100_000
    var footprints = 50_000
    var seed: UInt64 = 2022
    var repetitions = 5
    /// Numbers of threads to measure, ascending, never empty.
    var threads = [1, 2]
    /// Villages that brute force works on.
    var sample = 200
    /// Nil leaves the comparison out.
    var peer: Peer? = Peer()
    var measuresGrowth = true

    struct Peer: Sendable {
        var python = "python3"
        var script = "Sources/phusong-bench/peers/sjoin.py"
    }
}
