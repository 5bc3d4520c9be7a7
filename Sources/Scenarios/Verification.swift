import Coverage
import Foundation
import GeoFiles
import Geometry
import Ingest
import Planning

/// What `phusong verify` found.
public struct Verification: Codable, Hashable, Sendable {
    /// `phusong.verify/1`.
    public private(set) var schema = "phusong.verify/1"
    /// The run's folder as given.
    public let run: String
    /// `gaps` or `plan`.
    public let command: String
    /// True when no check failed.
    public private(set) var passed = true
    /// The checks in the order in which they were made.
    public private(set) var checks: [Check] = []

    init(run: String, command: String) {
        self.run = run
        self.command = command
    }

    mutating func add(_ subject: Subject, _ isRight: Bool, _ detail: String) {
        checks.append(Check(name: subject, result: isRight ? .passed : .failed, detail: detail))
        if !isRight { passed = false }
    }

    mutating func leaveOpen(_ subject: Subject, _ detail: String) {
        checks.append(Check(name: subject, result: .notProven, detail: detail))
    }

    /// `3 checked`, or the first few that are wrong.
    static func named(_ wrong: [String], of total: Int) -> String {
        wrong.isEmpty ? "\(total)" : "≠ \(wrong.prefix(5).joined(separator: ", "))\(wrong.count > 5 ? " …" : "")"
    }
}

extension Verification {
    /// Rechecks a run from its inputs: every distance and every polygon test again, one by one, without index, prepared geometry or
    /// optimiser, and every stored figure against what comes out. Generated candidate places are made again by the same rule.
    ///
    /// Complexity: O(villages × (polygons + sites)), bounding boxes first.
    ///
    /// - Parameter projectFile: where the project stands now, when it is not where the run's manifest says.
    /// - Throws: `StoreError` when the folder is no run or its project is gone; `InputError` when its inputs are defective.
    public static func run(_ folder: String, projectFile: String?, rules: RuleStore) throws -> Verification {
        let manifest = try RunStore.document(Manifest.self, "run.json", in: folder)
        var result = Verification(run: folder, command: manifest.command)
        let wrong = manifest.outputs.filter { Fingerprint.ofFile("\(folder)/\($0.file)") != $0.sha256 }.map(\.file)
        result.add(.files, wrong.isEmpty && !manifest.outputs.isEmpty, named(wrong, of: manifest.outputs.count))

        let loaded = try load(manifest, projectFile: projectFile, rules: rules)
        try loaded.throwIfUnusable()
        result.checkInputs(manifest, loaded)

        let grading = NaiveGrading(loaded)
        let naive = grading.villages()
        let summary = try RunStore.document(GapSummary.self, "summary.json", in: folder)
        try result.checkGrades(summary, loaded, naive, folder)
        guard manifest.command == "plan" else { return result }
        try PlanVerification(loaded: loaded, naive: naive, extents: grading.extents, manifest: manifest, folder: folder).check(
            into: &result)
        return result
    }

    private static func load(_ manifest: Manifest, projectFile: String?, rules: RuleStore) throws -> LoadedProject {
        let path = projectFile ?? manifest.projectFile
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw StoreError(
                .missing, path: path, reason: "the run's project is not there", remedy: "say with --project where it stands now")
        }
        // The rule may have moved with the project, or with the shipped ones: its hash says which file is the right one.
        let project = try ProjectFile.read(path)
        let places = [project.ruleReference, manifest.rule.id, manifest.ruleFile].compactMap {
            try? rules.find($0, base: project.ruleFolder)
        }
        let rule = places.first { $0.sha256 == manifest.rule.sha256 }?.path ?? manifest.ruleFile
        return try LoadedProject(path: path, ruleOverride: rule, rules: rules)
    }

    private mutating func checkInputs(_ manifest: Manifest, _ loaded: LoadedProject) {
        let (now, then) = (loaded.fingerprints, manifest.inputs)
        let changed =
            now.filter { !then.contains($0) }.map(\.file) + then.filter { input in !now.contains { $0.file == input.file } }.map(\.file)
        let isSameRule = loaded.rule.sha256 == manifest.rule.sha256
        add(.inputs, now == then && isSameRule, Self.named(changed + (isSameRule ? [] : ["\(manifest.rule.id) (rule)"]), of: then.count))
    }

    private mutating func checkGrades(_ summary: GapSummary, _ loaded: LoadedProject, _ naive: [NaiveGrading.Result], _ folder: String)
        throws
    {
        let grades = naive.map(\.grade)
        let world = loaded.read.world
        let written = try GradeLayer.read("\(folder)/villages.geojson")
        let wrong = zip(world.villages, grades).filter { written[$0.id] != $1.rawValue }.map(\.0.id)
        add(.villageGrades, wrong.isEmpty && written.count == grades.count, Self.named(wrong, of: grades.count))

        let heard = try GradeLayer.column("operators", of: "\(folder)/villages.geojson")
        let unlike = zip(world.villages, naive).filter { village, result in
            heard[village.id] != result.operators.map(\.id).sorted().joined(separator: ";")
        }.map(\.0.id)
        add(.operatorsHeard, unlike.isEmpty, Self.named(unlike, of: grades.count))

        let counts = try GradeLayer.column("clusters_covered", of: "\(folder)/villages.geojson")
        let miscounted = zip(world.villages, naive).filter { village, result in
            counts[village.id] != (loaded.rule.rule.looksAtExtent ? "\(result.places.count { $0.isAlive == true })" : "")
        }.map(\.0.id)
        add(.clustersCovered, miscounted.isEmpty, Self.named(miscounted, of: grades.count))

        let dead = Set(zip(world.villages, grades).filter { $1.isDeadZone }.map(\.0.id))
        let listed = Set(try GradeLayer.read("\(folder)/dead-zones.geojson").keys)
        add(.deadZones, dead == listed, Self.named(dead.symmetricDifference(listed).sorted(), of: dead.count))

        let tally = GradeTally(world, grades)
        add(
            .summary,
            tally.villages == summary.villages && tally.households == summary.households && tally.population == summary.population,
            "\(tally.villages.covered) + \(tally.villages.partial) + \(tally.villages.uncovered) + \(tally.villages.unknown) = \(tally.villages.total)"
        )
    }
}

/// Id → grade of a layer of villages.
enum GradeLayer {
    /// - Throws: `StoreError` when the layer cannot be read or two features share an id.
    static func read(_ path: String) throws(StoreError) -> [String: String] { try column("grade", of: path) }

    /// Id → one column.
    ///
    /// - Throws: `StoreError` when the layer cannot be read, lacks the column, or two features share an id.
    static func column(_ name: String, of path: String) throws(StoreError) -> [String: String] {
        let table: FeatureTable
        do {
            table = try VectorReader.read(path)
        } catch {
            throw StoreError(.badData, path: path, reason: "the layer cannot be read", remedy: "make the run again")
        }
        if table.features.isEmpty { return [:] }
        guard let id = table.fieldIndex("id"), let grade = table.fieldIndex(name) else {
            throw StoreError(.badData, path: path, reason: "the fields id and \(name) are missing", remedy: "make the run again")
        }
        let pairs = table.features.map { ($0.values[id].text ?? "", $0.values[grade].text ?? "") }
        let grades = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        guard grades.count == pairs.count else {
            throw StoreError(.badData, path: path, reason: "an id stands twice", remedy: "make the run again")
        }
        return grades
    }
}
