import Coverage
import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning

/// One run read back from its folder.
struct RunSnapshot {
    struct VillageState: Hashable {
        var id: String
        var name: String
        var commune: String
        var place: Coordinate
        var communeCode: String
        var households: Int
        var population: Int
        var traits: [String]
        var grade: Grade
        /// `standing` or the proposed site, where it is covered; why it is not, elsewhere.
        var account: String
        var isSynthetic: Bool
    }

    let folder: String
    /// What the comparison calls it.
    let name: String
    let manifest: Manifest
    let summary: GapSummary
    let plan: PlanDocument?
    let villages: [VillageState]

    init(_ folder: String, name: String) throws {
        self.folder = folder
        self.name = name
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
        let (population, code, traits) = (position("population"), position("commune_code"), position("traits"))
        let (before, gainedBy, whyNot) = (position("grade_before"), position("gained_by"), position("why_not"))
        return try table.features.map { feature in
            func text(_ position: Int) -> String { feature.values[position].text ?? "" }
            guard let level = Grade(rawValue: text(grade)), case .point(let place)? = feature.shape else {
                throw StoreError(.badData, path: path, reason: "feature \(feature.row) has no grade or place", remedy: "make the run again")
            }
            var account = level == .covered ? "standing" : "no-plan"
            if let before, let gainedBy, let whyNot {
                if level != .covered {
                    account = text(whyNot)
                } else if text(before) != Grade.covered.rawValue {
                    // Some villages are covered by several sites together and by none alone.
                    account = text(gainedBy).isEmpty ? "several-sites" : text(gainedBy)
                }
            }
            return VillageState(
                id: text(id), name: text(name), commune: text(commune), place: place, communeCode: code.map(text) ?? "",
                households: households.flatMap { Int(text($0)) } ?? 0, population: population.flatMap { Int(text($0)) } ?? 0,
                traits: traits.map { text($0).split(separator: ";").map(String.init) } ?? [], grade: level, account: account,
                isSynthetic: synthetic.map { text($0) == "true" || text($0) == "1" } ?? false)
        }
    }

    func hashes(_ role: String) -> [String] { manifest.inputs.filter { $0.role == role }.map(\.sha256) }

    /// What makes this run hard to compare with another.
    func warnings(against base: RunSnapshot) -> [String] {
        var warnings: [String] = []
        if manifest.rule != base.manifest.rule {
            warnings.append("\(name) uses another rule than \(base.name): \(manifest.rule.id), \(base.manifest.rule.id)")
        }
        if manifest.asOf != base.manifest.asOf {
            warnings.append("\(name) speaks of another day than \(base.name): \(manifest.asOf), \(base.manifest.asOf)")
        }
        for role in Set((manifest.inputs + base.manifest.inputs).map(\.role)).sorted() where hashes(role) != base.hashes(role) {
            // Scenarios say themselves what they change.
            if role == "project", manifest.scenarioChanges != nil || base.manifest.scenarioChanges != nil { continue }
            let what = role == "project" ? "another project file" : "other \(role)"
            warnings.append("\(name) was made from \(what) than \(base.name)")
        }
        return warnings
    }

    /// How the villages and people of this run differ from another's, whatever their grades.
    func demandDifferences(from base: RunSnapshot) -> [String] {
        let (mine, theirs) = (
            Dictionary(villages.map { ($0.id, $0) }) { first, _ in first },
            Dictionary(base.villages.map { ($0.id, $0) }) { first, _ in first }
        )
        var found: [String] = []
        func add(_ count: Int, _ what: String) { if count > 0 { found.append("\(name) against \(base.name): \(what) (\(count))") } }
        add(theirs.keys.count { mine[$0] == nil }, "villages missing")
        add(mine.keys.count { theirs[$0] == nil }, "villages added")
        add(mine.values.count { village in theirs[village.id].map { $0.households != village.households } ?? false }, "other households")
        add(mine.values.count { village in theirs[village.id].map { $0.population != village.population } ?? false }, "other population")
        add(mine.values.count { village in theirs[village.id].map { $0.place != village.place } ?? false }, "other places")
        return found
    }

    /// Villages by trait. O(villages).
    private func priorityGroups() -> [Comparison.PriorityGroup] {
        var groups: [String: Comparison.PriorityGroup] = [:]
        for village in villages {
            for trait in village.traits {
                var group = groups[trait] ?? .init(trait: trait, villages: 0, villagesCovered: 0, households: 0, householdsCovered: 0)
                group.villages += 1
                group.households &+= village.households
                if village.grade == .covered {
                    group.villagesCovered += 1
                    group.householdsCovered &+= village.households
                }
                groups[trait] = group
            }
        }
        return groups.values.sorted { $0.trait < $1.trait }
    }

    /// The headline numbers.
    func row() throws(StoreError) -> Comparison.RunRow {
        var perHousehold: Int64?
        if let plan {
            let (gained, overflow) = plan.households.after.covered.subtractingReportingOverflow(plan.households.before.covered)
            if overflow { throw tooLarge("households") }
            if gained > 0 { perHousehold = plan.costVND / Int64(gained) }
        }
        return Comparison.RunRow(
            run: name, command: manifest.command, project: manifest.project, rule: manifest.rule.id, asOf: manifest.asOf,
            villages: plan?.villages.after ?? summary.villages, households: plan?.households.after ?? summary.households,
            population: plan?.population.after ?? summary.population, goal: plan?.goal, status: plan?.status, sites: plan?.sites.count,
            costVND: plan?.costVND, objective: plan?.objective, bound: plan?.bound, costPerHouseholdVND: perHousehold,
            hops: plan.flatMap { plan in
                plan.sites.contains { $0.link != nil } ? plan.sites.count { $0.link == .microwave } : nil
            }, changes: manifest.scenarioChanges ?? [], priorityGroups: priorityGroups(), equity: Comparison.Equity(villages))
    }

    /// Numbers of a run's files that no run of this program has.
    func tooLarge(_ what: String) -> StoreError {
        StoreError(.badData, path: folder, reason: "the numbers of \(what) are beyond 64 bits", remedy: "make the run again")
    }
}
