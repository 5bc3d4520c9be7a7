/// A checked problem in an order that depends on costs and ids alone, so that shuffled input leads to the same plan.
///
/// Options ascend by cost, then id: every tie of the search goes to the lower index, and so to the cheaper option.
struct CanonicalProblem: Sendable {
    /// Canonical option → index in the caller's list.
    var optionOrigin: [Int]
    /// Canonical target → index in the caller's list.
    var targetOrigin: [Int]
    /// Targets of each option, ascending, without repeats.
    var covers: SparseSets
    /// Options of each target, ascending.
    var coveredBy: SparseSets
    var costVND: [Int64]
    var weight: [Int64]
    var isRequired: [Bool]
    /// Dense number of the option's place, −1 for none.
    var place: [Int32]
    var placeCount: Int

    /// Sums above this lose exactness in CBC's doubles.
    static let largestSum: Int64 = 1 << 53

    /// Checks and orders. O(n log n) in options and targets plus the sizes of the cover sets.
    ///
    /// - Throws: the first defect in the caller's order.
    init(_ problem: SitingProblem) throws(SitingError) {
        let targets = problem.targetWeights.count
        guard problem.targetIDs.count == targets else {
            throw .targetCountMismatch(weights: targets, ids: problem.targetIDs.count)
        }
        guard targets < Int(Int32.max) else { throw .tooLarge(what: "targets") }
        guard problem.options.count < Int(Int32.max) else { throw .tooLarge(what: "options") }
        try Self.checkGoal(problem.goal)
        try Self.checkTargets(problem)
        try Self.checkOptions(problem)

        let options = problem.options
        optionOrigin = options.indices.sorted { (options[$0].costVND, options[$0].id) < (options[$1].costVND, options[$1].id) }
        let ids = problem.targetIDs
        targetOrigin = ids.indices.sorted { ids[$0] < ids[$1] }
        let optionIDs = options.map(\.id).sorted()
        for (a, b) in zip(optionIDs, optionIDs.dropFirst()) where a == b { throw .duplicateOptionID(a) }
        for (a, b) in zip(targetOrigin, targetOrigin.dropFirst()) where ids[a] == ids[b] { throw .duplicateTargetID(ids[a]) }

        var rank = [Int32](repeating: 0, count: targets)
        for (position, target) in targetOrigin.enumerated() { rank[target] = Int32(position) }
        weight = targetOrigin.map { problem.targetWeights[$0] }
        isRequired = [Bool](repeating: false, count: targets)
        for target in problem.mustCover { isRequired[Int(rank[target])] = true }

        covers = SparseSets()
        costVND = []
        place = []
        var placeNumber: [Int: Int32] = [:]
        for origin in optionOrigin {
            let option = options[origin]
            let row = option.covers.map { rank[$0] }.sorted()
            covers.append(row.enumerated().lazy.filter { $0.offset == 0 || row[$0.offset - 1] != $0.element }.map(\.element))
            costVND.append(option.costVND)
            if let name = option.place {
                let next = Int32(placeNumber.count)
                place.append(placeNumber[name, default: next])
                if placeNumber[name] == nil { placeNumber[name] = next }
            } else {
                place.append(-1)
            }
        }
        placeCount = placeNumber.count
        coveredBy = covers.transposed(columns: targets)
    }

    private static func checkGoal(_ goal: SitingGoal) throws(SitingError) {
        switch goal {
        case .maximizeWithSites(let sites): guard sites >= 0 else { throw .negativeSites(sites) }
        case .maximizeWithinBudget(let cost): guard cost >= 0 else { throw .negativeBudget(costVND: cost) }
        case .coverAll: break
        case .coverWeight(let weight): guard weight >= 0 else { throw .negativeWantedWeight(weight) }
        }
    }

    private static func checkTargets(_ problem: SitingProblem) throws(SitingError) {
        var sum: Int64 = 0
        for (weight, id) in zip(problem.targetWeights, problem.targetIDs) {
            guard weight >= 0 else { throw .negativeWeight(targetID: id, weight: weight) }
            guard weight <= largestSum - sum else { throw .weightOverflow(targetID: id) }
            sum += weight
        }
        for target in problem.mustCover where !problem.targetWeights.indices.contains(target) {
            throw .unknownMustCover(target: target, targets: problem.targetWeights.count)
        }
    }

    private static func checkOptions(_ problem: SitingProblem) throws(SitingError) {
        let targets = problem.targetWeights.count
        var sum: Int64 = 0
        for option in problem.options {
            guard option.costVND >= 0 else { throw .negativeCost(optionID: option.id, costVND: option.costVND) }
            guard option.costVND <= largestSum - sum else { throw .costOverflow(optionID: option.id) }
            sum += option.costVND
            for target in option.covers where target < 0 || target >= targets {
                throw .targetOutOfRange(optionID: option.id, target: target, targets: targets)
            }
        }
    }
}
