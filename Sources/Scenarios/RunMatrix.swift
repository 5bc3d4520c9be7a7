import Foundation
import Ingest
import Planning

/// A sweep over several questions at once (`phusong.matrix/1`): every combination of their answers is a scenario.
public struct RunMatrix: Sendable {
    /// One combination: the text of its scenario file.
    public struct Cell: Hashable, Sendable {
        /// Names of the answers, such as `8 bn` and `60 m`.
        public var names: [String]
        /// Name of the file, from the names.
        public var fileName: String
        /// The scenario file, YAML of `phusong.scenario/1`, made for the folder that it is to stand in.
        public var text: String
    }

    /// Of the sweep, as the file states it.
    public var name: String
    /// Every combination, the last question changing fastest.
    public var cells: [Cell]
    /// The file as people name it.
    private let displayName: String

    /// The most combinations that a file may ask for.
    static let mostCells = 200

    /// Whether a file is a matrix file, by its schema.
    public static func isMatrix(_ path: String) -> Bool {
        guard let file = try? SettingsFile(path: path, displayName: path) else { return false }
        return file.root(keys: []).string("schema") == schema
    }

    private static let schema = "phusong.matrix/1"

    /// Reads a matrix file.
    ///
    /// - Parameter folder: where the scenario files will stand; the base is named from there.
    /// - Throws: `InputError` with every defect, by line and key.
    public static func read(_ path: String, for folder: String) throws(InputError) -> RunMatrix {
        let absolute = URL(fileURLWithPath: path).standardizedFileURL.path
        let file = try SettingsFile(path: absolute, displayName: (absolute as NSString).lastPathComponent)
        let root = file.root(keys: ["schema", "name", "base", "goal", "axes"])
        if let found = root.string("schema", required: true), found != schema {
            root.invalid("schema", "`\(found)` is not \(schema)")
        }
        let name = root.string("name", required: true) ?? ""
        let base = root.string("base", required: true) ?? ""
        let axes = root.mappings("axes", keys: ["name", "values"])
        if axes.isEmpty { root.invalid("axes", "name at least one question with its answers") }
        // Every part is YAML of one line, so that it can be written into a scenario as it stands.
        var rows: [[(name: String, goal: String?, changes: String?)]] = [[]]
        let common = root.has("goal") ? root.flow("goal") : nil
        var questions: Set<String> = []
        var hasGoals = false
        for axis in axes {
            if let name = axis.string("name", required: true), !questions.insert(name).inserted {
                axis.invalid("name", "`\(name)` is the name of two questions")
            }
            let values = axis.mappings("values", keys: ["name", "goal", "set"])
            if values.isEmpty { axis.invalid("values", "name at least one answer") }
            if hasGoals, let second = values.first(where: { $0.has("goal") }) {
                second.invalid("goal", "another question has goals already: one of them would be lost")
            }
            hasGoals = hasGoals || values.contains { $0.has("goal") }
            var named: Set<String> = []
            for value in values {
                guard let name = value.string("name"), !named.insert(name).inserted else { continue }
                value.invalid("name", "`\(name)` is the name of two answers")
            }
            let answers = values.map { value in
                (name: value.string("name", required: true) ?? "", goal: value.flow("goal"), changes: value.flow("set"))
            }
            rows = rows.flatMap { row in answers.map { row + [$0] } }
            if rows.count > mostCells {
                root.invalid("axes", "more than \(mostCells) combinations")
                break
            }
        }
        try file.throwErrors()
        let target = ScenarioTemplate.relative(root.resolve(base, of: "base"), to: folder)
        // Paths in the answers start from the matrix file, wherever its scenarios stand.
        let home = ScenarioTemplate.relative(file.folder, to: folder)
        var taken: Set<String> = []
        let cells = rows.map { row in
            var text =
                "schema: phusong.scenario/1\nname: \(SettingsFile.quoted(row.map(\.name).joined(separator: " · ")))\nbase: \(SettingsFile.quoted(target))\npathsFrom: \(SettingsFile.quoted(home))\n"
            if let goal = row.compactMap(\.goal).last ?? common { text += "goal: \(goal)\n" }
            let changes = row.compactMap { answer in answer.changes.map { "  - {name: \(SettingsFile.quoted(answer.name)), set: \($0)}\n" }
            }
            text += changes.isEmpty ? "changes: []\n" : "changes:\n" + changes.joined()
            let stem = row.map { NameFolding.key($0.name) }.joined(separator: "-")
            var fileName = "\(stem).yaml"
            var number = 2
            while !taken.insert(fileName).inserted {
                fileName = "\(stem)-\(number).yaml"
                number += 1
            }
            return Cell(names: row.map(\.name), fileName: fileName, text: text)
        }
        return RunMatrix(name: name, cells: cells, displayName: file.displayName)
    }

