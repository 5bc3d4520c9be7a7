import Candidates
import Coverage
import Foundation
import Ingest
import Planning

/// Reads project files.
public enum ProjectFile {
    static let schema = "phusong.project/1"

    private static let keys = [
        "schema", "name", "asOf", "area", "villages", "clusters", "residential", "sites", "footprints", "candidates", "communes", "roads",
        "forbidden",
        "crosswalk", "operators", "evidence",
        "terrain", "clutter", "radio", "coverage", "costs", "backhaul", "plan", "lists", "seed", "synthetic", "priority", "funding",
    ]
    private static let tableKeys = ["file", "layer", "crs", "columns", "where"]

    /// Reads one project file, or a scenario file with the project under it. `path` may be the file, or a folder that holds `project.yaml`.
    ///
    /// - Throws: `InputError` with every defect of the file, by line and key.
    public static func read(_ path: String) throws(InputError) -> Project {
        var absolute = URL(fileURLWithPath: path).standardizedFileURL.path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: absolute, isDirectory: &isFolder), isFolder.boolValue {
            absolute += "/project.yaml"
        }
        var file = try SettingsFile(path: absolute, displayName: (absolute as NSString).lastPathComponent)
        var scenario: Scenario?
        if ScenarioFile.isScenario(file) {
            let layers = try ScenarioFile.read(absolute, file)
            (scenario, file) = (layers.scenario, layers.file)
        }
        let root = file.root(keys: keys)
        if let found = root.string("schema", required: true), found != schema {
            root.invalid("schema", "`\(found)` is not \(schema)")
        }
        let name = root.string("name", required: true)
        let asOf = root.date("asOf", required: true)

        var inputs = InputFiles()
        inputs.operators = (root.strings("operators") ?? []).compactMap { label in
            let made = Operator.declared(label)
            if made == nil { root.invalid("operators", "`\(label)` has no letter or digit") }
            return made
        }
        inputs.area = table("area", root)
        inputs.villages = tables("villages", root, extraKeys: ["codes"])
        readCrosswalk(root, &inputs)
        if !root.has("villages") { _ = root.string("villages", required: true) }
        inputs.clusters = tables("clusters", root)
        inputs.residential = table("residential", root)
        inputs.footprints = tables("footprints", root, extraKeys: ["asOf"])
        inputs.candidates = table("candidates", root)
        inputs.communes = table("communes", root)
        inputs.roads = table("roads", root)
        inputs.forbidden = table("forbidden", root)
        readSites(root, &inputs)
        inputs.asOf = asOf
        let appliesCalibration = readEvidence(root, &inputs)
        if inputs.sites.isEmpty, inputs.footprints.isEmpty, file.diagnostics.isEmpty {
            file.report(.error, .settingMissing, line: nil, key: "sites", value: "give sites, footprints or both")
        }

        let coverage = root.mapping("coverage", keys: ["mode", "rule", "maxRangeKm"], required: true)
        let statedMode = coverage?.choice("mode", CoverageMode.self, required: true)
        let mode = statedMode ?? .footprints
        let rule = coverage?.string("rule", required: true) ?? ""

        let range = coverage?.number("maxRangeKm", in: 1...100).map { $0 * 1000 } ?? RadioEnvironment.defaultMaximumRangeMeters

        if appliesCalibration, statedMode == .footprints {
            file.report(
                .error, .settingInvalid, line: root.line("evidence"), key: "evidence.applyCalibration",
                value: "coverage.mode footprints predicts nothing that could be calibrated")
        }
        let terrain = readTerrain(root, statedMode)
        if mode != .footprints, !root.has("terrain") {
            file.report(
                .error, .settingMissing, line: coverage?.line("mode"), key: "terrain",
                value: "coverage.mode `\(mode.rawValue)` needs heights: `terrain: {folder: terrain, surface: dsm}`")
        }
        let climate = readClimate(root)

