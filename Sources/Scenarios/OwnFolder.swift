import Foundation

/// Tells a folder that this program wrote, and nobody has added to, from every other folder.
///
/// Only such a folder may be replaced: whatever a person has put beside the files of a run would go with it.
enum OwnFolder {
    /// What the markers `run.json`, `compare.json`, `export.json` and `track.json` say about the files beside them.
    private struct Marker: Decodable {
        struct File: Decodable { var file: String }
        var schema: String
        /// Files of a run.
        var outputs: [File]?
        /// Files of an export.
        var files: [File]?
    }

    /// A marker's name, and the schema that makes it ours.
    private static let markers = [
        (file: "run.json", schema: "phusong.run/1"), (file: "compare.json", schema: "phusong.compare/1"),
        (file: "export.json", schema: "phusong.export/1"), (file: "track.json", schema: "phusong.track/1"),
    ]

    /// Files that stand beside a marker which does not list them.
    private static let fixed = [
        "compare.json": ["compare.csv", "diff.geojson", "cost.svg", "coverage.svg", "compare.html"],
        "track.json": ["burn-down.csv", "villages.csv", "matches.csv", "burn-down.svg"],
    ]

    /// Why a folder may not be replaced, as a sentence that names what is foreign; nil when all of it is this program's.
    static func objection(to folder: String) -> String? {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder).sorted() else { return "the folder cannot be read" }
        guard let own = ownNames(folder) else { return "the folder holds something else than a run of this program" }
        // A folder or link of an own name is not what the program wrote.
        guard let foreign = names.first(where: { !own.contains($0) || !isPlainFile("\(folder)/\($0)") }) else { return nil }
        return "the folder holds `\(foreign)`, which this program did not write"
    }

    /// What wrote a folder, such as `compare`; nil without a marker of ours.
    static func kind(of folder: String) -> String? {
        markers.first { file, schema in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else { return false }
            return (try? JSONDecoder().decode(Marker.self, from: data))?.schema == schema
        }.map { String($0.file.dropLast(".json".count)) }
    }

    /// The names that the folder's marker accounts for; nil without a marker of ours.
    private static func ownNames(_ folder: String) -> Set<String>? {
        for (file, schema) in markers {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)"),
                let marker = try? JSONDecoder().decode(Marker.self, from: data), marker.schema == schema
            else { continue }
            let stated = ((marker.outputs ?? []) + (marker.files ?? [])).map(\.file)
            return Set([file] + (fixed[file] ?? []) + stated.flatMap(withSidecars))
        }
        return nil
    }

    /// A shapefile is stated by its `.shp`; its other parts belong to it.
    private static func withSidecars(_ file: String) -> [String] {
        guard file.hasSuffix(".shp") else { return [file] }
        return ["shp", "dbf", "shx", "prj", "cpg"].map { "\(file.dropLast(3))\($0)" }
    }

    /// Whether a folder holds files alone, none of them a folder or a link.
    static func holdsOnlyPlainFiles(_ folder: String) -> Bool {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return false }
        return names.allSatisfy { isPlainFile("\(folder)/\($0)") }
    }

    private static func isPlainFile(_ path: String) -> Bool {
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        return type == .typeRegular
    }

    /// Whether two folders hold the same files, byte for byte.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        let files = FileManager.default
        guard let names = try? Set(files.contentsOfDirectory(atPath: left)),
            let others = try? Set(files.contentsOfDirectory(atPath: right)), names == others
        else { return false }
        return names.allSatisfy { files.contentsEqual(atPath: "\(left)/\($0)", andPath: "\(right)/\($0)") }
    }
}
