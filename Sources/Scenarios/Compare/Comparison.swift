import Coverage
import Planning
import Siting

/// Two or more runs side by side, and what changed from the first to each of the others.
public struct Comparison: Codable, Hashable, Sendable {
    /// The headline numbers of one run, as the run itself states them.
    public struct RunRow: Codable, Hashable, Sendable {
        /// Name of the run's folder; the path as it was given where two runs' folders have one name.
        public var run: String
        /// `gaps` or `plan`.
        public var command: String
        /// Name of the project.
        public var project: String
        /// Id of the coverage rule.
        public var rule: String
        /// The day that the run speaks of.
        public var asOf: CalendarDate
        /// Villages by grade at the end of the run: after the plan when there is one.
        public var villages: GapSummary.Counts
        /// Households by grade, counted likewise.
        public var households: GapSummary.Counts
        /// People by grade, counted likewise.
        public var population: GapSummary.Counts
        /// `sites`, `budget`, `cover-all` or `share`; null without a plan, as all that follows.
        @ExplicitNull public var goal: String?
        /// How good the plan is known to be.
        @ExplicitNull public var status: SitingStatus?
        /// Number of proposed sites.
        @ExplicitNull public var sites: Int?
        /// What the plan costs.
        @ExplicitNull public var costVND: Int64?
        /// What the plan reaches, in the unit of its goal.
        @ExplicitNull public var objective: Int64?
        /// What no plan can beat.
        @ExplicitNull public var bound: Int64?
        /// VND per household newly covered; null without a plan or when it gains none.
        @ExplicitNull public var costPerHouseholdVND: Int64?
        /// Microwave hops that the plan builds, with chains; null without them.
        @ExplicitNull public var hops: Int?
        /// What the scenario changed in its project; empty for a plain project.
        public var changes: [Manifest.ScenarioChange]
        /// Villages that need signal most, by trait, in the order of the traits' names.
        public var priorityGroups: [PriorityGroup]
        /// How evenly signal is spread over communes.
        public var equity: Equity
    }

    /// Villages with one trait, such as a school.
    public struct PriorityGroup: Codable, Hashable, Sendable {
        /// `VillageTrait`.
        public var trait: String
        /// Number of villages with the trait.
        public var villages: Int
        /// Of them, those covered at the end of the run.
        public var villagesCovered: Int
        /// Their known households.
        public var households: Int
        /// Of them, those in covered villages.
        public var householdsCovered: Int
    }

    /// A proposed site that stands elsewhere in the other plan: the nearest one that serves some of the same villages, within 5 km.
    public struct SiteMove: Codable, Hashable, Sendable {
        /// As the first run has it.
        public var from: SiteChange
        /// As the second run has it.
        public var to: SiteChange
        /// Straight distance between both places, kilometres, to 10 m.
        public var distanceKm: Double
    }

    /// A proposed site that differs between two plans.
    public struct SiteChange: Codable, Hashable, Sendable {
        /// Id of the candidate place.
        public var id: String
        /// Degrees east, WGS 84.
        public var lon: Double
        /// Degrees north, WGS 84.
        public var lat: Double
        /// Cost in the plan that it is shown from.
        public var costVND: Int64
        /// What is built otherwise than in the first run; empty but for ``Difference/sitesChanged``.
        public var changes: [FieldChange]
        /// Whether the place is made up.
        public var synthetic: Bool
    }

    /// What differs at a site that both plans build.
    public struct FieldChange: Codable, Hashable, Sendable {
        /// A column of `plan.geojson`: `id`, `option`, `mast_height_m`, `operators`, `technologies`, `power`, `parent`, `cost_vnd`; or `place`, as
        /// longitude and latitude, for one that is more than a metre away.
        public var field: String
        /// Its value in the first run, as text; empty where there was none.
        public var before: String
        /// Its value in the second run, likewise.
        public var after: String
    }

    /// A village whose grade differs between two runs. Name, place and households are those of the second run.
    public struct VillageChange: Codable, Hashable, Sendable {
        /// Id of the village.
        public var id: String
        /// Name of the village.
        public var name: String
        /// Name of its commune.
        public var commune: String
        /// Degrees east, WGS 84.
        public var lon: Double
        /// Degrees north, WGS 84.
        public var lat: Double
        /// Number of households; 0 when not known.
        public var households: Int
        /// Grade in the first run.
        public var from: Grade
        /// Grade in the second run.
        public var to: Grade
        /// In the run where it is covered: `standing`, where it has signal before any plan, or the id of the proposed site; empty where it is covered in
        /// neither.
        public var coveredBy: String
        /// In the run where it is not covered: why, as its layer `villages-after` says; `no-plan` where there is no plan. Empty where it is covered in
        /// neither.
        public var whyNot: String
        /// Whether the village is made up.
        public var synthetic: Bool
    }

