import Foundation
import Siting
import Testing

/// The certificate proves its bound alone, survives storage, and cannot be tampered into a better one.
@Suite struct BoundCertificateTests {
    @Test(arguments: RandomInstance.Mode.allCases)
    func anyMultipliersGiveATrueBound(mode: RandomInstance.Mode) throws {
        var random = SeededGenerator(state: 9)
        for seed in 3000..<3120 {
            let problem = RandomInstance.problem(seed: UInt64(seed), mode: mode)
            guard let optimum = BruteForce.optimum(problem) else { continue }
            let certificate = BoundCertificate(
                scale: 4,
                multipliers: problem.targetWeights.map { _ in Int64.random(in: 0...300, using: &random) },
                priceNumerator: Int64.random(in: 0...200, using: &random),
                priceDenominator: Int64.random(in: 1...4, using: &random),
                dominated: []
            )
            let bound = try certificate.bound(problem)
            #expect(mode.isMinimizing ? bound <= optimum : bound >= optimum, "\(mode) \(seed)")
        }
    }

    @Test func survivesStorage() throws {
        let problem = try PublicInstances.setCovering("scp41.txt")
        let solution = try SitingSolver().solve(problem)
        let stored = try JSONDecoder().decode(BoundCertificate.self, from: JSONEncoder().encode(solution.certificate))
        #expect(stored == solution.certificate)
        #expect(try stored.bound(problem) == 429)
    }

    @Test func falseDominanceIsRefused() throws {
        let options = [
            SitingOption(id: "small", costVND: 5, covers: [0]), SitingOption(id: "large", costVND: 5, covers: [0, 1], place: 1),
            SitingOption(id: "rival", costVND: 5, covers: [2], place: 1),
        ]
        let problem = SitingProblem(targetWeights: [1, 1, 1], options: options, goal: .maximizeWithSites(2))
        func claim(_ option: Int, _ by: Int) -> BoundCertificate {
            BoundCertificate(
                scale: 1, multipliers: [0, 0, 0], priceNumerator: 0, priceDenominator: 1, dominated: [.init(option: option, by: by)])
        }
        // Smaller cover, itself, unknown option, and a stand-in that its neighbour may exclude.
        for (option, by) in [(1, 0), (0, 0), (0, 9), (0, 1)] {
            #expect(throws: CertificateError.falseDominance(.init(option: option, by: by))) { try claim(option, by).bound(problem) }
        }
    }

    @Test func nonsenseIsRefused() {
        let problem = SitingProblem(targetWeights: [1], options: [], goal: .coverAll(strict: false))
        func certificate(_ scale: Int64 = 1, _ multipliers: [Int64] = [0], _ numerator: Int64 = 0, _ denominator: Int64 = 1)
            -> BoundCertificate
        {
            BoundCertificate(
                scale: scale, multipliers: multipliers, priceNumerator: numerator, priceDenominator: denominator, dominated: [])
        }
        #expect(throws: CertificateError.wrongSize) { try certificate(1, []).bound(problem) }
        for bad in [certificate(0), certificate(1, [-1]), certificate(1, [.max]), certificate(1, [0], -1), certificate(1, [0], 0, 0)] {
            #expect(throws: CertificateError.outOfRange) { try bad.bound(problem) }
        }
    }
}
