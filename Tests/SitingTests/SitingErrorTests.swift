import Siting
import Testing

/// Each defect is refused with the names concerned and a remedy.
@Suite struct SitingErrorTests {
    static let mast = SitingOption(id: "mast", costVND: 5, covers: [0])
    static let tooMuch: Int64 = (1 << 53) + 1

    static let cases: [(problem: SitingProblem, error: SitingError, word: String)] = [
        (problem([SitingOption(id: "m7", costVND: -1, covers: [0])]), .negativeCost(optionID: "m7", costVND: -1), "m7"),
        (problem([SitingOption(id: "big", costVND: tooMuch, covers: [0])]), .costOverflow(optionID: "big"), "big"),
        (
            problem([mast, SitingOption(id: "big", costVND: .max, covers: [0])]), .costOverflow(optionID: "big"), "unit"
        ),
        (problem([mast], weights: [-4], ids: ["Nà Lạ"]), .negativeWeight(targetID: "Nà Lạ", weight: -4), "Nà Lạ"),
        (problem([mast], weights: [1, .max], ids: ["a", "b"]), .weightOverflow(targetID: "b"), "coarser"),
        (problem([mast], weights: [1, 2], ids: ["a"]), .targetCountMismatch(weights: 2, ids: 1), "one id per weight"),
        (
            problem([SitingOption(id: "m", costVND: 1, covers: [1])]), .targetOutOfRange(optionID: "m", target: 1, targets: 1), "rebuild"
        ),
        (
            problem([SitingOption(id: "m", costVND: 1, covers: [-1])]), .targetOutOfRange(optionID: "m", target: -1, targets: 1), "'m'"
        ),
        (problem([mast], must: [3]), .unknownMustCover(target: 3, targets: 1), "3"),
        (problem([mast], must: [-1]), .unknownMustCover(target: -1, targets: 1), "-1"),
        (problem([mast, mast]), .duplicateOptionID("mast"), "own id"),
        (problem([mast], weights: [1, 1], ids: ["a", "a"]), .duplicateTargetID("a"), "own id"),
        (problem([mast], goal: .maximizeWithSites(-1)), .negativeSites(-1), "-1"),
        (problem([mast], goal: .coverWeight(-2)), .negativeWantedWeight(-2), "-2"),
        (problem([mast], goal: .maximizeWithinBudget(costVND: -9)), .negativeBudget(costVND: -9), "-9"),
    ]

    @Test(arguments: cases.indices) func isRefused(index: Int) {
        let (problem, error, word) = Self.cases[index]
        #expect(throws: error) { try SitingSolver().solve(problem) }
        #expect(error.description.contains(word))
    }

    @Test func limitsAreChecked() {
        let problem = Self.problem([Self.mast])
        for limits in [SitingLimits(timeLimitSeconds: -1), SitingLimits(timeLimitSeconds: .nan)] {
            #expect(throws: SitingError.invalidLimit(name: "timeLimitSeconds")) { try SitingSolver(limits: limits).solve(problem) }
        }
        #expect(throws: SitingError.invalidLimit(name: "nodeLimit")) { try SitingSolver(limits: .init(nodeLimit: -1)).solve(problem) }
        #expect(throws: SitingError.invalidLimit(name: "boundIterations")) {
            try SitingSolver(limits: .init(boundIterations: -1)).solve(problem)
        }
    }

    @Test func remainingMessagesNameARemedy() {
        #expect(SitingError.tooLarge(what: "targets").description.contains("split"))
        #expect(SitingError.solverUnavailable.description.contains("coinor-libcbc"))
        #expect(SitingError.invalidLimit(name: "nodeLimit").description.contains("nodeLimit"))
    }

    static func problem(
        _ options: [SitingOption], weights: [Int64] = [1], ids: [String]? = nil, goal: SitingGoal = .maximizeWithSites(1), must: [Int] = []
    ) -> SitingProblem {
        SitingProblem(targetWeights: weights, targetIDs: ids, options: options, goal: goal, mustCover: must)
    }
}
