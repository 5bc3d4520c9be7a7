import Candidates
import Coverage
import Foundation
import Ingest
import Planning

/// A project with its rule, its inputs and their fingerprints: everything that a run needs.
public struct LoadedProject: Sendable {
    /// The project file, read.
    public var project: Project
    /// The rule in force; its planning σ is the one found by measurements where the project applies its calibration.
    public var rule: RuleStore.Found
    /// The tables as far as the rule is about them, and their defects.
    public var read: ReadWorld
    /// The official lists that the project names, in its order.
    public var lists: [ListVintage]
    /// Hashes of every file that decides the results: project files, tables, terrain, antennas; the rule's stands with ``rule``.
    public var fingerprints: [Manifest.Input]
    /// What the rule leaves out of the tables; ``read`` holds the rest.
    public var scope: RuleScope
    /// Ground, air and antennas; nil where coverage is decided by footprints alone.
    public var radio: RadioLoading?

    /// Predictions against measurements; nil where nothing was measured, or nothing is predicted.
    public private(set) var calibration: EvidenceCalibration?

    /// What predictions are made with; nil where coverage is decided by footprints alone.
    public var environment: RadioEnvironment? { radio?.environment }

    /// Every defect of project file, lists, inputs and terrain, in reading order.
    public var diagnostics: [Diagnostic] { project.diagnostics + read.diagnostics + (radio?.diagnostics ?? []) }

    /// Reads everything that a project names. Defective rows are diagnostics; the good ones survive.
    ///
    /// - Parameters:
    ///   - ruleOverride: a rule path (relative to the working folder) or id that replaces the project's own.
    ///   - stages: where earlier runs have left what they read.
    /// - Throws: `InputError` when the project file, the rule or a list cannot be used, or an input cannot be fingerprinted.
    public init(path: String, ruleOverride: String? = nil, rules: RuleStore, stages: StageStore? = nil) throws(InputError) {
        let project = try ProjectFile.read(path)
        rule = try Self.rule(of: project, override: ruleOverride, rules: rules)
        var lists: [ListVintage] = []
        for source in project.lists { lists.append(try ListVintage.read(path: source.path, displayName: source.displayName)) }
        self.lists = lists
        read = WorldReader().read(project.inputs)
        read.diagnostics += Self.planDefects(project, read.world, rule.rule)
        scope = RuleScope(read.world, rule.rule)
        read.world = scope.world
        if project.mode != .footprints { radio = RadioLoading(project, read.world, stages: stages) }
        fingerprints = try Self.fingerprints(project, read.diagnostics)
        for file in radio?.antennaFiles ?? [] {
            // One that is not there counts, too: once it is supplied the run is another one.
            fingerprints.append(.init(role: "antenna", file: file.name, sha256: Fingerprint.ofFile(file.path) ?? "missing"))
        }
        self.project = project
        calibrate()
    }

    /// The rule of a project, or the one in its place: a path relative to the working folder, or an id.
    ///
    /// - Throws: `InputError` when there is no such rule, or its file is defective.
    static func rule(of project: Project, override: String?, rules: RuleStore) throws(InputError) -> RuleStore.Found {
        if let override { return try rules.find(override, base: FileManager.default.currentDirectoryPath) }
        return try rules.find(project.ruleReference, base: project.ruleFolder)
    }

    /// Sets measurements against predictions and, where the project asks, corrects levels by the biases and widens or narrows the planning σ to the
    /// one that was found.
    private mutating func calibrate() {
        guard let environment, environment.terrain != nil, !read.world.evidence.measurements.isEmpty else { return }
        let found = EvidenceCalibration(read.world, rule.rule, asOf: project.asOf, environment: environment, threads: 1)
        calibration = found
        guard project.appliesCalibration, let sigma = found.pooledSigmaDB else { return }
        radio?.environment.calibration = found
        rule.rule.planningSigmaDB = max(1, sigma)
    }

