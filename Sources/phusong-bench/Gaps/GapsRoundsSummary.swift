/// What the rounds say, as the result shows it.
extension GapsRounds {
    private var bruteForceFactor: Double {
        Double(world.villages.count) / Double(max(1, min(options.sample, world.villages.count)))
    }

    private var allWork: [GapsWork] {
        options.threads.map { .join(threads: $0) } + options.threads.map { .grade(threads: $0) }
            + [.bruteForce(testsBoxFirst: false), .bruteForce(testsBoxFirst: true)]
            + [SjoinPeer.Question.within, .intersects, .query].map { .peer($0) } + [.readFile, .peer(.read)]
    }

    /// All pieces of work that were measured, in the order of the table.
    var timings: [GapsResult.Timing] {
        allWork.compactMap { work in
            guard var seconds = samples.spread(work) else { return nil }
            var sampledVillages: Int?
            if case .bruteForce = work {
                seconds = seconds.scaled(by: bruteForceFactor)
                sampledVillages = min(options.sample, world.villages.count)
            }
            let isReading = work == .readFile || work == .peer(.read)
            return GapsResult.Timing(
                name: work.label, threads: work.threads, seconds: seconds,
                villagesPerSecond: isReading ? nil : Double(world.villages.count) / seconds.median, sampledVillages: sampledVillages)
        }
    }

    /// The ratios asked for: brute force to the join on the fewest threads, the peer to the join on each number, reading to reading.
    var ratios: [GapsResult.Ratio] {
        var ratios: [GapsResult.Ratio] = []
        func add(_ slower: GapsWork, _ faster: GapsWork, factor: Double = 1) {
            guard let times = samples.ratio(slower, to: faster, factor: factor) else { return }
            ratios.append(GapsResult.Ratio(slower: slower.fullLabel, faster: faster.fullLabel, times: times))
        }
        if let fewest = options.threads.first, let most = options.threads.last {
            if most != fewest {
                add(.join(threads: fewest), .join(threads: most))
                add(.grade(threads: fewest), .grade(threads: most))
            }
            for testsBoxFirst in [false, true] {
                add(.bruteForce(testsBoxFirst: testsBoxFirst), .join(threads: fewest), factor: bruteForceFactor)
            }
        }
        for threads in options.threads {
            for question in [SjoinPeer.Question.within, .intersects, .query] { add(.peer(question), .join(threads: threads)) }
        }
        add(.peer(.read), .readFile)
        return ratios
    }
}
