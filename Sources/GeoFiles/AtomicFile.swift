import Foundation

/// Lets a file appear whole or not at all: it is written under another name in the same folder, then renamed.
struct AtomicFile {
    let target: String
    let temporary: String

    /// Checks the place and chooses the temporary name, which keeps the target's ending, or has a given one, since drivers go by it.
    init(_ target: String, ending: String? = nil) throws(GeoFileError) {
        let folder = (target as NSString).deletingLastPathComponent
        let name = (target as NSString).lastPathComponent
        guard !target.lowercased().hasPrefix("/vsi"), !target.contains("://") else {
            throw GeoFileError(
                code: .remotePath, path: target, reason: "network and virtual paths are not written", remedy: "Name a path on this machine")
        }
        var isDirectory: ObjCBool = false
        let folderOrHere = folder.isEmpty ? "." : folder
        guard FileManager.default.fileExists(atPath: folderOrHere, isDirectory: &isDirectory), isDirectory.boolValue else {
            throw GeoFileError(
                code: .cannotCreate, path: target, reason: "there is no folder \(folderOrHere)", remedy: "Make the folder first")
        }
        guard FileManager.default.isWritableFile(atPath: folderOrHere) else {
            throw GeoFileError(
                code: .cannotCreate, path: target, reason: "the folder \(folderOrHere) may not be written to",
                remedy: "Choose another folder")
        }
        if FileManager.default.fileExists(atPath: target, isDirectory: &isDirectory), isDirectory.boolValue {
            throw GeoFileError(
                code: .cannotCreate, path: target, reason: "a folder of this name stands there", remedy: "Choose another name")
        }
        self.target = target
        let added = ending.map { name.lowercased().hasSuffix(".\($0)") ? "" : ".\($0)" } ?? ""
        temporary = (folderOrHere as NSString).appendingPathComponent(".\(UUID().uuidString)-\(name)\(added)")
    }

    /// Runs the writing, then puts the file in its place. Whatever was written goes away on failure.
    func write(_ work: (_ temporary: String) throws(GeoFileError) -> Void) throws(GeoFileError) {
        do {
            try work(temporary)
            try publish()
        } catch {
            removeTemporary()
            throw error
        }
    }

    /// The error for a write that broke off.
    func failure(_ reason: String) -> GeoFileError {
        GeoFileError(
            code: .writeFailed, path: target, reason: "writing broke off (\(reason)); nothing was left behind",
            remedy: "Check that the disk has room and the folder can be written to")
    }

    private func publish() throws(GeoFileError) {
        let descriptor = open(temporary, O_RDONLY)
        guard descriptor >= 0 else { throw failure(String(cString: strerror(errno))) }
        // A full disk may show only now.
        let isSynced = fsync(descriptor) == 0
        close(descriptor)
        guard isSynced, rename(temporary, target) == 0 else { throw failure(String(cString: strerror(errno))) }
    }

    private func removeTemporary() {
        for suffix in ["", "-journal", "-wal", "-shm", ".tmp"] { unlink(temporary + suffix) }
    }
}