    /// Throws when there is nothing to analyse: a named file is missing (66), or no village could be read (65), or no terrain for a prediction.
    ///
    /// One broken raster among others stops nothing: what it would have covered is unknown ground.
    public func throwIfUnusable() throws(InputError) {
        let hasGround = radio == nil || environment?.terrain != nil
        // A file that the project names and nobody has is never passed over, be it land cover: levels would come out too good.
        let missingNames = (radio?.diagnostics ?? []).filter { $0.code == .fileMissing && $0.file == project.terrain?.clutter?.name }
        let diagnostics = hasGround ? project.diagnostics + read.diagnostics + missingNames : self.diagnostics
        let missing = diagnostics.filter { $0.code == .fileMissing && $0.severity == .error }
        if !missing.isEmpty { throw InputError(.missing, missing) }
        let rejected = diagnostics.filter { $0.severity == .error && $0.consequence == .fileRejected }
        if !rejected.isEmpty { throw InputError(.badData, rejected) }
        if read.world.villages.isEmpty { throw InputError(.badData, diagnostics.filter { $0.severity == .error }) }
    }

    /// Warnings for a summary: one line per code and file, with how many, and how many rows were dropped.
    public var summaryWarnings: [GapSummary.Warning] {
        var counts: [WarningKey: Int] = [:]
        for diagnostic in diagnostics {
            // In a settings file the key is what the warning is about; in a table the rows would split every count.
            let key = diagnostic.file == project.displayName ? diagnostic.field : ""
            counts[WarningKey(code: diagnostic.code, file: diagnostic.file, key: key, consequence: diagnostic.consequence), default: 0] += 1
        }
        var warnings = counts.sorted { $0.key < $1.key }.map { key, count in
            GapSummary.Warning(
                code: key.code.rawValue, file: key.file, count: count,
                message: "\(key.code.title.en)\(key.key.isEmpty ? "" : ": \(key.key)") (\(key.consequence.rawValue))")
        }
        let dropped = diagnostics.filter { $0.consequence == .rowDropped }.reduce(into: [:]) {
            $0[$1.file, default: Set<Int>()].insert($1.row ?? 0)
        }
        for (file, rows) in dropped.sorted(by: { $0.key < $1.key }) {
            warnings.append(.init(code: "rows-dropped", file: file, count: rows.count, message: "rows left out of the analysis"))
        }
        if let synthetic = project.synthetic {
            warnings.append(.init(code: "synthetic", file: project.displayName, count: 1, message: synthetic.en))
        }
        if !scope.sitesLeftOut.isEmpty || scope.footprintsLeftOut > 0 {
            warnings.append(
                .init(
                    code: "operators-left-out", file: rule.rule.id, count: scope.sitesLeftOut.count,
                    message:
                        "sites of other operators, and \(scope.footprintsLeftOut) footprints, are left out: the rule counts one operator"))
        }
        let doubtful = read.world.villages.count { rule.rule.eligibility.judge($0) == .eligibleUntilKnown }
        if doubtful > 0 {
            warnings.append(
                .init(
                    code: "eligible-until-known", file: rule.rule.id, count: doubtful,
                    message: "villages count by the rule because what could shut them out is not known"))
        }
        let assumed = read.world.villages.count - Set(read.world.clusters.map(\.village)).count
        if rule.rule.looksAtExtent, assumed > 0 {
            warnings.append(
                .init(
                    code: "assumed-extent", file: rule.rule.id, count: assumed,
                    message: "villages without clusters: a ring of places around the centre stands for where their people live"))
        }
        return warnings
    }

    private struct WarningKey: Hashable, Comparable {
        var code: DiagnosticCode
        var file: String
        var key: String
        var consequence: Diagnostic.Consequence

        static func < (left: WarningKey, right: WarningKey) -> Bool {
            (left.file, left.code.rawValue, left.key, left.consequence.rawValue)
                < (right.file, right.code.rawValue, right.key, right.consequence.rawValue)
        }
    }