    /// What changes from one run to another. The reverse difference swaps added and removed, gained and lost.
    public struct Difference: Codable, Hashable, Sendable {
        /// The first run.
        public var from: String
        /// The second run.
        public var to: String
        /// Sites of the first run that stand elsewhere in the second.
        public var sitesMoved: [SiteMove]
        /// Sites that only the second run proposes.
        public var sitesAdded: [SiteChange]
        /// Sites that only the first run proposes.
        public var sitesRemoved: [SiteChange]
        /// In both, by id or within a metre of each other, but built otherwise; shown as in the second run, with what differs.
        public var sitesChanged: [SiteChange]
        /// Villages that are covered in the second run only.
        public var villagesGained: [VillageChange]
        /// Villages that are covered in the first run only.
        public var villagesLost: [VillageChange]
        /// Villages covered in neither run whose grade differs, such as from uncovered to unknown.
        public var villagesRegraded: [VillageChange]
        /// Ids of villages that only the first run knows.
        public var villagesOnlyInFrom: [String]
        /// Ids of villages that only the second run knows.
        public var villagesOnlyInTo: [String]
        /// Households of the villages gained.
        public var householdsGained: Int
        /// Households of the villages lost.
        public var householdsLost: Int
        /// Cost of the second plan less that of the first; a run without a plan costs nothing.
        public var costDifferenceVND: Int64
    }

    /// `phusong.compare/1`.
    public var schema = "phusong.compare/1"
    /// The runs, in the order given.
    public var runs: [RunRow]
    /// From the first run to each of the others.
    public var differences: [Difference]
    /// Which places are in how many plans; null for fewer than two plans.
    @ExplicitNull public var stability: Stability?
    /// What each plan would bring under the others' assumptions; null for fewer than two plans.
    @ExplicitNull public var regret: Regret?
    /// What money buys; null without a plan.
    @ExplicitNull public var frontier: Frontier?
    /// What makes the runs hard to compare: other inputs, another rule, another day, other villages; and plans that are a tie.
    public var warnings: [Bilingual]
}

/// Runs that are about different villages or people.
public struct DifferentDemand: Error, Hashable, Sendable, CustomStringConvertible {
    /// What differs, one sentence each.
    public var differences: [Bilingual]

    /// The whole message.
    public var text: Bilingual {
        Bilingual(
            vi:
                "các lượt chạy không cùng danh sách thôn, bản hoặc số dân: \(differences.map(\.vi).joined(separator: "; ")). Nếu vẫn muốn so sánh, hãy thêm --allow-different-demand",
            en:
                "the runs are not about the same villages and people: \(differences.map(\.en).joined(separator: "; ")). Compare them anyway with --allow-different-demand"
        )
    }

    /// The message in English.
    public var description: String { text.en }
}

extension Comparison {
    /// Compares runs by what they wrote.
    ///
    /// - Parameters:
    ///   - names: what the runs are called; by default their folders' names.
    ///   - allowsDifferentDemand: whether the runs may be about different villages or people.
    /// - Throws: `StoreError` when a folder is no run, or its numbers add up beyond 64 bits; `DifferentDemand`.
    public static func of(_ folders: [String], names given: [String]? = nil, allowsDifferentDemand: Bool = false) throws -> Comparison {
        let snapshots = try zip(folders, given ?? RunNames.of(folders)).map { try RunSnapshot($0, name: $1) }
        guard let base = snapshots.first else { return Comparison(runs: [], differences: [], warnings: []) }
        let demand = snapshots.dropFirst().flatMap { $0.demandDifferences(from: base) }
        if !allowsDifferentDemand, !demand.isEmpty { throw DifferentDemand(differences: demand) }
        let differences = try snapshots.dropFirst().map { try base.difference(to: $0) }
        let ties = try zip(snapshots.dropFirst(), differences).flatMap { try $0.tie(with: base, $1) }
        return Comparison(
            runs: try snapshots.map { try $0.row() }, differences: differences,
            stability: Stability(snapshots), regret: try Regret(snapshots), frontier: try Frontier(snapshots),
            warnings: snapshots.filter { !$0.manifest.isIntact(in: $0.folder) }.map(\.changedWarning) + demand
                + snapshots.dropFirst().flatMap { $0.warnings(against: base) } + ties)
    }
}
