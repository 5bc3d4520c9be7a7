/// What a planner asks of a finished plan: what each site alone brings, why the others are not built, how each target could be had, and what more
/// money would bring. Computed from the problem and the chosen options alone; shares no code with the search.
public struct PlanAnswers: Hashable, Sendable {
    /// What one chosen option is worth, in the order of the plan.
    public struct Chosen: Hashable, Sendable {
        /// Index into ``SitingProblem/options``.
        public var option: Int
        /// Weight that it is the first to cover, by rank.
        public var marginalWeight: Int64
        /// Weight that nothing else in the plan covers: what is lost without it. Never more than it covers, and at most ``marginalWeight`` for the last one.
        public var exclusiveWeight: Int64
        /// The targets behind ``exclusiveWeight``, ascending.
        public var exclusiveTargets: [Int]
    }

    /// Why an option is not built.
    public struct Rejected: Hashable, Sendable {
        /// The reasons. Where several hold, the first of them is given.
        public enum Why: String, CaseIterable, Hashable, Sendable, Codable {
            /// It covers no target.
            case coversNothing = "covers-nothing"
            /// Another option stands on its place.
            case placeTaken = "place-taken"
            /// One chosen option covers all that it covers, for no more money.
            case dominated
            /// All that it covers is covered by the plan.
            case alreadyCovered = "already-covered"
            /// It would bring more, and what is left of the budget does not pay for it.
            case overBudget = "over-budget"
            /// It would bring more, and no further site is allowed.
            case noSiteLeft = "no-site-left"
            /// It would bring more than the goal asks for.
            case notNeeded = "not-needed"
            /// It would bring more, and the search was stopped before it was tried or ruled out.
            case searchStopped = "search-stopped"
        }

        /// Index into ``SitingProblem/options``.
        public var option: Int
        /// The reason; of several the first in the order of the cases.
        public var why: Why
        /// The chosen options that take its place or its targets, in the order of the plan.
        public var by: [Int]
        /// Weight that it would add to the plan.
        public var newWeight: Int64
        /// What is missing from the budget for it, in đồng; 0 unless ``Why/overBudget``.
        public var shortVND: Int64
    }

    /// How one target is or could be had.
    public struct Target: Hashable, Sendable {
        /// Index into ``SitingProblem/targetWeights``.
        public var target: Int
        /// Chosen options that cover it, in the order of the plan; empty when none does.
        public var coveredBy: [Int]
        /// The cheapest option that covers it, ties by id; nil where none does.
        public var cheapestOption: Int?
        /// What that one costs, in đồng.
        public var cheapestCostVND: Int64?
    }

    /// The chosen options, in the order of the plan.
    public var chosen: [Chosen]
    /// Every other option, in the order of the problem.
    public var rejected: [Rejected]
    /// Every target, in the order of the problem.
    public var targets: [Target]

    /// Answers for a plan.
    ///
    /// - Parameter plan: indices of the chosen options by rank, each valid and once.
    /// - Complexity: O(all cover sets × options that share a target with them) at worst.
    public init(_ problem: SitingProblem, plan: [Int]) {
        var rank = [Int](repeating: -1, count: problem.options.count)
        for (position, option) in plan.enumerated() { rank[option] = position }
        let covers = problem.options.map { Set($0.covers).sorted() }
        var coveredBy = [[Int]](repeating: [], count: problem.targetWeights.count)
        for option in plan { for target in covers[option] { coveredBy[target].append(option) } }

        // Where a target needs several operators, one site of many may complete it, and each may be the one that it cannot do without.
        let isCounted = problem.conditions.operatorNeeds != nil
        let covered = isCounted ? PlanCheck.coverage(problem, by: plan) : Set(coveredBy.indices.filter { !coveredBy[$0].isEmpty })
        func lost(_ option: Int) -> [Int] {
            guard isCounted else { return covers[option].filter { coveredBy[$0].count == 1 } }
            return covered.subtracting(PlanCheck.coverage(problem, by: plan.filter { $0 != option })).sorted()
        }
        func gained(_ option: Int) -> [Int] {
            guard isCounted else { return covers[option].filter { coveredBy[$0].first == option } }
            let before = Array(plan.prefix { $0 != option })
            return PlanCheck.coverage(problem, by: before + [option]).subtracting(PlanCheck.coverage(problem, by: before)).sorted()
        }
        chosen = plan.map { option in
            let alone = lost(option)
            func weight(_ targets: [Int]) -> Int64 { targets.reduce(0) { $0 &+ problem.targetWeights[$1] } }
            return Chosen(
                option: option, marginalWeight: weight(gained(option)),
                exclusiveWeight: weight(alone), exclusiveTargets: alone)
        }
        let judge = Judge(problem: problem, plan: plan, rank: rank, covers: covers, coveredBy: coveredBy, covered: covered)
        rejected = problem.options.indices.filter { rank[$0] < 0 }.map(judge.rejection)

        var cheapest = [Int?](repeating: nil, count: problem.targetWeights.count)
        for option in problem.options.indices {
            for target in covers[option] {
                guard let known = cheapest[target] else {
                    cheapest[target] = option
                    continue
                }
                let (a, b) = (problem.options[option], problem.options[known])
                if (a.costVND, a.id) < (b.costVND, b.id) { cheapest[target] = option }
            }
        }
        targets = problem.targetWeights.indices.map { target in
            Target(
                target: target, coveredBy: coveredBy[target], cheapestOption: cheapest[target],
                cheapestCostVND: cheapest[target].map { problem.options[$0].costVND })
        }
    }

