import Candidates
import Coverage
import Planning
import Radio
import Siting

/// `plan.json`: the proposed sites, what they bring and cost, and how good the plan is proven to be.
public struct PlanDocument: Codable, Hashable, Sendable {
    /// One site to be built, or work at a mast that stands.
    public struct ProposedSite: Codable, Hashable, Sendable {
        /// Id of the candidate place.
        public var id: String
        /// Name of the place; empty where it has none.
        public var name: String
        /// Order in which the sites bring most, from 1.
        public var rank: Int
        /// Degrees east, WGS 84.
        public var lon: Double
        /// Degrees north, WGS 84.
        public var lat: Double
        /// What is built, such as `new-mast-45m`.
        public var option: String
        /// Who builds; empty = not assigned.
        public var operators: [Operator]
        /// Those of the project's plan that count by the rule.
        public var technologies: [Technology]
        /// Carrier bands, MHz.
        public var bandsMHz: [Double]
        /// Height of the mast as built, metres.
        public var mastHeightMeters: Double
        /// Where the sectors look, degrees clockwise from north; turned to the villages where the project says `auto`.
        public var azimuthsDegrees: [Double]
        /// Where its electricity comes from.
        public var power: PowerSource
        /// What it costs, in đồng, the link that it pays in a chain included; the sum of ``costParts``.
        public var costVND: Int64
        /// The parts of the cost.
        public var costParts: CostParts
        /// The site whose mast is used or raised; null for a new mast.
        @ExplicitNull public var existingSite: String?
        /// Site that the transmission line leads to: an existing one, or with chains another proposed one; null when there is none.
        @ExplicitNull public var parent: String?
        /// Length of the line to the parent, kilometres; null without a parent.
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
        /// Known households of the villages gained.
        public var householdsGained: Int
        /// Villages that no other site of the plan covers: what would be lost without it.
        public var villagesExclusive: [String]
        /// Known households of these villages.
        public var householdsExclusive: Int
        /// All dead villages that this site covers.
        public var villagesCovered: [String]
        /// Whether the place is made up.
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
        /// Band that would be used, or came nearest to it, GHz; null where none is allowed or the ground is not known.
        @ExplicitNull public var bandGHz: Double?
        /// What is to spare in rain of 0.01 % of the time, dB.
        @ExplicitNull public var rainMarginDB: Double?
        /// The nearest existing site with a clear hop; null when none of the nearest has one.
        @ExplicitNull public var clearParent: String?
        /// Length of that hop, kilometres.
        @ExplicitNull public var clearParentKm: Double?
        /// Band of that hop, GHz.
        @ExplicitNull public var clearParentBandGHz: Double?
    }

    /// A dead zone that nothing which may be built can cover.
    public struct Unreachable: Codable, Hashable, Sendable {
        /// Id of the village.
        public var id: String
        /// Name of the village.
        public var name: String
        /// Name of its commune.
        public var commune: String
        /// Number of households; null when not known.
        @ExplicitNull public var households: Int?
        /// `no-candidate-in-range` by discs and `no-candidate-reaches` by prediction, `no-chain` where the sites that would reach it
        /// cannot be joined, or `too-few-operators` where one new site cannot bring as many operators as the rule asks for.
        public var reason: String
        /// The nearest candidate and its distance; null when there is no candidate.
        @ExplicitNull public var nearestCandidate: String?
        /// From the village's centre, whole metres.
        @ExplicitNull public var nearestCandidateMeters: Double?
    }

    /// A group with a least share of households, before and with the plan.
    public struct Share: Codable, Hashable, Sendable {
        /// `commune`, or the trait.
        public var by: String
        /// Name of the commune, or the trait.
        public var group: String
        /// Least share of ``households`` in covered villages, percent.
        public var minimumPercent: Double
        /// Weight of the group's graded villages: households, estimated where they are not known.
        public var households: Int64
        /// Of it, what is covered before the plan.
        public var coveredBefore: Int64
        /// The same with the villages that the plan gains.
        public var coveredAfter: Int64
    }

    /// A place that is left out.
    public struct RejectedPlace: Codable, Hashable, Sendable {
        /// Id of the place.
        public var id: String
        /// Why it is left out.
        public var reason: FoundCandidates.Rejection
    }

