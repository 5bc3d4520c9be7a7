import Siting

/// Generates the sizes asked for, smallest first, and solves each.
struct SitingBenchmark {
    var sizes: [SitingSize]
    var sites: [Int]
    var threads: Int
    var timeLimitSeconds: Double?
    var peer: SpoptPeer.Program?
    let tell: (String) -> Void

    /// Sizes that spopt gets through in reasonable time.
    static let peerSizes: Set<SitingSize> = [.k1, .k5]

    /// - Throws: ``BenchmarkFailure`` when the covers are not the script's, a plan breaks a rule, or spopt proves another optimum.
    func run() throws -> SitingResult {
        var result = SitingResult(threads: threads, timeLimitSeconds: timeLimitSeconds, generating: [:], runs: [])
        for size in sizes.sorted(by: { $0.demand < $1.demand }) {
            tell("generating \(size.rawValue)")
            let (instance, generating) = Stopwatch.time { size.instance() }
            let (covers, covering) = Stopwatch.time { instance.covers() }
            result.generating[size.rawValue] = generating + covering
            let sum = CoverSum(covers)
            try BenchmarkFailure.check(
                sum, size.covers, "the covers of \(size.rawValue) differ from the script's: \(sum) for \(size.covers)")
            let options = covers.enumerated().map { SitingOption(id: String($0.offset), costVND: 1, covers: $0.element) }
            for count in sites.isEmpty ? size.sites : sites {
                tell("\(size.rawValue), \(count) sites")
                let problem = SitingProblem(targetWeights: instance.weights, options: options, goal: .maximizeWithSites(count))
                var run = try measure(size, problem, count, sum.pairs)
                if let peer, Self.peerSizes.contains(size), result.peerAbsence == nil {
                    tell("\(size.rawValue), \(count) sites in spopt")
                    do {
                        let answer = try SpoptPeer(program: peer).solve(problem, sites: count)
                        if run.status == .optimal, answer.status == "Optimal", let found = answer.objective {
                            try BenchmarkFailure.check(found, run.objective, "spopt finds \(found), the solver \(run.objective)")
                        }
                        run.peer = answer
                    } catch let absence as SpoptPeer.Absence {
                        result.peerAbsence = absence.reason
                    }
                }
                result.runs.append(run)
            }
        }
        return result
    }

    private func measure(_ size: SitingSize, _ problem: SitingProblem, _ sites: Int, _ pairs: Int) throws -> SitingResult.Run {
        let timer = StageTimer()
        let before = ProcessorTime.seconds()
        let limits = SitingLimits(timeLimitSeconds: timeLimitSeconds, threads: threads)
        let solution = try SitingSolver(limits: limits).solve(problem, timer: timer)
        let spent = ProcessorTime.seconds() - before
        let check = PlanCheck.check(problem, chosen: solution.chosen)
        guard check.isValid, check.coveredWeight == solution.objective else {
            throw BenchmarkFailure("the plan of \(size.rawValue) with \(sites) sites breaks a rule: \(check.violations)")
        }
        var seconds = timer.seconds
        seconds["solve"] = timer.total
        return SitingResult.Run(
            size: size, demand: size.demand, candidates: size.candidates, pairs: pairs, sites: sites, status: solution.status,
            objective: solution.objective, bound: solution.bound, gap: solution.gap, proof: solution.proof, seconds: seconds,
            processorSeconds: spent, peakBytes: PeakMemory.bytes(), search: solution.facts)
    }
}
