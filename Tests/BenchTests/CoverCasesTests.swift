import Foundation
import Siting
import Testing

@testable import phusong_bench

/// The document of `cover` holds what it promises.
@Suite struct CoverCasesTests {
    private func result(_ problem: SitingProblem, _ limits: SitingLimits = SitingLimits()) throws -> CoverResult {
        try CoverResult(
            file: "x", format: .json, instance: CoverInstance(problem: problem, firstNumber: 1), limits: limits, timer: StageTimer())
    }

    @Test func anOptimumComesWithProofAndStages() throws {
        let instance = SyntheticSiting(demand: 200, candidates: 60, meanCover: 12, seed: 5)
        let options = instance.covers().enumerated().map { SitingOption(id: "\($0.offset)", costVND: 1, covers: $0.element) }
        let found = try result(SitingProblem(targetWeights: instance.weights, options: options, goal: .maximizeWithSites(6)))
        #expect(found.status == .optimal && found.proof != nil && found.objective == found.bound)
        #expect(found.sites.count == 6 && found.sites == found.sites.sorted())
        #expect(found.seconds.keys.contains("total") && found.seconds.keys.contains("finish"))
        let text = String(decoding: try JSONEncoder().encode(found), as: UTF8.self)
        for key in ["status", "objective", "bound", "boundSource", "proof", "seconds", "sites"] { #expect(text.contains("\"\(key)\"")) }
    }

    @Test func theImpossibleHasNoObjective() throws {
        let found = try result(SitingProblem(targetWeights: [1], options: [], goal: .coverAll(strict: true)))
        #expect(found.status == .infeasible && found.objective == nil && found.bound == nil && found.reason != nil)
    }
}
