import Foundation
import Synchronization

/// Writes run folders so that a reader sees a whole run or none.
///
/// A run is filled in a staging folder beside its place and renamed into it at the end. Nothing there is overwritten unless told to;
/// then the two folders are exchanged in one step and the old one is removed last.
public enum RunStore {
    /// What to do when a command knows no better way than another folder.
    public static let neutralRemedy = "choose another folder"

    /// Staging folders that were discarded: whoever discards one ends the process, and the writer must not begin it anew.
    ///
    /// The lock is held over every step that must not be cut in two by the end of the process.
    private static let discarded = Mutex<Set<String>>([])

    /// Fills and commits one folder.
    ///
    /// - Parameters:
    ///   - folder: where the run shall stand.
    ///   - overwrite: replace what stands there, if this program wrote it and nobody has added to it.
    ///   - remedy: what to do when the place is taken and may be overwritten.
    ///   - fill: writes the files into the staging folder that it is given.
    /// - Returns: false when `overwrite` was asked for and the same files, byte for byte, stand there already: they are left alone.
    /// - Throws: `StoreError`, or whatever `fill` throws; then the staging folder is gone and `folder` is as it was.
    @discardableResult
    public static func commit(
        to folder: String, overwrite: Bool, remedy: String = neutralRemedy, fill: (_ stagingFolder: String) throws -> Void
    ) throws -> Bool {
        let files = FileManager.default
        let target = URL(fileURLWithPath: folder).standardizedFileURL.path
        try throwIfTaken(target, overwrite: overwrite, remedy: remedy)
        let staging = try makeStagingFolder(for: target)
        do {
            try fill(staging)
            if overwrite, OwnFolder.areEqual(staging, target) {
                try? files.removeItem(atPath: staging)
                return false
            }
            try put(staging, at: target, overwrite: overwrite, remedy: remedy)
        } catch {
            try? files.removeItem(atPath: staging)
            throw error
        }
        return true
    }

    private static func makeStagingFolder(for target: String) throws(StoreError) -> String {
        let files = FileManager.default
        let parent = (target as NSString).deletingLastPathComponent
        do {
            try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
        } catch {
            throw StoreError(.cannotCreate, path: parent, reason: "the folder cannot be made", remedy: neutralRemedy)
        }
        let staging = stagingFolder(for: target)
        let isMade = discarded.withLock { discarded in
            guard !discarded.contains(staging) else { return false }
            try? files.removeItem(atPath: staging)
            return (try? files.createDirectory(atPath: staging, withIntermediateDirectories: false)) != nil
        }
        guard isMade else {
            throw StoreError(
                .cannotCreate, path: parent, reason: "nothing can be written in this folder",
                remedy: "\(neutralRemedy), or change its permissions")
        }
        return staging
    }

    /// Puts a filled staging folder in its place. The lock keeps the end of the process out until place and remains are in order.
    private static func put(_ staging: String, at target: String, overwrite: Bool, remedy: String) throws {
        try discarded.withLock { _ in
            switch FolderSwap.place(staging, at: target) {
            case .done: return
            case .failed: throw unplaced(target)
            case .taken: break
            }
            // Somebody may have put something there while the run was computed.
            try throwIfTaken(target, overwrite: overwrite, remedy: remedy)
            if !FolderSwap.exchange(staging, target) { try replaceInTwoSteps(target, by: staging) }
            try? FileManager.default.removeItem(atPath: staging)
        }
    }

    /// Where the file system cannot exchange folders. Leaves the old run at the staging folder's place.
    private static func replaceInTwoSteps(_ target: String, by staging: String) throws(StoreError) {
        let old = "\(staging)-old"
        guard rename(target, old) == 0 else { throw unplaced(target) }
        guard rename(staging, target) == 0 else {
            _ = rename(old, target)
            throw unplaced(target)
        }
        _ = rename(old, staging)
    }

    private static func unplaced(_ target: String) -> StoreError {
        StoreError(.io, path: target, reason: "the finished run cannot be put in place", remedy: "check the disk and permissions")
    }

    /// The folder that this process fills before it renames it to `folder`. Whoever ends the process early removes it.
    public static func stagingFolder(for folder: String) -> String {
        let target = URL(fileURLWithPath: folder).standardizedFileURL.path as NSString
        return "\(target.deletingLastPathComponent)/.\(target.lastPathComponent).partial-\(ProcessInfo.processInfo.processIdentifier)"
    }

    /// Removes a staging folder that another thread may still be writing into, and lets nobody make it again in this process.
    ///
    /// It is renamed first: the writer's next file then finds no folder, and the removal is not outrun by new files. A commit that is about
    /// to put its run in place is waited for.
    public static func discard(stagingFolder: String) {
        let ended = "\(stagingFolder)-ended"
        discarded.withLock { discarded in
            discarded.insert(stagingFolder)
            guard (try? FileManager.default.moveItem(atPath: stagingFolder, toPath: ended)) != nil else { return }
            try? FileManager.default.removeItem(atPath: ended)
        }
    }

    /// Says early, before anything is computed, that a folder may not be written.
    ///
    /// - Parameter remedy: what to do when the folder is taken and may be overwritten.
    public static func throwIfTaken(_ folder: String, overwrite: Bool, remedy: String = neutralRemedy) throws(StoreError) {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: folder, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else {
            throw StoreError(.cannotCreate, path: folder, reason: "a file of this name is in the way", remedy: neutralRemedy)
        }
        if (try? files.contentsOfDirectory(atPath: folder))?.isEmpty ?? false { return }
        // Overwriting replaces a folder that this program wrote, never somebody's home.
        let objection = OwnFolder.objection(to: folder)
        guard overwrite else {
            throw StoreError(
                .cannotCreate, path: folder, reason: "the folder is not empty", remedy: objection == nil ? remedy : neutralRemedy)
        }
        if let objection { throw StoreError(.cannotCreate, path: folder, reason: objection, remedy: neutralRemedy) }
    }

    /// Whether this program wrote a folder, and nobody has added to it.
    public static func isOwn(_ folder: String) -> Bool { OwnFolder.objection(to: folder) == nil }

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
