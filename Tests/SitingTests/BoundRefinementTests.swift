import Siting
import Testing

/// What goes beyond one set of multipliers proves itself as well, and tampering can loosen a bound but never make it false.
@Suite struct BoundRefinementTests {
    @Test(arguments: RandomInstance.Mode.allCases)
    func tamperingNeverMakesABoundFalse(mode: RandomInstance.Mode) throws {
        var random = SeededGenerator(state: 31)
        var tampered = 0
        for seed in 5000..<5400 {
            let problem = RandomInstance.problem(seed: UInt64(seed), mode: mode)
            guard let optimum = BruteForce.optimum(problem) else { continue }
            let certificate = try SitingSolver().solve(problem).certificate
            for _ in 0..<3 {
                let forged = forge(certificate, problem, &random)
                guard let bound = try? forged.bound(problem) else { continue }
                if !forged.refinements.isEmpty { tampered += 1 }
                #expect(mode.isMinimizing ? bound <= optimum : bound >= optimum, "\(mode) \(seed)")
            }
        }
        #expect(tampered > 50)
    }

    @Test func aTreeOfWrongShapeIsRefused() throws {
        let problem = SitingProblem(
            targetWeights: [3, 4],
            options: [SitingOption(id: "a", costVND: 1, covers: [0]), SitingOption(id: "b", costVND: 1, covers: [1])],
            goal: .maximizeWithSites(1))
        func certificate(_ refinements: [BoundRefinement]) -> BoundCertificate {
            BoundCertificate(
                scale: 1, multipliers: [0, 0], priceNumerator: 0, priceDenominator: 1, dominated: [], refinements: refinements)
        }
        let leaf = BoundRefinement.Node(steps: [], option: nil)
        let split = BoundRefinement.Node(steps: [], option: 0)
        #expect(try certificate([.init(anchor: nil, cutoff: 4, nodes: [leaf])]).bound(problem) == 7)
        // With the option the plan is full and worth 3; without it a step is needed to see that 4 is all there is.
        let silent = BoundRefinement.Step(targets: [], multipliers: [], priceNumerator: 0, priceDenominator: 1)
        let closed = BoundRefinement.Node(steps: [silent], option: nil)
        #expect(try certificate([.init(anchor: nil, cutoff: 4, nodes: [split, leaf, closed])]).bound(problem) == 4)
        #expect(try certificate([.init(anchor: nil, cutoff: 4, nodes: [split, leaf, leaf])]).bound(problem) == 7)
        for nodes in [[], [split], [split, leaf], [leaf, leaf]] {
            #expect(throws: CertificateError.wrongSize) { try certificate([.init(anchor: nil, cutoff: 4, nodes: nodes)]).bound(problem) }
        }
        #expect(throws: CertificateError.outOfRange) { try certificate([.init(anchor: nil, cutoff: -1, nodes: [leaf])]).bound(problem) }
        let unknown = BoundRefinement.Node(steps: [], option: 9)
        #expect(throws: CertificateError.outOfRange) {
            try certificate([.init(anchor: nil, cutoff: 4, nodes: [unknown, leaf, leaf])]).bound(problem)
        }
        let uneven = BoundRefinement.Step(targets: [0], multipliers: [], priceNumerator: 0, priceDenominator: 1)
        #expect(throws: CertificateError.wrongSize) {
            try certificate([.init(anchor: nil, cutoff: 4, nodes: [.init(steps: [uneven], option: nil)])]).bound(problem)
        }
    }

    @Test func aCutoffThatNoPlanReachesShowsInTheBound() throws {
        let problem = try PublicInstances.maximalCovering("SJC324", radius: 150, sites: 40)
        let solution = try SitingSolver().solve(problem)
        #expect(solution.proof == "own" && !solution.certificate.refinements.isEmpty)
        var forged = solution.certificate
        forged.refinements[0].cutoff += 100
        #expect(try forged.bound(problem) == solution.objective + 100)
        forged.refinements[0].cutoff -= 200
        #expect(try forged.bound(problem) >= solution.objective)
    }

    private func forge(
        _ certificate: BoundCertificate, _ problem: SitingProblem, _ random: inout SeededGenerator
    ) -> BoundCertificate {
        var forged = certificate
        for tree in forged.refinements.indices {
            if Bool.random(using: &random) {
                forged.refinements[tree].cutoff = max(
                    0, forged.refinements[tree].cutoff + Int64.random(in: -9...9, using: &random) * 1_000_000)
                if problem.options.allSatisfy({ $0.costVND < 1000 }) { forged.refinements[tree].cutoff %= 200 }
            }
            for node in forged.refinements[tree].nodes.indices {
                if forged.refinements[tree].nodes[node].option != nil, Int.random(in: 0..<3, using: &random) == 0 {
                    forged.refinements[tree].nodes[node].option = Int.random(in: 0..<problem.options.count, using: &random)
                }
                for step in forged.refinements[tree].nodes[node].steps.indices {
                    for slot in forged.refinements[tree].nodes[node].steps[step].multipliers.indices
                    where Int.random(in: 0..<3, using: &random) == 0 {
                        forged.refinements[tree].nodes[node].steps[step].multipliers[slot] =
                            Int64.random(in: 0...100, using: &random) * forged.scale / Int64.random(in: 1...9, using: &random)
                    }
                }
            }
            let root = BoundRefinement.Step(
                targets: problem.targetWeights.indices.map { Int32($0) },
                multipliers: problem.targetWeights.map { _ in Int64.random(in: 0...60, using: &random) * forged.scale },
                priceNumerator: Int64.random(in: 0...60, using: &random) * forged.scale,
                priceDenominator: Int64.random(in: 1...3, using: &random))
            if Bool.random(using: &random) { forged.refinements[tree].nodes[0].steps.insert(root, at: 0) }
        }
        return forged
    }
}
