import Coverage
import Foundation
import GeoFiles
import Planning
import Scenarios

/// The layers of one run as one reader may see them.
struct MapLayers {
    var villages: MapTable
    /// Villages as they would be with the plan; nil without a plan.
    var after: MapTable?
    var sites: MapTable
    var footprints: MapTable
    /// Nil without a plan.
    var proposed: MapTable?
    /// Ids from the parent of a proposed site to the network, by proposed site.
    var chains: [String: [String]] = [:]
    /// Existing sites that are left out because they are confidential.
    var sitesWithheld = 0
    /// Proposed works that are left out because they stand at such sites.
    var worksWithheld = 0

    /// Everything in a run's folder.
    ///
    /// - Parameter includesConfidential: without it, nothing of a confidential site is in the layers: see ``withhold(_:)``.
    /// - Throws: `StoreError` when a layer cannot be read.
    init(run folder: String, _ plan: PlanDocument?, includesConfidential: Bool) throws {
        villages = MapTable(try RunLayer("villages", in: folder))
        sites = MapTable(try RunLayer("sites", in: folder))
        footprints = MapTable(try RunLayer("footprints", in: folder))
        if let plan {
            after = MapTable(try RunLayer("villages-after", in: folder))
            proposed = MapTable(try RunLayer("plan", in: folder))
            chains = Dictionary(plan.sites.map { ($0.id, $0.chain) }, uniquingKeysWith: { first, _ in first })
        }
        let confidential = Set(sites.rows.filter { sites.flag("confidential", $0) }.map(\.id))
        if !includesConfidential, !confidential.isEmpty { withhold(confidential) }
    }

    /// What one operator may see: the layers of its export, and its own villages as the plan leaves them.
    ///
    /// - Throws: `StoreError` when a layer cannot be read, `UnknownOperator` when nobody knows the operator.
    init(run folder: String, for carrier: Operator) throws {
        let layers = try RunExport.layers(run: folder, for: carrier).mapValues { MapTable($0) }
        func layer(_ name: String) throws -> MapTable {
            guard let found = layers[name] else {
                throw StoreError(.badData, path: folder, reason: "the run gives no layer \(name)", remedy: "make the run again")
            }
            return found
        }
        var seen = try layer("villages")
        let dead = try layer("dead_zones")
        let known = Set(seen.rows.map(\.id))
        for row in dead.rows where !known.contains(row.id) { seen.append(row, from: dead) }
        villages = seen
        sites = try layer("sites")
        footprints = try layer("footprints")
        proposed = layers["proposed_sites"]
        guard let proposed else { return }
        let visible = Set(proposed.rows.map(\.id))
        var all = MapTable(try RunLayer("villages-after", in: folder))
        let gained = Dictionary(seen.rows.map { ($0.id, seen.text("gained_by", $0)) }, uniquingKeysWith: { first, _ in first })
        all.rows = all.rows.filter { visible.contains(gained[$0.id] ?? "") }.map { row in
            // Of a village gained nothing is told but its grade, and the operator's own new site with its level.
            var seen = MapTable.Row(id: row.id, values: row.values.map { _ in .null }, shape: row.shape)
            var told = ["grade"]
            if visible.contains(all.text("best_site", row)) { told += ["best_site", "signal_dbm", "probability"] }
            for field in told { all.set(field, all.value(field, row), in: &seen) }
            all.set("gained_by", .text(gained[row.id] ?? ""), in: &seen)
            Self.tellPlainly("planned-site", all, &seen)
            return seen
        }
        after = all
    }

    /// Takes out whatever names a confidential site or gives away where it stands: the site, its footprints, works at its mast, links to it, and
    /// in villages that hear it or stand near it its name, its level and every sentence about it.
    private mutating func withhold(_ confidential: Set<String>) {
        sitesWithheld = confidential.count
        sites.rows.removeAll { confidential.contains($0.id) }
        footprints.rows.removeAll { [footprints] in
            footprints.flag("confidential", $0) || confidential.contains(footprints.text("site_id", $0))
        }
        var hidden = confidential
        if var works = proposed {
            let kept = works.rows.filter { !confidential.contains(works.text("existing_site", $0)) }
            worksWithheld = works.rows.count - kept.count
            hidden.formUnion(Set(works.rows.map(\.id)).subtracting(kept.map(\.id)))
            works.rows = kept.map { row in
                var row = row
                // The length of a line, or its cost, would draw a circle through its other end.
                if hidden.contains(works.text("parent", row)) {
                    for field in ["parent", "link", "hop_km", "hop_clearance_m", "hop_verdict", "hop_band_ghz", "cost_vnd"] {
                        works.set(field, .null, in: &row)
                    }
                }
                return row
            }
            proposed = works
            chains = chains.mapValues { Array($0.prefix { !hidden.contains($0) }) }
        }
        Self.withhold(hidden, in: &villages)
        if var later = after {
            Self.withhold(hidden, in: &later)
            after = later
        }
    }

    private static func withhold(_ hidden: Set<String>, in table: inout MapTable) {
        let spaced = hidden.filter { $0.contains { $0.isWhitespace } }
        func tells(_ sentence: String) -> Bool {
            sentence.split(whereSeparator: \.isWhitespace).contains { word in
                hidden.contains(String(word)) || hidden.contains(word.trimmingCharacters(in: CharacterSet(charactersIn: ".,;:()")))
            } || spaced.contains { sentence.contains($0) }
        }
        for number in table.rows.indices {
            var row = table.rows[number]
            let isServed = hidden.contains(table.text("best_site", row))
            let isNear = hidden.contains(table.text("nearest_site", row))
            if isServed { for field in ["best_site", "signal_dbm", "probability"] { table.set(field, .null, in: &row) } }
            if hidden.contains(table.text("gained_by", row)) { table.set("gained_by", .null, in: &row) }
            if isServed || isNear || tells(table.text("reason_vi", row)) || tells(table.text("reason_en", row)) {
                tellPlainly(table.text("reason", row), table, &row)
            }
            table.rows[number] = row
        }
    }

    /// Puts the words of a reason in place of the sentence about one site.
    private static func tellPlainly(_ code: String, _ table: MapTable, _ row: inout MapTable.Row) {
        let label = MapWords.reason(code)
        func sentence(_ text: String?) -> FieldValue { text.map { .text($0.prefix(1).uppercased() + $0.dropFirst() + ".") } ?? .null }
        table.set("reason_vi", sentence(label?.vi), in: &row)
        table.set("reason_en", sentence(label?.en), in: &row)
    }
}
