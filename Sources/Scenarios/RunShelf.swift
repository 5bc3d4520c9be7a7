import Foundation
import Planning

/// What stands in a store: runs, comparisons, exports, and what ended processes left behind.
public enum RunShelf {
    /// One folder of a store that this program wrote.
    public struct Item: Codable, Hashable, Sendable {
        /// What a folder is worth.
        public enum State: String, Codable, Hashable, Sendable {
            /// Every file is what the run wrote, or the folder states no hashes.
            case whole
            /// A file is missing or was changed.
            case damaged
            /// Filled by a process that no longer lives.
            case unfinished
            /// Called as a run or a comparison is, and its `run.json` or `compare.json` is missing or broken: nobody knows whose files these are.
            case unreadable
        }

        /// Path of the folder, from the store's own.
        public var folder: String
        /// `gaps`, `plan`, `compare`, `export` or `track`; empty for what is unfinished.
        public var command: String
        /// Name of the project; empty where not stated.
        public var project: String
        /// ISO 8601, UTC; empty where not stated.
        public var startedAt: String
        /// Size of all files.
        public var bytes: Int64
        /// What the files are worth.
        public var state: State
    }

    /// The items of a store by name; other people's folders are not among them.
    ///
    /// - Throws: `StoreError` when there is no such folder.
    /// - Complexity: O(bytes), since every file of a run is hashed.
    public static func items(_ store: String) throws(StoreError) -> [Item] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: store) else {
            throw StoreError(.missing, path: store, reason: "there is no such folder", remedy: "name the folder of runs with --store")
        }
        return names.sorted().compactMap { name in
            let folder = "\(store)/\(name)"
            if name.hasPrefix("."), let writer = writer(of: name) {
                guard !isAlive(writer), OwnFolder.holdsOnlyPlainFiles(folder) else { return nil }
                return Item(folder: folder, command: "", project: "", startedAt: "", bytes: bytes(of: folder), state: .unfinished)
            }
            if let manifest = try? RunStore.document(Manifest.self, "run.json", in: folder), manifest.schema == "phusong.run/1" {
                return Item(
                    folder: folder, command: manifest.command, project: manifest.project, startedAt: manifest.startedAt,
                    bytes: bytes(of: folder), state: manifest.isIntact(in: folder) ? .whole : .damaged)
            }
            guard let kind = OwnFolder.kind(of: folder) else {
                guard let match = name.wholeMatch(of: #/(gaps|plan|compare)-[0-9a-f]{12}/#), OwnFolder.holdsOnlyPlainFiles(folder) else {
                    return nil
                }
                return Item(
                    folder: folder, command: String(match.1), project: "", startedAt: "", bytes: bytes(of: folder), state: .unreadable)
            }
            return Item(folder: folder, command: kind, project: "", startedAt: "", bytes: bytes(of: folder), state: .whole)
        }
    }

    /// Takes a folder out of a store. It is renamed first, so that nobody finds half a run.
    ///
    /// - Throws: `StoreError` when it holds what this program did not write, or cannot be removed.
    public static func remove(_ item: Item) throws(StoreError) {
        if item.state != .unfinished, let objection = OwnFolder.objection(to: item.folder) {
            throw StoreError(.cannotCreate, path: item.folder, reason: objection, remedy: "remove it by hand")
        }
        let url = URL(fileURLWithPath: item.folder).standardizedFileURL
        let gone = RunStore.stagingFolder(for: url.path) + "-gone"
        do {
            try FileManager.default.moveItem(atPath: url.path, toPath: gone)
            try FileManager.default.removeItem(atPath: gone)
        } catch {
            throw StoreError(.io, path: item.folder, reason: "the folder cannot be removed", remedy: "check its permissions")
        }
    }

    /// The process that fills a staging folder; nil for another name.
    private static func writer(of name: String) -> Int32? {
        guard let range = name.range(of: ".partial-", options: .backwards) else { return nil }
        let rest = name[range.upperBound...]
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard ["", "-gone", "-ended", "-old"].contains(rest.dropFirst(digits.count)) else { return nil }
        return Int32(digits)
    }

    // MARK: Stages

    /// Bytes of what stages have left in a store for later runs.
    public static func stageBytes(_ store: String) -> Int64 { stageFiles(store).reduce(0) { $0 + size(of: $1) } }

    /// Takes away what stages have left: all of it, or only what processes began that no longer live.
    ///
    /// - Returns: the bytes that are free then.
    @discardableResult
    public static func removeStages(_ store: String, onlyUnfinished: Bool) -> Int64 {
        stageFiles(store).reduce(0) { sum, path in
            if let writer = writer(of: path) {
                guard !isAlive(writer) else { return sum }
            } else if onlyUnfinished {
                return sum
            }
            let bytes = size(of: path)
            return (try? FileManager.default.removeItem(atPath: path)) == nil ? sum : sum + bytes
        }
    }

    /// Files of stages by their names; whatever else stands in the folder is somebody's.
    private static func stageFiles(_ store: String) -> [String] {
        let folder = "\(store)/\(StageStore.folderName)"
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter { name in
            name.wholeMatch(of: #/(?:terrain|signal|reach)-[0-9a-f]{24}(?:\.partial-\d+)?/#) != nil
        }.map { "\(folder)/\($0)" }
    }

    /// Bytes of a plain file; 0 for anything else.
    private static func size(of path: String) -> Int64 {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { return 0 }
        return (attributes?[.size] as? NSNumber)?.int64Value ?? 0
    }

    private static func isAlive(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }

    private static func bytes(of folder: String) -> Int64 {
        ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).reduce(0) { $0 + size(of: "\(folder)/\($1)") }
    }
}
