import Coverage
import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning
import Siting

/// Two or more runs side by side, and what changed from the first to each of the others.
public struct Comparison: Codable, Hashable, Sendable {
    /// The headline numbers of one run, as the run itself states them.
    public struct RunRow: Codable, Hashable, Sendable {
        /// Name of the run's folder.
        public var run: String
        public var command: String
        public var project: String
        public var rule: String
        public var asOf: CalendarDate
        /// Grades at the end of the run: after the plan when there is one.
        public var villages: GapSummary.Counts
        public var households: GapSummary.Counts
        public var population: GapSummary.Counts
        @ExplicitNull public var goal: String?
        @ExplicitNull public var status: SitingStatus?
        @ExplicitNull public var sites: Int?
        @ExplicitNull public var costVND: Int64?
        @ExplicitNull public var objective: Int64?
        @ExplicitNull public var bound: Int64?
        /// VND per household newly covered; null without a plan or when it gains none.
        @ExplicitNull public var costPerHouseholdVND: Int64?
    }

    public struct SiteChange: Codable, Hashable, Sendable {
        public var id: String
        public var lon: Double
        public var lat: Double
        public var costVND: Int64
        public var synthetic: Bool
    }

    public struct VillageChange: Codable, Hashable, Sendable {
        public var id: String
        public var name: String
        public var commune: String
        public var lon: Double
        public var lat: Double
        public var households: Int
        public var from: Grade
        public var to: Grade
        public var synthetic: Bool
    }

    /// What changes from one run to another. The reverse difference swaps added and removed, gained and lost.
    public struct Difference: Codable, Hashable, Sendable {
        public var from: String
        public var to: String
        public var sitesAdded: [SiteChange]
        public var sitesRemoved: [SiteChange]
        /// In both, with another mast, power or cost; shown as in the second run.
        public var sitesChanged: [SiteChange]
        public var villagesGained: [VillageChange]
        public var villagesLost: [VillageChange]
        /// Ids of villages that only one of the runs knows.
        public var villagesOnlyInFrom: [String]
        public var villagesOnlyInTo: [String]
        public var householdsGained: Int
        public var householdsLost: Int
        public var costDifferenceVND: Int64
    }

    public var schema = "phusong.compare/1"
    public var runs: [RunRow]
    public var differences: [Difference]
    public var warnings: [String]
}

extension Comparison {
    /// Compares runs by what they wrote.
    ///
    /// - Throws: `StoreError` when a folder is no run.
    public static func of(_ folders: [String]) throws -> Comparison {
        let snapshots = try folders.map(RunSnapshot.init)
        guard let base = snapshots.first else { return Comparison(runs: [], differences: [], warnings: []) }
        var warnings: [String] = []
        for other in snapshots.dropFirst() {
            if other.manifest.rule != base.manifest.rule {
                warnings.append("\(other.name) uses another rule than \(base.name): \(other.manifest.rule.id), \(base.manifest.rule.id)")
            }
            for role in ["villages", "sites", "footprints", "candidates"] {
                let (a, b) = (base.hashes(role), other.hashes(role))
                if a != b { warnings.append("\(other.name) was made from other \(role) than \(base.name)") }
            }
        }
        return Comparison(
            runs: snapshots.map(\.row), differences: snapshots.dropFirst().map { base.difference(to: $0) }, warnings: warnings)
    }
}

/// One run read back from its folder.
struct RunSnapshot {
    struct VillageState: Hashable {
        var id: String
        var name: String
        var commune: String
        var place: Coordinate
        var households: Int
        var grade: Grade
        var isSynthetic: Bool
    }

    let name: String
    let manifest: Manifest
    let summary: GapSummary
    let plan: PlanDocument?
    let villages: [VillageState]

    init(_ folder: String) throws {
        name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
        manifest = try RunStore.document(Manifest.self, "run.json", in: folder)
        summary = try RunStore.document(GapSummary.self, "summary.json", in: folder)
        let hasPlan = manifest.command == "plan"
        plan = hasPlan ? try RunStore.document(PlanDocument.self, "plan.json", in: folder) : nil
        villages = try Self.villages("\(folder)/\(hasPlan ? "villages-after" : "villages").geojson")
    }

