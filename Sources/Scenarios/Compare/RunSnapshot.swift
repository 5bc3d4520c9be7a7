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

    /// Said of a run whose files are not what it wrote.
    var changedWarning: Bilingual { manifest.changedWarning(name) }

    /// What makes this run hard to compare with another.
    func warnings(against base: RunSnapshot) -> [Bilingual] {
        var warnings: [Bilingual] = []
        func warn(_ vi: String, _ en: String) { warnings.append(Bilingual(vi: vi, en: en)) }
        if manifest.rule != base.manifest.rule {
            let (mine, theirs) = (manifest.rule.id, base.manifest.rule.id)
            warn(
                "\(name) theo quy tắc khác với \(base.name): \(mine), \(theirs)",
                "\(name) uses another rule than \(base.name): \(mine), \(theirs)")
        }
        if manifest.asOf != base.manifest.asOf {
            let (mine, theirs) = (manifest.asOf, base.manifest.asOf)
            warn(
                "\(name) tính cho ngày khác với \(base.name): \(mine), \(theirs)",
                "\(name) speaks of another day than \(base.name): \(mine), \(theirs)")
        }
        for role in Set((manifest.inputs + base.manifest.inputs).map(\.role)).sorted() where hashes(role) != base.hashes(role) {
            // Scenarios say themselves what they change.
            if role == "project", manifest.scenarioChanges != nil || base.manifest.scenarioChanges != nil { continue }
            let (vi, en) = role == "project" ? ("tệp dự án khác", "another project file") : ("dữ liệu khác: \(role)", "other \(role)")
            warn("\(name) được tính từ \(vi), so với \(base.name)", "\(name) was made from \(en) than \(base.name)")
        }
        return warnings
    }

    /// Said of two plans of one problem that differ in their sites, and not in what they bring and cost.
    ///
    /// - Throws: `StoreError` when a layer of candidates cannot be read.
    func tie(with base: RunSnapshot, _ difference: Comparison.Difference) throws(StoreError) -> [Bilingual] {
        guard let mine = plan, let theirs = base.plan, mine.hasPlan, theirs.hasPlan, mine.goal == theirs.goal,
            manifest.rule == base.manifest.rule, mine.households == theirs.households, mine.villages == theirs.villages,
            mine.costVND == theirs.costVND,
            !difference.sitesMoved.isEmpty || !difference.sitesAdded.isEmpty || !difference.sitesRemoved.isEmpty,
            try problemKey() == base.problemKey()
        else { return [] }
        return [
            Bilingual(
                vi: "\(name) và \(base.name) đạt kết quả như nhau với cùng chi phí: trạm nào khác nhau thì chọn bên nào cũng được",
                en: "\(name) and \(base.name) bring the same for the same money: where their sites differ, either would do")
        ]
    }

    /// How the villages and people of this run differ from another's, whatever their grades.
    func demandDifferences(from base: RunSnapshot) -> [Bilingual] {
        let (mine, theirs) = (
            Dictionary(villages.map { ($0.id, $0) }) { first, _ in first },
            Dictionary(base.villages.map { ($0.id, $0) }) { first, _ in first }
        )
        var found: [Bilingual] = []
        func add(_ ids: [String], _ vi: String, _ en: String) {
            guard !ids.isEmpty else { return }
            let some = ids.sorted().prefix(3).joined(separator: ", ") + (ids.count > 3 ? ", …" : "")
            found.append(
                Bilingual(
                    vi: "\(name) so với \(base.name): \(vi) (\(ids.count)): \(some)",
                    en: "\(name) against \(base.name): \(en) (\(ids.count)): \(some)"
                ))
        }
        func differing(_ differs: (VillageState, VillageState) -> Bool) -> [String] {
            mine.values.filter { village in theirs[village.id].map { differs(village, $0) } ?? false }.map(\.id)
        }
        add(theirs.keys.filter { mine[$0] == nil }, "thiếu thôn, bản", "villages missing")
        add(mine.keys.filter { theirs[$0] == nil }, "thêm thôn, bản", "villages added")
        add(differing { $0.households != $1.households }, "số hộ khác", "other households")
        add(differing { $0.population != $1.population }, "số dân khác", "other population")
        add(differing { $0.place != $1.place }, "vị trí khác", "other places")
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