        let (costs, costFile) = try CostReading.costs(root)
        let (plan, timeLimit) = PlanReading.plan(root, costs, inputs.operators)
        let lists = (root.strings("lists") ?? []).map { TableSource(path: root.resolve($0, of: "lists"), displayName: $0) }
        let priority = PriorityReading.weights(root)
        let funding = PriorityReading.funding(root)
        let seed = root.integer("seed", in: 0...Int64.max) ?? 1
        let synthetic = root.bilingual("synthetic")
        try file.throwErrors()
        guard let name, let asOf else { throw InputError(.badData, file.diagnostics) }
        return Project(
            path: absolute, displayName: file.displayName, name: scenario?.name ?? name, asOf: asOf, inputs: inputs, mode: mode,
            ruleReference: rule,
            ruleFolder: (coverage?.resolve(".", of: "rule")) ?? file.folder, scenario: scenario,
            settings: Dictionary(root.presentKeys.map { ($0, root.flow($0) ?? "") }, uniquingKeysWith: { first, _ in first }),
            appliesCalibration: appliesCalibration, terrain: terrain, statedClimate: climate, maximumRangeMeters: range, lists: lists,
            priority: priority, funding: funding, costFile: costFile,
            plan: plan, timeLimitSeconds: timeLimit,
            seed: seed, synthetic: synthetic, diagnostics: file.diagnostics)
    }

    /// The tables under a key: one path, one mapping with `file:`, or a list of either.
    private static func tables(_ key: String, _ root: SettingsMapping, extraKeys: [String] = []) -> [TableSource] {
        root.mappings(key, keys: tableKeys + extraKeys, scalarKey: "file").compactMap { item in
            guard let path = item.string("file", required: true) else { return nil }
            func texts(_ key: String, keys: [String]) -> [String: String] {
                guard let mapping = item.mapping(key, keys: keys) else { return [:] }
                return Dictionary(
                    mapping.presentKeys.compactMap { name in mapping.string(name).map { (name, $0) } },
                    uniquingKeysWith: { first, _ in first })
            }
            return TableSource(
                path: item.resolve(path, of: "file"), displayName: path, layer: item.string("layer"), crs: item.string("crs"),
                columns: texts("columns", keys: Column.allCases.map(\.rawValue)), filter: texts("where", keys: []),
                asOf: extraKeys.contains("asOf") ? item.date("asOf") : nil,
                codes: extraKeys.contains("codes") ? item.choice("codes", CommuneCodeSetting.self) : nil)
        }
    }

    /// What was found in the field, and whether predictions are corrected by it.
    private static func readEvidence(_ root: SettingsMapping, _ inputs: inout InputFiles) -> Bool {
        guard let evidence = root.mapping("evidence", keys: ["measurements", "reports", "applyCalibration"]) else { return false }
        inputs.measurements = tables("measurements", evidence)
        inputs.reports = tables("reports", evidence)
        return evidence.boolean("applyCalibration") ?? false
    }

    /// The way from former wards to the communes of 2025; needed where village codes are to be carried over.
    private static func readCrosswalk(_ root: SettingsMapping, _ inputs: inout InputFiles) {
        if let mapping = root.mapping("crosswalk", keys: ["wards", "communes"]) {
            if let wards = mapping.string("wards", required: true), let communes = mapping.string("communes", required: true) {
                func source(_ path: String, _ key: String) -> TableSource {
                    TableSource(path: mapping.resolve(path, of: key), displayName: path)
                }
                inputs.crosswalk = CrosswalkSource(wards: source(wards, "wards"), communes: source(communes, "communes"))
            }
        } else if inputs.villages.contains(where: { $0.codes == .former || $0.codes == .auto }) {
            root.file.report(
                .error, .settingMissing, line: root.line("villages"), key: "crosswalk",
                value: "`codes` needs the way to the communes of 2025: `crosswalk: {wards: …, communes: …}`")
        }
    }

    /// The one table under a key; a second one is an error rather than ignored.
    private static func table(_ key: String, _ root: SettingsMapping) -> TableSource? {
        let found = tables(key, root)
        if found.count > 1 { root.invalid(key, "one file is expected, \(found.count) are given") }
        return found.first
    }

    private static func readSites(_ root: SettingsMapping, _ inputs: inout InputFiles) {
        // `completeIn` may stand without a site file: footprints alone can be complete too.
        let items = root.mappings("sites", keys: tableKeys + ["completeIn", "asOf"], scalarKey: "file")
        if items.count == 1, !items[0].has("file"), items[0].has("completeIn") {
            inputs.sites = []
        } else {
            inputs.sites = tables("sites", root, extraKeys: ["completeIn", "asOf"])
        }
        guard let item = items.first(where: { $0.has("completeIn") }) else { return }
        if !item.isMapping("completeIn"), item.string("completeIn") == "area" {
            if inputs.area == nil { item.invalid("completeIn", "`area` needs `area:` in the project") }
            inputs.sitesCompleteIn = .area
        } else if let source = tables("completeIn", item).first {
            inputs.sitesCompleteIn = .file(source)
        }
    }
}
