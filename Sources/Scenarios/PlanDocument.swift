import Candidates
import Coverage
import Planning
import Radio
import Siting

/// `plan.json`: the proposed sites, what they bring and cost, and how good the plan is proven to be.
public struct PlanDocument: Codable, Hashable, Sendable {
    public struct ProposedSite: Codable, Hashable, Sendable {
        public var id: String
        public var name: String
        /// Order in which the sites bring most, from 1.
        public var rank: Int
        public var lon: Double
        public var lat: Double
        /// What is built, such as `new-mast-45m`.
        public var option: String
        /// Who builds; empty = not assigned.
        public var operators: [Operator]
        /// Those of the project's plan that count by the rule.
        public var technologies: [Technology]
        public var bandsMHz: [Double]
        public var mastHeightMeters: Double
        public var azimuthsDegrees: [Double]
        public var power: PowerSource
        public var costVND: Int64
        public var costParts: CostParts
        /// The site whose mast is used or raised; null for a new mast.
        @ExplicitNull public var existingSite: String?
        /// Site that the transmission line leads to: an existing one, or with chains another proposed one; null when there is none.
        @ExplicitNull public var parent: String?
        @ExplicitNull public var hopKm: Double?
        /// Room of a microwave hop to the parent: how far the ground stays below 0.6 of the first Fresnel zone over 4/3 Earth and below the ray
        /// over 2/3 Earth, negative where it stands in the way. Null where no terrain is looked at.
        @ExplicitNull public var hopClearanceMeters: Double?
        /// How the site is joined to its parent, with chains; null where the project asks for none, or the cost holds the connection.
        @ExplicitNull public var link: BackhaulKind?
        /// The ids from the parent to the network, with chains.
        public var chain: [String]
        /// Whether the line may be a microwave hop; null where no terrain is looked at.
        @ExplicitNull public var hop: Hop?
        /// Villages that this site covers and no site of a better rank does.
        public var villagesGained: [String]
        public var householdsGained: Int
        /// Villages that no other site of the plan covers: what would be lost without it.
        public var villagesExclusive: [String]
        public var householdsExclusive: Int
        /// All dead villages that this site covers.
        public var villagesCovered: [String]
        public var synthetic: Bool

        enum CodingKeys: String, CodingKey {
            case id, name, rank, lon, lat, option, operators, technologies, bandsMHz, mastHeightMeters
            case azimuthsDegrees = "azimuthsDeg"
            case power, costVND, costParts, existingSite, parent, hopKm, hopClearanceMeters, link, chain, hop, villagesGained,
                householdsGained
            case villagesExclusive, householdsExclusive, villagesCovered, synthetic
        }
    }

    /// A microwave hop for a proposed site, and the nearest site to which one is clear.
    public struct Hop: Codable, Hashable, Sendable {
        /// Of the hop to the parent.
        public var verdict: MicrowaveHop.Verdict
        @ExplicitNull public var bandGHz: Double?
        /// What is to spare in rain of 0.01 % of the time, dB.
        @ExplicitNull public var rainMarginDB: Double?
        /// The nearest existing site with a clear hop; null when none of the nearest has one.
        @ExplicitNull public var clearParent: String?
        @ExplicitNull public var clearParentKm: Double?
        @ExplicitNull public var clearParentBandGHz: Double?
    }

    public struct Unreachable: Codable, Hashable, Sendable {
        public var id: String
        public var name: String
        public var commune: String
        @ExplicitNull public var households: Int?
        /// `no-candidate-in-range` by discs and `no-candidate-reaches` by prediction, `no-chain` where the sites that would reach it
        /// cannot be joined, or `too-few-operators` where one new site cannot bring as many operators as the rule asks for.
        public var reason: String
        /// The nearest candidate and its distance; null when there is no candidate.
        @ExplicitNull public var nearestCandidate: String?
        @ExplicitNull public var nearestCandidateMeters: Double?
    }

    /// A group with a least share of households, before and with the plan.
    public struct Share: Codable, Hashable, Sendable {
        /// `commune`, or the trait.
        public var by: String
        /// Name of the commune, or the trait.
        public var group: String
        public var minimumPercent: Double
        public var households: Int64
        public var coveredBefore: Int64
        public var coveredAfter: Int64
    }

    /// A place that is left out.
    public struct RejectedPlace: Codable, Hashable, Sendable {
        public var id: String
        public var reason: FoundCandidates.Rejection
    }

    public struct Villages: Codable, Hashable, Sendable {
        public var before: GapSummary.Counts
        public var after: GapSummary.Counts
    }

    public struct CurvePoint: Codable, Hashable, Sendable {
        public var site: String
        public var weightGained: Int64
        public var weightTotal: Int64
        public var costVND: Int64
    }

    /// `phusong.plan/1`.
    public var schema: String
    public var project: String
    public var asOf: CalendarDate
    /// `sites`, `budget`, `cover-all` or `share`.
    public var goal: String
    public var status: SitingStatus
    /// False when the plan is infeasible, or the search was stopped before any plan existed: then `sites` is empty and means nothing.
    public var hasPlan: Bool
    /// Newly covered weight (households) with `sites` and `budget`, VND with `cover-all` and `share`.
    public var objective: Int64
    public var bound: Int64
    public var boundSource: String
    /// What a better plan could win at most: |bound − objective| / max(1, objective), 1 as long as there is no plan. At most 1 when covering
    /// all.
    public var gap: Double
    @ExplicitNull public var proof: String?
    /// Why the plan is not optimal or not there; null otherwise.
    @ExplicitNull public var reason: String?
    /// The same as a code for programs.
    @ExplicitNull public var reasonCode: SitingReason?
    /// Ids of the villages that the reason is about.
    public var reasonVillages: [String]
    /// Their names, in the same order.
    public var reasonVillageNames: [String]
    public var costVND: Int64
    @ExplicitNull public var budgetVND: Int64?
    @ExplicitNull public var sitesLimit: Int?
    /// The share of the dead zones' households that is to be covered, percent.
    @ExplicitNull public var sharePercent: Double?
    public var strict: Bool
    public var sites: [ProposedSite]
    public var unreachable: [Unreachable]
    public var villages: Villages
    public var households: Villages
    public var population: Villages
    /// The greedy path over all candidates that bring anything, whatever the budget or the number of sites: not the plan.
    public var greedyCurve: [CurvePoint]
    /// What a mast in every village gained would cost; null where a cost does not fit into 64 bits.
    @ExplicitNull public var naive: Naive?
    public var answers: Answers
    /// Groups with a least share that have dead zones.
    public var shares: [Share]
    public var solver: SolverFacts
    /// Places that were looked at, and kept.
    public var candidates: Int
    /// Places that were left out before anybody looked at what they cover.
    public var rejectedCandidates: [RejectedPlace]
    /// Villages that had to be covered, by id; nil where none had to.
    public var mustCover: [String]?
    /// What each operator might spend, in VND; nil without such limits.
    public var operatorBudgetsVND: [String: Int64]?
    public var seed: Int64
    public var warnings: [GapSummary.Warning]

    /// Whether the objective is money.
    public var isMinimising: Bool { goal == "cover-all" || goal == "share" }
}