    /// The places where the project may build: the given ones, or those around every dead village (positions in `World.villages`).
    ///
    /// - Throws: `GeometryError` when the forbidden areas cannot be indexed.
    func candidates(deadZones: [Int]) throws -> FoundCandidates {
        try CandidateSearch(
            read.world, settings: project.plan, hasTable: project.inputs.candidates != nil, terrain: environment?.terrain
        ).find(deadZones: deadZones)
    }

    /// What `plan` would stumble over, told by `check` before: must-cover ids that no village has or that have to wait, and new sites with
    /// technologies of which none counts.
    private static func planDefects(_ project: Project, _ world: World, _ rule: CoverageRule) -> [Diagnostic] {
        let plan = project.plan
        var defects: [Diagnostic] = []
        func report(_ code: DiagnosticCode, _ field: String, _ value: String) {
            defects.append(Diagnostic(.error, code, file: project.displayName, field: field, value: value, consequence: .fieldIgnored))
        }
        let known = Dictionary(world.villages.map { ($0.id, $0) }) { first, _ in first }
        for id in plan.mustCover {
            if let village = known[id] {
                if !plan.aims(at: village) { report(.settingInvalid, "plan.mustCover", "\(id) is none that plan.targets is about") }
            } else {
                report(.villageUnknown, "plan.mustCover", id)
            }
        }
        // Whoever states none wants no plan, perhaps.
        let counted = OptionBuilder(settings: plan, rule: rule, asOf: project.asOf).countedTechnologies
        if plan.technologies != PlanSettings().technologies, counted.isEmpty {
            let named = plan.technologies.map(\.rawValue).joined(separator: ", ")
            report(.settingInvalid, "plan.technologies", "none of \(named) counts by rule \(rule.id) on \(project.asOf)")
        }
        return defects
    }

    /// The fingerprints of everything that is read. A file that the diagnostics reject already has none: no run is made from it.
    static func fingerprints(_ project: Project, _ diagnostics: [Diagnostic]) throws(InputError) -> [Manifest.Input] {
        let unusable = Set(diagnostics.filter { $0.severity == .error && $0.consequence == .fileRejected }.map(\.file))
        var roles: [(String, TableSource)] = []
        let inputs = project.inputs
        if let area = inputs.area { roles.append(("area", area)) }
        if case .file(let source) = inputs.sitesCompleteIn { roles.append(("sites.completeIn", source)) }
        if let communes = inputs.communes { roles.append(("communes", communes)) }
        if let crosswalk = inputs.crosswalk {
            roles += [("crosswalk.wards", crosswalk.wards), ("crosswalk.communes", crosswalk.communes)]
        }
        roles += inputs.villages.map { ("villages", $0) } + inputs.clusters.map { ("clusters", $0) }
        if let residential = inputs.residential { roles.append(("residential", residential)) }
        roles += inputs.sites.map { ("sites", $0) }
        roles += inputs.footprints.map { ("footprints", $0) }
        if let candidates = inputs.candidates { roles.append(("candidates", candidates)) }
        if let forbidden = inputs.forbidden { roles.append(("forbidden", forbidden)) }
        if let roads = inputs.roads { roles.append(("roads", roads)) }
        roles += inputs.measurements.map { ("evidence.measurements", $0) } + inputs.reports.map { ("evidence.reports", $0) }
        roles += project.lists.map { ("lists", $0) }
        if let costs = project.costFile { roles.append(("costs", costs)) }
        var result: [Manifest.Input] = []
        for source in project.scenario?.sources ?? [.init(path: project.path, displayName: project.displayName)] {
            result.append(try FingerprintedFiles.input("project", shown: source.displayName, path: source.path))
        }
        for (role, source) in roles where !unusable.contains(source.displayName) {
            result += try FingerprintedFiles.of(source, role: role)
        }
        for file in project.terrain?.files ?? [] {
            result.append(try FingerprintedFiles.input(file.role, shown: file.displayName, path: file.path))
        }
        return result
    }
}
