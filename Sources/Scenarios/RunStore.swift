import Foundation
import Planning

/// Something that cannot be written.
public struct StoreError: Error, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The target is there already, or its folder cannot be made (73).
        case cannotCreate
        /// Writing failed on the way: disk full, device gone (74).
        case io
        /// A run folder is missing (66).
        case missing
        /// A run folder is there and cannot be used (65).
        case badData
    }

    public var kind: Kind
    public var path: String
    public var reason: String
    public var remedy: String

    public init(_ kind: Kind, path: String, reason: String, remedy: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }

    public var description: String { "\(path): \(reason); \(remedy)" }
}

/// Writes run folders so that a reader sees a whole run or none.
///
/// A run is filled in a staging folder beside its place and renamed into it at the end. Nothing there is overwritten unless told to;
/// then the old run is moved aside first and removed last.
public enum RunStore {
    /// Fills and commits one folder.
    ///
    /// - Parameters:
    ///   - folder: where the run shall stand.
    ///   - overwrite: replace what stands there.
    ///   - fill: writes the files into the staging folder that it is given.
    /// - Throws: `StoreError`, or whatever `fill` throws; then the staging folder is gone and `folder` is as it was.
    public static func commit(to folder: String, overwrite: Bool, fill: (_ stagingFolder: String) throws -> Void) throws {
        let files = FileManager.default
        let target = URL(fileURLWithPath: folder).standardizedFileURL.path
        try throwIfTaken(target, overwrite: overwrite)
        let parent = (target as NSString).deletingLastPathComponent
        do {
            try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
        } catch {
            throw StoreError(.cannotCreate, path: parent, reason: "the folder cannot be made", remedy: "choose another place with -o")
        }
        let staging = stagingFolder(for: target)
        try? files.removeItem(atPath: staging)
        do {
            try files.createDirectory(atPath: staging, withIntermediateDirectories: false)
        } catch {
            throw StoreError(
                .cannotCreate, path: parent, reason: "nothing can be written in this folder",
                remedy: "choose another place with -o, or change its permissions")
        }
        do {
            try fill(staging)
        } catch {
            try? files.removeItem(atPath: staging)
            throw error
        }
        let old = "\(staging)-old"
        do {
            if files.fileExists(atPath: target) { try files.moveItem(atPath: target, toPath: old) }
            try files.moveItem(atPath: staging, toPath: target)
        } catch {
            if !files.fileExists(atPath: target), files.fileExists(atPath: old) { try? files.moveItem(atPath: old, toPath: target) }
            try? files.removeItem(atPath: staging)
            throw StoreError(.io, path: target, reason: "the finished run cannot be put in place", remedy: "check the disk and permissions")
        }
        try? files.removeItem(atPath: old)
    }

    /// The folder that this process fills before it renames it to `folder`. Whoever ends the process early removes it.
    public static func stagingFolder(for folder: String) -> String {
        let target = URL(fileURLWithPath: folder).standardizedFileURL.path as NSString
        return "\(target.deletingLastPathComponent)/.\(target.lastPathComponent).partial-\(ProcessInfo.processInfo.processIdentifier)"
    }

    /// Removes a staging folder that another thread may still be writing into.
    ///
    /// It is renamed first: the writer's next file then finds no folder, and the removal is not outrun by new files.
    public static func discard(stagingFolder: String) {
        let ended = "\(stagingFolder)-ended"
        guard (try? FileManager.default.moveItem(atPath: stagingFolder, toPath: ended)) != nil else { return }
        try? FileManager.default.removeItem(atPath: ended)
    }

    /// Says early, before anything is computed, that a folder may not be written.
    public static func throwIfTaken(_ folder: String, overwrite: Bool) throws(StoreError) {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: folder, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else {
            throw StoreError(
                .cannotCreate, path: folder, reason: "a file of this name is in the way", remedy: "choose another folder with -o")
        }
        let content = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        if content.isEmpty { return }
        guard overwrite else {
            throw StoreError(
                .cannotCreate, path: folder, reason: "the folder is not empty",
                remedy: "add --force to replace it, or choose another with -o")
        }
        // --force replaces a folder that this program wrote, never somebody's home.
        guard content.contains(where: { $0 == "run.json" || $0 == "compare.json" || $0 == "export.json" }) else {
            throw StoreError(
                .cannotCreate, path: folder, reason: "the folder holds something else than a run of this program",
                remedy: "choose another folder with -o")
        }
    }

    /// Writes one file of a run.
    public static func write(_ data: Data, to path: String) throws(StoreError) {
        do {
            try data.write(to: URL(fileURLWithPath: path))
        } catch {
            throw StoreError(.io, path: path, reason: "writing failed", remedy: "check the space on the disk")
        }
    }

    /// Reads one JSON document of a run.
    ///
    /// - Throws: `StoreError` when the file is missing or is not such a document.
    public static func document<Document: Decodable>(_ type: Document.Type, _ file: String, in folder: String) throws(StoreError)
        -> Document
    {
        let path = "\(folder)/\(file)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw StoreError(
                .missing, path: path, reason: "no such file",
                remedy: "give the folder of a run, as `phusong gaps` or `phusong plan` writes it")
        }
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw StoreError(.badData, path: path, reason: "not a document of this program: \(error)", remedy: "make the run again")
        }
    }
}
