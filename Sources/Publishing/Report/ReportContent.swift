import Coverage
import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning
import Scenarios

/// Everything that a report says, read from a run; for an operator, only what that operator may see.
///
/// What an operator may see is decided by ``OperatorView`` alone: its layers are the source of villages, sites and proposed sites. Sums from
/// which more could be worked out (who else is heard, why a village is dark, what the whole plan costs) are left out.
struct ReportContent {
    let words: ReportWords
    let manifest: Manifest
    /// For an operator without reasons, services of others, and tiles, which rest on everybody's sites.
    let summary: GapSummary
    /// Nil for a run without a plan. For an operator use its goal and status alone.
    let plan: PlanDocument?
    let background: RunBackground
    /// The operator that the report is for; nil = for the authority, with everything.
    let carrier: Operator?
    let villages: [ReportVillage]
    /// By rank.
    let deadZones: [ReportVillage]
    /// With the plan; empty for an operator.
    let villagesAfter: [ReportVillage]
    /// By rank.
    let proposals: [ReportSite]
    /// Places with sites, each once.
    let sitePlaces: [Coordinate]
    /// The operator's own sites; nil in a report for the authority.
    let ownSites: Int?
    /// Sites marked confidential that a report for the authority may name.
    let confidentialSites: Int
    /// Field evidence against prediction or claim.
    let conflicts: [EvidenceConflictRow]
    /// Places where a measurement would decide most, the first ones.
    let measureHere: [MeasureHereRow]
    /// Villages by id.
    let names: [String: String]
    /// Places of the sites that the reader may see, existing and proposed.
    let siteByID: [String: Coordinate]
    let licences: DataLicences

    /// A row of `evidence-conflicts.csv`.
    struct EvidenceConflictRow {
        var name, commune, carrier, kind, newest: String
    }

    /// A row of `measure-here.csv`.
    struct MeasureHereRow {
        var name, commune, grade, doubt: String
        var households: Int?
    }

    var language: Language { words.language }
    var isForOperator: Bool { carrier != nil }