    /// A number by grade, before and with the plan.
    public struct Villages: Codable, Hashable, Sendable {
        /// As the gap analysis found it.
        public var before: GapSummary.Counts
        /// With all proposed sites on air.
        public var after: GapSummary.Counts
    }

    /// One step of the greedy path.
    public struct CurvePoint: Codable, Hashable, Sendable {
        /// Id of the place whose option comes next.
        public var site: String
        /// Weight (households) that it adds to those before it.
        public var weightGained: Int64
        /// Weight covered so far.
        public var weightTotal: Int64
        /// What the options so far cost together, in đồng, without links of chains.
        public var costVND: Int64
    }

    /// `phusong.plan/1`.
    public var schema: String
    /// Name of the project, or of the scenario.
    public var project: String
    /// The day that the plan speaks of.
    public var asOf: CalendarDate
    /// `sites`, `budget`, `cover-all` or `share`.
    public var goal: String
    /// How good the plan is known to be.
    public var status: SitingStatus
    /// False when the plan is infeasible, or the search was stopped before any plan existed: then `sites` is empty and means nothing.
    public var hasPlan: Bool
    /// Newly covered weight (households) with `sites` and `budget`, VND with `cover-all` and `share`.
    public var objective: Int64
    /// What no plan can beat, in the unit of ``objective``: at least that when maximising, at most that when minimising.
    public var bound: Int64
    /// How the bound was found: `lagrangian`, `linear`, `branch-and-bound` or `trivial`.
    public var boundSource: String
    /// What a better plan could win at most: |bound − objective| / max(1, objective), 1 as long as there is no plan. At most 1 when covering
    /// all.
    public var gap: Double
    /// Who proved that the plan is optimal: `own`, or a solver and its version; null unless it is.
    @ExplicitNull public var proof: String?
    /// Why the plan is not optimal or not there; null otherwise.
    @ExplicitNull public var reason: String?
    /// The same as a code for programs.
    @ExplicitNull public var reasonCode: SitingReason?
    /// Ids of the villages that the reason is about.
    public var reasonVillages: [String]
    /// Their names, in the same order.
    public var reasonVillageNames: [String]
    /// What the plan costs, in đồng, links of chains included.
    public var costVND: Int64
    /// Most that a plan may cost, in đồng; null unless that is the goal.
    @ExplicitNull public var budgetVND: Int64?
    /// Most sites that a plan may have; null unless that is the goal.
    @ExplicitNull public var sitesLimit: Int?
    /// The share of the dead zones' households that is to be covered, percent.
    @ExplicitNull public var sharePercent: Double?
    /// Whether the goal was to cover every dead zone, or else nothing: true with `cover-all` alone.
    public var strict: Bool
    /// The proposed sites by rank.
    public var sites: [ProposedSite]
    /// Dead zones that no option covers, or none that can be joined to the network, in the order of the villages.
    public var unreachable: [Unreachable]
    /// Villages by grade.
    public var villages: Villages
    /// Known households by the grade of their village.
    public var households: Villages
    /// Known people by the grade of their village.
    public var population: Villages
    /// The greedy path over all candidates that bring anything, whatever the budget or the number of sites: not the plan.
    public var greedyCurve: [CurvePoint]
    /// What a mast in every village gained would cost; null where a cost does not fit into 64 bits.
    @ExplicitNull public var naive: Naive?
    /// Why others are not built, and how each dead zone is or could be had.
    public var answers: Answers
    /// Groups with a least share that have dead zones.
    public var shares: [Share]
    /// Sizes and counts of the search.
    public var solver: SolverFacts
    /// Places that were looked at, and kept.
    public var candidates: Int
    /// Places that were left out before anybody looked at what they cover.
    public var rejectedCandidates: [RejectedPlace]
    /// Villages that had to be covered, by id; nil where none had to.
    public var mustCover: [String]?
    /// What each operator might spend, in VND; nil without such limits.
    public var operatorBudgetsVND: [String: Int64]?
    /// `seed` of the project file.
    public var seed: Int64
    /// Warnings of the project, and those of the plan.
    public var warnings: [GapSummary.Warning]

    /// Whether the objective is money.
    public var isMinimising: Bool { goal == "cover-all" || goal == "share" }
}
