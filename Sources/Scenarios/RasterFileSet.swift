import Foundation
import GeoFiles

/// Files that belong together and appear together: they are made in a staging folder beside their place, then renamed into it one after the
/// other, the one that the user named last. When that breaks off, what was placed goes away and what stood there comes back.
public enum RasterFileSet {
    /// Says early, before anything is computed, that the files may not be written.
    ///
    /// - Parameter names: of the files, in the target's folder.
    /// - Throws: `StoreError` (cannot create) when the folder is shut, or a file stands there and may not be replaced. A missing folder is
    ///   made by ``commit(_:overwrite:fill:willPlace:)``.
    public static func throwIfTaken(_ target: String, names: [String], overwrite: Bool) throws(StoreError) {
        let files = FileManager.default
        let folder = folder(of: target)
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: folder, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else {
            throw StoreError(
                .cannotCreate, path: target, reason: "\(folder) is a file, not a folder", remedy: "choose another place with -o")
        }
        guard files.isWritableFile(atPath: folder) else {
            throw StoreError(
                .cannotCreate, path: target, reason: "the folder \(folder) may not be written to", remedy: "choose another one with -o")
        }
        for name in names {
            let path = "\(folder)/\(name)"
            guard files.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            guard !isFolder.boolValue else {
                throw StoreError(
                    .cannotCreate, path: path, reason: "a folder of this name is in the way", remedy: "choose another name with -o")
            }
            guard overwrite else {
                throw StoreError(
                    .cannotCreate, path: path, reason: "the file is there already",
                    remedy: "add --force to replace it, or choose another name with -o")
            }
        }
    }

    /// Fills and commits.
    ///
    /// - Parameters:
    ///   - fill: writes the files into the staging folder that it is given, and says their names.
    ///   - willPlace: called when everything is written, before the first rename: from here on the end of the process must wait.
    /// - Throws: `StoreError`, or whatever `fill` throws; then nothing new stands there.
    public static func commit(
        _ target: String, overwrite: Bool, fill: (_ stagingFolder: String) throws -> [String], willPlace: () -> Void = {}
    ) throws {
        let files = FileManager.default
        let staging = RunStore.stagingFolder(for: target)
        try? files.removeItem(atPath: staging)
        do {
            try files.createDirectory(atPath: folder(of: target), withIntermediateDirectories: true)
            try files.createDirectory(atPath: staging, withIntermediateDirectories: false)
        } catch {
            throw StoreError(
                .cannotCreate, path: target, reason: "nothing can be written in its folder", remedy: "choose another place with -o")
        }
        defer { try? files.removeItem(atPath: staging) }
        let names = try naming(target, staging) { try fill(staging) }
        willPlace()
        // Somebody may have put something there while the maps were computed.
        try throwIfTaken(target, names: names, overwrite: overwrite)
        try place(names, from: staging, to: folder(of: target), last: (target as NSString).lastPathComponent)
    }

    /// Errors name the place that the user knows, not the staging folder.
    private static func naming<Value>(_ target: String, _ staging: String, _ work: () throws -> Value) throws -> Value {
        func known(_ path: String) -> String { path.replacingOccurrences(of: staging, with: folder(of: target)) }
        do {
            return try work()
        } catch let error as GeoFileError {
            throw GeoFileError(
                code: error.code, path: known(error.path), row: error.row, field: error.field, reason: known(error.reason),
                remedy: error.remedy)
        } catch let error as StoreError {
            throw StoreError(error.kind, path: known(error.path), reason: known(error.reason), remedy: error.remedy)
        }
    }

    private static func place(_ names: [String], from staging: String, to folder: String, last: String) throws(StoreError) {
        var placed: [(name: String, hadOld: Bool)] = []
        for name in names.filter({ $0 != last }) + names.filter({ $0 == last }) {
            let (path, old) = ("\(folder)/\(name)", "\(staging)/.old-\(name)")
            let hasOld = FileManager.default.fileExists(atPath: path)
            let isDone = (!hasOld || rename(path, old) == 0) && rename("\(staging)/\(name)", path) == 0
            placed.append((name, hasOld))
            guard !isDone else { continue }
            for (name, hadOld) in placed.reversed() {
                if hadOld { rename("\(staging)/.old-\(name)", "\(folder)/\(name)") } else { unlink("\(folder)/\(name)") }
            }
            throw StoreError(.io, path: path, reason: "the file could not be put in its place", remedy: "check the disk and the folder")
        }
    }

    private static func folder(of target: String) -> String {
        URL(fileURLWithPath: target).standardizedFileURL.deletingLastPathComponent().path
    }
}