    /// - Throws: `StoreError` when the folder is no run; `UnknownOperator`.
    init(run folder: String, language: Language, carrier: Operator?, projectFile: String?, dataFolder: String?) throws {
        words = ReportWords(language)
        self.carrier = carrier
        manifest = try RunStore.document(Manifest.self, "run.json", in: folder)
        let plan = manifest.command == "plan" ? try RunStore.document(PlanDocument.self, "plan.json", in: folder) : nil
        self.plan = plan
        background = RunBackground(manifest, projectFile: projectFile, rules: RuleStore(folder: dataFolder.map { "\($0)/rules" }))
        licences = DataLicences(dataFolder: dataFolder)
        var summary = try RunStore.document(GapSummary.self, "summary.json", in: folder)
        if let carrier {
            (summary.byReason, summary.byServiceClass, summary.byTechnology) = ([], [], [])
            (summary.disagreements, summary.evidence, summary.measureHere) = ([], nil, 0)
            (summary.byOperator, summary.terrain.missingTiles) = ([], [])
            let layers = try RunExport.layers(run: folder, for: carrier)
            let (served, dead) = (layers["villages"], layers["dead_zones"])
            villages = served.map { ReportVillage.all($0, language) } ?? []
            deadZones = Self.ranked(dead.map { ReportVillage.all($0, language) } ?? [])
            let visible = Set(layers["sites"]?.rows.map(\.id) ?? []).union(layers["proposed_sites"]?.rows.map(\.id) ?? [])
            proposals = Self.proposals(layers["proposed_sites"], plan) { visible.contains($0) }
            let own = layers["sites"].map { layer in
                let columns = ReportColumns(layer)
                return layer.rows.count { columns.value("operator", $0).text == carrier.id }
            }
            ownSites = own ?? 0
            let rows = layers["sites"]?.rows ?? []
            sitePlaces = Self.distinct(rows.map(\.shape))
            siteByID = Self.places(rows.map { ($0.id, $0.shape) }, proposals)
            (villagesAfter, conflicts, measureHere, confidentialSites) = ([], [], [], 0)
        } else {
            villages = ReportVillage.all(try RunLayer("villages", in: folder), language)
            deadZones = Self.ranked(ReportVillage.all(try RunLayer("dead-zones", in: folder), language))
            let sites = try RunLayer("sites", in: folder)
            sitePlaces = Self.distinct(sites.table.features.map(\.shape))
            confidentialSites = sites.table.features.count { sites.flag("confidential", $0) }
            ownSites = nil
            if let plan {
                let layer = try RunLayer("plan", in: folder)
                let rows = Dictionary(
                    layer.table.features.map { (layer.text("id", $0), $0) }, uniquingKeysWith: { first, _ in first })
                proposals = plan.sites.compactMap { site in
                    rows[site.id].map { row in ReportSite(site, value: { layer.value($0, row) }, isVisible: { _ in true }) }
                }
                villagesAfter = ReportVillage.all(try RunLayer("villages-after", in: folder), language)
            } else {
                (proposals, villagesAfter) = ([], [])
            }
            siteByID = Self.places(sites.table.features.map { (sites.text("id", $0), $0.shape) }, proposals)
            conflicts = summary.evidence == nil ? [] : Self.conflicts(folder, language)
            measureHere = summary.measureHere == 0 ? [] : Self.measureHere(folder, language)
        }
        self.summary = summary
        names = Dictionary((deadZones + villages).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    private static func ranked(_ villages: [ReportVillage]) -> [ReportVillage] {
        villages.enumerated().sorted { ($0.element.rank ?? .max, $0.offset) < ($1.element.rank ?? .max, $1.offset) }.map(\.element)
    }

    /// A site whose mast the operator may not see is left out, whatever the plan says.
    private static func proposals(_ layer: OutputLayer?, _ plan: PlanDocument?, _ isVisible: (String) -> Bool) -> [ReportSite] {
        guard let layer, let plan else { return [] }
        let columns = ReportColumns(layer)
        let rows = Dictionary(layer.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return plan.sites.compactMap { site in
            guard let row = rows[site.id], site.existingSite.map(isVisible) ?? true else { return nil }
            return ReportSite(site, value: { columns.value($0, row) }, isVisible: isVisible)
        }
    }

    private static func distinct(_ shapes: [Shape?]) -> [Coordinate] {
        var seen: Set<Coordinate> = []
        return shapes.compactMap { shape in
            guard case .point(let place)? = shape, seen.insert(place).inserted else { return nil }
            return place
        }
    }

    private static func places(_ sites: [(String, Shape?)], _ proposals: [ReportSite]) -> [String: Coordinate] {
        var places = Dictionary(proposals.map { ($0.id, $0.place) }, uniquingKeysWith: { first, _ in first })
        for (id, shape) in sites { if case .point(let place)? = shape { places[id] = place } }
        return places
    }

    private static func table(_ name: String, _ folder: String) -> (table: FeatureTable, cell: (String, Feature) -> String)? {
        guard let table = try? VectorReader.read("\(folder)/\(name)") else { return nil }
        return (table, { field, feature in table.fieldIndex(field).flatMap { feature.values[$0].text } ?? "" })
    }

    private static func conflicts(_ folder: String, _ language: Language) -> [EvidenceConflictRow] {
        guard let (table, cell) = table("evidence-conflicts.csv", folder) else { return [] }
        return table.features.map {
            EvidenceConflictRow(
                name: cell("name", $0), commune: cell("commune", $0), carrier: cell("operator", $0),
                kind: cell("kind_\(language.rawValue)", $0), newest: cell("newest", $0))
        }
    }

    private static func measureHere(_ folder: String, _ language: Language) -> [MeasureHereRow] {
        guard let (table, cell) = table("measure-here.csv", folder) else { return [] }
        return table.features.map {
            MeasureHereRow(
                name: cell("name", $0), commune: cell("commune", $0), grade: cell("grade", $0),
                doubt: cell("doubt_\(language.rawValue)", $0), households: Int(cell("households", $0)))
        }
    }

    /// The name of a village, or its id where the reader may not see it.
    func name(_ village: String) -> String { names[village] ?? village }

    /// Whether the communes lie in several provinces.
    var hasSeveralProvinces: Bool { summary.byProvince.count > 1 }

    /// What is made up in the inputs, in the report's language where the project says so; nil for real data.
    var synthetic: (text: String, language: Language)? {
        if let synthetic = background.project?.synthetic { return (synthetic.text(language), language) }
        return manifest.synthetic.isEmpty ? nil : (manifest.synthetic, .english)
    }
}