    /// Writes the scenario files; one that says the same already is left alone, so that its runs are found again.
    ///
    /// All are read as a plan would read them before any is put in place: a defect of the last one is told at once, and nothing has changed.
    ///
    /// - Parameter overwrite: whether files that somebody has changed are replaced.
    /// - Throws: `StoreError` when they cannot be written, or one was changed and may not be replaced; `InputError` naming the matrix and the
    ///   answer when a scenario cannot be used.
    public func write(to folder: String, overwrite: Bool = false) throws -> [String] {
        // Beside the target, so that relative paths mean the same.
        let staging = RunStore.stagingFolder(for: folder)
        defer { try? FileManager.default.removeItem(atPath: staging) }
        try make(staging)
        try check(
            try cells.map { cell in
                let path = "\(staging)/\(cell.fileName)"
                try RunStore.write(Data(cell.text.utf8), to: path)
                return path
            })
        try make(folder)
        return try cells.map { cell in
            let path = "\(folder)/\(cell.fileName)"
            try put(Data(cell.text.utf8), at: path, overwrite)
            return path
        }
    }

    private func make(_ folder: String) throws(StoreError) {
        guard (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil else {
            throw StoreError(.cannotCreate, path: folder, reason: "the folder cannot be made", remedy: RunStore.neutralRemedy)
        }
    }

    private func put(_ data: Data, at path: String, _ overwrite: Bool) throws(StoreError) {
        let standing = FileManager.default.contents(atPath: path)
        if standing == data { return }
        guard standing == nil || overwrite else {
            throw StoreError(
                .cannotCreate, path: path, reason: "the scenario file was changed since the matrix wrote it",
                remedy: "compare it by its own name, or add --force to write it anew")
        }
        do {
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw StoreError(.io, path: path, reason: "writing failed", remedy: "check the space on the disk")
        }
    }

    private func check(_ paths: [String]) throws(InputError) {
        var kind = InputError.Kind.badData
        var found: [Diagnostic] = []
        for (cell, path) in zip(cells, paths) {
            do {
                guard try ProjectFile.read(path).scenario?.goal == nil else { continue }
                let missing = Diagnostic(
                    .error, .settingMissing, file: displayName, field: "goal",
                    value: "`\(cell.names.joined(separator: " · "))` has no aim: state it once for all, or at an answer",
                    consequence: .fileRejected)
                if !found.contains(where: { $0.field == "goal" }) { found.append(missing) }
            } catch {
                if error.kind == .missing { kind = .missing }
                for defect in error.diagnostics where defect.severity == .error {
                    var named = defect
                    if defect.file == cell.fileName {
                        named = Diagnostic(
                            .error, defect.code, file: "\(displayName) (\(cell.answer(atLine: defect.row)))", field: defect.field,
                            value: defect.value, consequence: defect.consequence)
                    }
                    // One answer stands in many combinations: its defect is told once.
                    if !found.contains(named) { found.append(named) }
                }
            }
        }
        if !found.isEmpty { throw InputError(kind, found) }
    }
}

extension RunMatrix.Cell {
    /// The answer that brought a line of the scenario; all of them for any other line.
    fileprivate func answer(atLine line: Int?) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if let line, lines.indices.contains(line - 1) {
            for name in names where lines[line - 1].hasPrefix("  - {name: \(SettingsFile.quoted(name)),") { return name }
        }
        return names.joined(separator: " · ")
    }
}