    private static func villages(_ path: String) throws -> [VillageState] {
        let table: FeatureTable
        do {
            table = try VectorReader.read(path)
        } catch {
            throw StoreError(.badData, path: path, reason: "the layer cannot be read", remedy: "make the run again")
        }
        func position(_ field: String) -> Int? { table.fieldNames.firstIndex(of: field) }
        guard let id = position("id"), let name = position("name"), let commune = position("commune"), let grade = position("grade")
        else { throw StoreError(.badData, path: path, reason: "fields are missing", remedy: "make the run again") }
        let (households, synthetic) = (position("households"), position("synthetic"))
        return try table.features.map { feature in
            func text(_ position: Int) -> String { feature.values[position].text ?? "" }
            guard let level = Grade(rawValue: text(grade)), case .point(let place)? = feature.shape else {
                throw StoreError(.badData, path: path, reason: "feature \(feature.row) has no grade or place", remedy: "make the run again")
            }
            return VillageState(
                id: text(id), name: text(name), commune: text(commune), place: place,
                households: households.flatMap { Int(text($0)) } ?? 0, grade: level,
                isSynthetic: synthetic.map { text($0) == "true" || text($0) == "1" } ?? false)
        }
    }

    func hashes(_ role: String) -> [String] { manifest.inputs.filter { $0.role == role }.map(\.sha256) }

    var row: Comparison.RunRow {
        let gained = plan.map { $0.households.after.covered - $0.households.before.covered }
        let perHousehold = plan.flatMap { document in gained.flatMap { $0 > 0 ? document.costVND / Int64($0) : nil } }
        return Comparison.RunRow(
            run: name, command: manifest.command, project: manifest.project, rule: manifest.rule.id, asOf: manifest.asOf,
            villages: plan?.villages.after ?? summary.villages, households: plan?.households.after ?? summary.households,
            population: plan?.population.after ?? summary.population, goal: plan?.goal, status: plan?.status, sites: plan?.sites.count,
            costVND: plan?.costVND, objective: plan?.objective, bound: plan?.bound, costPerHouseholdVND: perHousehold)
    }

    func difference(to other: RunSnapshot) -> Comparison.Difference {
        func sites(_ document: PlanDocument?) -> [String: PlanDocument.ProposedSite] {
            Dictionary((document?.sites ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        func change(_ site: PlanDocument.ProposedSite) -> Comparison.SiteChange {
            .init(id: site.id, lon: site.lon, lat: site.lat, costVND: site.costVND, synthetic: site.synthetic)
        }
        let (mine, theirs) = (sites(plan), sites(other.plan))
        let before = Dictionary(villages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(other.villages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var gained: [Comparison.VillageChange] = []
        var lost: [Comparison.VillageChange] = []
        for (id, old) in before {
            guard let new = after[id], old.grade != new.grade else { continue }
            let village = Comparison.VillageChange(
                id: id, name: new.name, commune: new.commune, lon: new.place.longitude, lat: new.place.latitude, households: new.households,
                from: old.grade, to: new.grade, synthetic: new.isSynthetic)
            if new.grade == .covered { gained.append(village) }
            if old.grade == .covered { lost.append(village) }
        }
        gained.sort { $0.id < $1.id }
        lost.sort { $0.id < $1.id }
        return Comparison.Difference(
            from: name, to: other.name,
            sitesAdded: theirs.values.filter { mine[$0.id] == nil }.map(change).sorted { $0.id < $1.id },
            sitesRemoved: mine.values.filter { theirs[$0.id] == nil }.map(change).sorted { $0.id < $1.id },
            sitesChanged: theirs.values.filter { site in
                mine[site.id].map { $0.costVND != site.costVND || $0.option != site.option || $0.power != site.power } ?? false
            }.map(change).sorted { $0.id < $1.id },
            villagesGained: gained, villagesLost: lost,
            villagesOnlyInFrom: before.keys.filter { after[$0] == nil }.sorted(),
            villagesOnlyInTo: after.keys.filter { before[$0] == nil }.sorted(),
            householdsGained: gained.reduce(0) { $0 + $1.households }, householdsLost: lost.reduce(0) { $0 + $1.households },
            costDifferenceVND: (other.plan?.costVND ?? 0) - (plan?.costVND ?? 0))
    }
}
