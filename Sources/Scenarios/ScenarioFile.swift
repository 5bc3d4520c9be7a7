import Foundation
import Ingest
import Planning

/// Reads scenario files (`phusong.scenario/1`): a base and named changes to it.
///
/// The base is a project, or a scenario whose base is a project: what is inherited is never farther than one file away.
public enum ScenarioFile {
    static let schema = "phusong.scenario/1"

    private static let keys = ["schema", "name", "note", "base", "pathsFrom", "goal", "changes"]

    /// Settings of the project with all changes laid over it.
    struct Layers {
        var scenario: Scenario
        var file: SettingsFile
    }

    /// What kind of file a path names.
    static func isScenario(_ file: SettingsFile) -> Bool {
        file.root(keys: []).string("schema") == schema
    }

    /// Reads a scenario and the files under it.
    ///
    /// - Throws: `InputError` with every defect of the scenario files, by line and key.
    static func read(_ path: String, _ opened: SettingsFile) throws(InputError) -> Layers { try read(path, opened, depth: 0) }

    private static func read(_ path: String, _ opened: SettingsFile, depth: Int) throws(InputError) -> Layers {
        let root = opened.root(keys: keys)
        let name = root.string("name", required: true) ?? ""
        let note = root.string("note") ?? ""
        let goal = goal(root)
        guard let base = root.string("base", required: true) else {
            try opened.throwErrors()
            throw InputError(.badData, opened.diagnostics)
        }
        for item in root.mappings("changes", keys: ["name", "set"]) {
            _ = item.string("name", required: true)
            _ = item.mapping("set", keys: [], required: true)
        }
        var basePath = root.resolve(base, of: "base")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: basePath, isDirectory: &isFolder), isFolder.boolValue { basePath += "/project.yaml" }
        try opened.throwErrors()

        var layers: Layers
        let below = try SettingsFile(path: basePath, displayName: base)
        if isScenario(below) {
            guard depth == 0 else {
                opened.report(
                    .error, .settingInvalid, line: root.line("base"), key: "base",
                    value: "`\(base)` is a scenario on a scenario; name a project there")
                throw InputError(.badData, opened.diagnostics)
            }
            layers = try read(basePath, below, depth: 1)
        } else {
            let project = Scenario.Source(path: basePath, displayName: base)
            layers = Layers(scenario: Scenario(name: name, note: note, sources: [project], changes: []), file: below)
        }
        // Read anew as a continuation of what is below, so that every value knows its file and line.
        let display = opened.displayName
        let pathsFrom = root.string("pathsFrom").map { root.resolve($0, of: "pathsFrom") }
        let file = try SettingsFile(path: path, displayName: display, linesBefore: layers.file.linesInAll, pathsFrom: pathsFrom)
        for item in file.root(keys: keys).mappings("changes", keys: ["name", "set"]) {
            guard let set = item.mapping("set", keys: []), let title = item.string("name") else { continue }
            if set.has("schema") || set.has("name") {
                set.invalid(set.has("name") ? "name" : "schema", "a change is about inputs, rules, radio, costs or the plan")
                throw InputError(.badData, file.diagnostics)
            }
            let (merged, changes) = layers.file.layered(set)
            layers.file = merged
            layers.scenario.changes.append(.init(name: title, file: display, settings: changes))
        }
        layers.scenario.sources.append(.init(path: path, displayName: display))
        (layers.scenario.name, layers.scenario.note) = (name, note)
        if let goal { layers.scenario.goal = goal }
        return layers
    }

    /// `goal: {budgetVND: …}`, `{sites: …}`, `{share: …}` or `{coverAll: true}`.
    private static func goal(_ root: SettingsMapping) -> PlanGoal? {
        guard let mapping = root.mapping("goal", keys: ["budgetVND", "sites", "share", "coverAll", "strict"]) else { return nil }
        var goals: [PlanGoal] = []
        if let budget = mapping.integer("budgetVND", in: 0...9_007_199_254_740_992) { goals.append(.budget(costVND: budget)) }
        if let sites = mapping.integer("sites", in: 0...1_000_000) { goals.append(.sites(Int(sites))) }
        if let share = mapping.number("share", in: 0.01...100) { goals.append(.share(basisPoints: Int((share * 100).rounded()))) }
        if mapping.boolean("coverAll") ?? false { goals.append(.coverAll(strict: mapping.boolean("strict") ?? false)) }
        // A goal whose number cannot be used has been told already.
        let stated = ["budgetVND", "sites", "share", "coverAll"].count(where: mapping.has)
        if stated != 1 || (goals.isEmpty && mapping.has("coverAll")) {
            root.invalid("goal", "state exactly one of budgetVND, sites, share and coverAll")
        }
        return goals.first
    }
}

extension Scenario {
    /// A scenario with the project under it, checked as a project is.
    ///
    /// - Throws: `InputError` when a file is defective or is no scenario.
    public static func read(_ path: String) throws(InputError) -> Scenario {
        if let scenario = try ProjectFile.read(path).scenario { return scenario }
        throw InputError(
            .badData,
            [
                Diagnostic(
                    .error, .settingInvalid, file: (path as NSString).lastPathComponent, field: "schema",
                    value: "this is a project, not a scenario (\(ScenarioFile.schema))", consequence: .fileRejected)
            ])
    }
}
