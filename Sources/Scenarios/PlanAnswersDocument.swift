import Candidates
import Coverage
import Planning
import Siting

extension PlanDocument {
    /// Why other candidates are not built, how each dead zone is or could be had, and what more money would bring.
    public struct Answers: Codable, Hashable, Sendable {
        /// A candidate that is not built.
        public struct Candidate: Codable, Hashable, Sendable {
            /// Of the place.
            public var id: String
            /// What would be built there, such as `new-mast-45m`.
            public var option: String
            /// Who would build; empty = not assigned.
            public var operators: [Operator]
            /// Why it is not built.
            public var reason: PlanAnswers.Rejected.Why
            /// The chosen sites that take its place or its villages.
            public var by: [String]
            /// What it costs in đồng; with chains the cheapest link that it could have is counted.
            public var costVND: Int64
            /// Households that it would add to the plan.
            public var weightGained: Int64
            /// What is missing from the budget for it; 0 where that is not the reason.
            public var shortVND: Int64
        }

        /// A dead zone.
        public struct DeadZone: Codable, Hashable, Sendable {
            /// Id of the village.
            public var id: String
            /// Chosen sites that cover it, by rank.
            public var coveredBy: [String]
            /// The cheapest candidate that covers it, and its cost; null where none does.
            @ExplicitNull public var cheapestCandidate: String?
            /// Its cost in đồng; with chains its link is counted, or the cheapest that it could have.
            @ExplicitNull public var cheapestCostVND: Int64?
        }

        /// Every option that is not built, in the order of the options.
        public var candidates: [Candidate]
        /// The dead zones that the plan is about, in the order of the villages.
        public var deadZones: [DeadZone]
        /// The shadow price of the budget: households that a further billion VND brings in the bound's relaxation, an estimate and no limit; null unless the
        /// goal is a budget.
        @ExplicitNull public var householdsPerFurtherBillionVND: Double?
    }

    /// A mast in each of the villages that the plan gains, standing in its centre: what people do without a plan.
    public struct Naive: Codable, Hashable, Sendable {
        /// Number of masts: one for each village gained.
        public var masts: Int
        /// What they cost, in đồng, each with its own line to the nearest site.
        public var costVND: Int64
        /// What the plan costs less; negative where it costs more, as it may under a limit on sites.
        public var savingVND: Int64
    }
}

extension PlanDocument.Answers {
    init(_ answers: PlanAnswers, _ solution: SitingSolution, _ assembly: SitingAssembly, _ options: [SiteOption], _ world: World) {
        let charged = assembly.problem.charged(solution.links).options
        func ids(_ chosen: [Int]) -> [String] { chosen.map { options[$0].place.id } }
        candidates = answers.rejected.map {
            Candidate(
                id: options[$0.option].place.id, option: options[$0.option].design.word, operators: options[$0.option].design.operators,
                reason: $0.why, by: ids($0.by), costVND: charged[$0.option].costVND,
                weightGained: $0.newWeight, shortVND: $0.shortVND)
        }
        deadZones = answers.targets.map {
            DeadZone(
                id: world.villages[assembly.targets[$0.target]].id, coveredBy: ids($0.coveredBy),
                cheapestCandidate: $0.cheapestOption.map { options[$0].place.id }, cheapestCostVND: $0.cheapestCostVND)
        }
        householdsPerFurtherBillionVND = BudgetPrice(solution.certificate, assembly.problem).map {
            ($0.weightPerBillionVND * 100).rounded() / 100
        }
    }
}
