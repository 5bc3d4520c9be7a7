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
        public var text: String
    }

    public var name: String
    public var cells: [Cell]

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
        for axis in axes {
            _ = axis.string("name", required: true)
            let values = axis.mappings("values", keys: ["name", "goal", "set"])
            if values.isEmpty { axis.invalid("values", "name at least one answer") }
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
                "schema: phusong.scenario/1\nname: \(quoted(row.map(\.name).joined(separator: " · ")))\nbase: \(quoted(target))\npathsFrom: \(quoted(home))\n"
            if let goal = row.compactMap(\.goal).last ?? common { text += "goal: \(goal)\n" }
            let changes = row.compactMap { answer in answer.changes.map { "  - {name: \(quoted(answer.name)), set: \($0)}\n" } }
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
        return RunMatrix(name: name, cells: cells)
    }

    /// JSON's quoting is YAML's, too.
    private static func quoted(_ text: String) -> String {
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(escaped)\""
    }

    /// Writes the scenario files; one that says the same already is left alone, so that its runs are found again.
    ///
    /// - Parameter overwrite: whether files that somebody has changed are replaced.
    /// - Throws: `StoreError` when they cannot be written, or one was changed and may not be replaced.
    public func write(to folder: String, overwrite: Bool = false) throws(StoreError) -> [String] {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw StoreError(.cannotCreate, path: folder, reason: "the folder cannot be made", remedy: RunStore.neutralRemedy)
        }
        var paths: [String] = []
        for cell in cells {
            let path = "\(folder)/\(cell.fileName)"
            let data = Data(cell.text.utf8)
            let standing = FileManager.default.contents(atPath: path)
            if let standing, standing != data, !overwrite {
                throw StoreError(
                    .cannotCreate, path: path, reason: "the scenario file was changed since the matrix wrote it",
                    remedy: "compare it by its own name, or add --force to write it anew")
            }
            if standing != data {
                do {
                    try data.write(to: URL(fileURLWithPath: path), options: .atomic)
                } catch {
                    throw StoreError(.io, path: path, reason: "writing failed", remedy: "check the space on the disk")
                }
            }
            paths.append(path)
        }
        return paths
    }
}