    private struct Judge {
        let problem: SitingProblem
        let plan: [Int]
        let rank: [Int]
        let covers: [[Int]]
        let coveredBy: [[Int]]
        let covered: Set<Int>

        func rejection(_ option: Int) -> Rejected {
            let own = covers[option]
            let bare = own.filter { !covered.contains($0) }
            let completed =
                problem.conditions.operatorNeeds == nil
                ? bare : PlanCheck.coverage(problem, by: plan + [option]).subtracting(covered).sorted()
            let new = completed.reduce(Int64(0)) { $0 &+ problem.targetWeights[$1] }
            func answer(_ why: Rejected.Why, by: [Int] = [], short: Int64 = 0) -> Rejected {
                Rejected(option: option, why: why, by: by, newWeight: new, shortVND: short)
            }
            if own.isEmpty { return answer(.coversNothing) }
            if let place = problem.options[option].place, let other = plan.first(where: { problem.options[$0].place == place }) {
                return answer(.placeTaken, by: [other])
            }
            guard !bare.isEmpty else {
                let others = Set(own.flatMap { coveredBy[$0] }).sorted { rank[$0] < rank[$1] }
                let over = others.first { other in
                    problem.options[other].costVND <= problem.options[option].costVND && Set(own).isSubset(of: covers[other])
                }
                return over.map { answer(.dominated, by: [$0]) } ?? answer(.alreadyCovered, by: others)
            }
            switch problem.goal {
            case .maximizeWithinBudget(let budget):
                let spent = plan.reduce(Int64(0)) { $0 &+ problem.options[$1].costVND }
                let short = problem.options[option].costVND - (budget - spent)
                return short > 0 ? answer(.overBudget, short: short) : new > 0 ? answer(.searchStopped) : answer(.notNeeded)
            case .maximizeWithSites(let sites):
                return plan.count >= sites ? answer(.noSiteLeft) : new > 0 ? answer(.searchStopped) : answer(.notNeeded)
            case .coverWeight: return answer(.notNeeded)
            case .coverAll: return answer(.searchStopped)
            }
        }
    }
}

extension PlanAnswers.Rejected.Why {
    /// The words for people.
    public var words: (vi: String, en: String) {
        switch self {
        case .coversNothing: ("không phủ tới thôn nào", "covers no village")
        case .placeTaken: ("vị trí đã có phương án khác", "another option stands on its place")
        case .dominated: ("một trạm được chọn phủ được như vậy mà không đắt hơn", "a chosen site covers as much for no more")
        case .alreadyCovered: ("các thôn đã được trạm khác phủ", "the plan covers its villages already")
        case .overBudget: ("phần ngân sách còn lại không đủ", "what is left of the budget does not pay for it")
        case .noSiteLeft: ("hết số trạm cho phép", "no further site is allowed")
        case .notNeeded: ("không cần cho mục tiêu", "the goal does not need it")
        case .searchStopped: ("dừng tìm kiếm trước khi xét xong", "the search stopped before it was ruled out")
        }
    }
}

/// What more money would bring.
public struct BudgetPrice: Hashable, Sendable {
    /// The shadow price of the budget: weight that a further đồng brings in the bound's relaxation, times 10⁹. An estimate: the best plan grows in steps, by
    /// more or less than that.
    public var weightPerBillionVND: Double

    /// The multiplier of the budget in a certificate; nil unless the goal is a budget.
    public init?(_ certificate: BoundCertificate, _ problem: SitingProblem) {
        if case .maximizeWithinBudget = problem.goal, let linear = certificate.linear {
            let formulation = LinearFormulation(problem)
            guard let row = formulation.budgetRow, let root = linear.nodes.first, linear.scale > 0 else { return nil }
            let multiplier = zip(root.rows, root.multipliers).first { $0.0 == Int32(row) }?.1 ?? 0
            let price = Double(-multiplier) / Double(linear.scale) * Double(formulation.unit) / Double(formulation.costUnit)
            weightPerBillionVND = max(0, price * 1e9)
            return
        }
        guard case .maximizeWithinBudget = problem.goal, certificate.scale > 0, certificate.priceDenominator > 0 else { return nil }
        // The certificate counts in common divisors of weights and costs.
        let weightUnit = Double(commonDivisor(problem.targetWeights))
        let costUnit = Double(commonDivisor(problem.options.map(\.costVND)))
        let price = Double(certificate.priceNumerator) / Double(certificate.priceDenominator) / Double(certificate.scale)
        weightPerBillionVND = price * weightUnit / costUnit * 1e9
    }
}
