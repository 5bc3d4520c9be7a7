import Foundation
import Ingest
import Planning

/// The files that decide what is read from one source, and their hashes.
enum FingerprintedFiles {
    /// The fingerprints of a source and of the files that belong to it.
    ///
    /// - Throws: `InputError` when a file cannot be read: a hash that stands for nothing would make different inputs look equal.
    static func of(_ source: TableSource, role: String) throws(InputError) -> [Manifest.Input] {
        var result = [try input(role, shown: source.displayName, path: source.path)]
        let folder = (source.path as NSString).deletingLastPathComponent
        let shownFolder = (source.displayName as NSString).deletingLastPathComponent
        for name in companions(of: source.path) {
            let shown = shownFolder.isEmpty ? name : (shownFolder as NSString).appendingPathComponent(name)
            result.append(try input(role, shown: shown, path: (folder as NSString).appendingPathComponent(name)))
        }
        return result
    }

    /// The fingerprint of one file.
    static func input(_ role: String, shown: String, path: String) throws(InputError) -> Manifest.Input {
        .init(role: role, file: shown, sha256: try hash(path, shown: shown))
    }

    /// The hash of a file that must be readable.
    static func hash(_ path: String, shown: String) throws(InputError) -> String {
        if let hash = Fingerprint.ofFile(path) { return hash }
        throw InputError(.badData, [Diagnostic(.error, .fileUnreadable, file: shown, consequence: .fileRejected)])
    }

    /// Names of the files beside `path` that are read with it, in order.
    private static func companions(of path: String) -> [String] {
        let name = (path as NSString).lastPathComponent
        let folder = (path as NSString).deletingLastPathComponent
        switch (name as NSString).pathExtension.lowercased() {
        case "shp":
            // A shapefile is several files; all of them decide what is read. Programs of other systems write DBF and PRJ in capitals.
            let stem = (name as NSString).deletingPathExtension.lowercased()
            let parts = Set(["dbf", "shx", "prj", "cpg"].map { "\(stem).\($0)" })
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
            return names.filter { parts.contains($0.lowercased()) }.sorted()
        case "gpkg":
            // What another program has written and not yet merged stands here. An empty log, which mere reading may leave, says nothing.
            let size = try? FileManager.default.attributesOfItem(atPath: "\(path)-wal")[.size] as? Int
            return (size ?? 0) > 0 ? ["\(name)-wal"] : []
        default: return []
        }
    }
}
