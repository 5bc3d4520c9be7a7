import Coverage
import Geometry
import Planning

/// The rounds at full size: in each every piece of work takes its turn, and its result is held against the first pass.
struct GapsRounds {
    let options: GapsOptions
    let world: World
    /// Of the first pass.
    let covering: CoveringPolygons
    /// Of the first pass.
    let verdicts: [VillageVerdict]
    private(set) var samples = Samples<GapsWork>()
    private(set) var checks: [String] = []

    init(options: GapsOptions, world: World, covering: CoveringPolygons, verdicts: [VillageVerdict]) {
        self.options = options
        self.world = world
        self.covering = covering
        self.verdicts = verdicts
    }

    /// Runs all rounds.
    /// - Returns: the peak memory of the peer.
    @discardableResult
    mutating func run(peer: SjoinPeer?, file: ExchangeFile?, _ progress: (String) -> Void) throws -> Int? {
        let bruteForce = BruteForce(world.footprints.map(\.area))
        let sum = PairSum(covering)
        var peerBytes: Int?
        for round in 1...options.repetitions {
            progress("round \(round) of \(options.repetitions)")
            for threads in options.threads {
                let found = try samples.measure(.join(threads: threads)) { try world.joined(threads: threads) }
                try BenchmarkFailure.check(found, covering, "the join differs on \(threads) threads")
            }
            for threads in options.threads {
                let report = try samples.measure(.grade(threads: threads)) { try world.graded(threads: threads) }
                try BenchmarkFailure.check(report.verdicts, verdicts, "the verdicts differ on \(threads) threads")
            }
            try run(bruteForce)
            if let file { try read(file) }
            if let peer { peerBytes = try run(peer, sum) ?? peerBytes }
        }
        note(file: file, peer: peer)
        return peerBytes
    }

    private var sampled: [Int] {
        let count = min(options.sample, world.villages.count)
        return (0..<count).map { $0 * world.villages.count / count }
    }

    private mutating func run(_ bruteForce: BruteForce) throws {
        let villages = sampled
        for testsBoxFirst in [false, true] {
            let found = samples.measure(.bruteForce(testsBoxFirst: testsBoxFirst)) {
                villages.map { bruteForce.polygonsCovering(world.villages[$0].centre, testsBoxFirst: testsBoxFirst) }
            }
            try BenchmarkFailure.check(found, villages.map { Array(covering[$0]) }, "brute force and the join differ")
        }
    }

    private mutating func read(_ file: ExchangeFile) throws {
        let (places, areas) = try samples.measure(.readFile) { try file.read() }
        try BenchmarkFailure.check(places, world.villages.map(\.centre), "villages changed between writing and reading")
        try BenchmarkFailure.check(areas, world.footprints.map(\.area), "footprints changed between writing and reading")
    }

    private mutating func run(_ peer: SjoinPeer, _ sum: PairSum) throws -> Int? {
        var peakBytes: Int?
        for question in SjoinPeer.Question.allCases {
            let answer = try peer.run(question)
            samples.add(answer.seconds, to: .peer(question))
            peakBytes = answer.peakBytes ?? peakBytes
            guard question != .read else { continue }
            try BenchmarkFailure.check(
                answer.found, sum,
                "\(question.label) finds \(answer.pairs ?? 0) pairs (sum \(answer.checksum ?? "none")), "
                    + "PhuSong \(sum.pairs) (sum \(sum.checksum))")
        }
        return peakBytes
    }

    private mutating func note(file: ExchangeFile?, peer: SjoinPeer?) {
        let threads = options.threads.map(String.init).joined(separator: ", ")
        checks.append("join and verdicts are equal on \(threads) threads, in every round")
        checks.append("brute force finds the join's pairs for \(sampled.count) villages")
        if file != nil { checks.append("the GeoPackage gives every coordinate back, bit for bit") }
        if peer != nil { checks.append("geopandas finds the same \(covering.pairCount) pairs, in every round and way") }
    }
}
