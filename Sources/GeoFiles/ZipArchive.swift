import CGDAL

/// Writes an archive through GDAL's /vsizip/, piece after piece. Members carry no time, so that bytes do not depend on the clock.
final class ZipArchive {
    private let path: String
    private let file: AtomicFile
    /// While it is open, members are added to one archive instead of each beginning it anew.
    private var whole: UnsafeMutablePointer<VSILFILE>?

    /// - Parameter path: of an archive that does not exist, ending in `.zip` or another ending that GDAL knows (`.kmz`).
    init(_ path: String, _ file: AtomicFile) throws(GeoFileError) {
        self.path = "/vsizip/" + (path.hasPrefix("/") ? path : "./" + path)
        self.file = file
        whole = VSIFOpenL(self.path, "wb")
        guard whole != nil else {
            throw GeoFileError(
                code: .cannotCreate, path: file.target, reason: "the archive cannot be begun",
                remedy: "Check the folder and its permissions")
        }
    }

    deinit {
        if let whole { VSIFCloseL(whole) }
    }

    /// Adds a member, which `fill` writes; only one at a time.
    func add(_ name: String, fill: (ByteSink) throws(GeoFileError) -> Void) throws(GeoFileError) {
        let member = ByteSink(try open(name), file)
        do {
            try fill(member)
            try member.close()
        } catch {
            try? member.close()
            throw error
        }
    }

    /// Ends the archive.
    func close() throws(GeoFileError) {
        defer { whole = nil }
        guard let whole, VSIFCloseL(whole) == 0 else { throw file.failure("the archive cannot be ended") }
    }

    private func open(_ name: String) throws(GeoFileError) -> UnsafeMutablePointer<VSILFILE> {
        guard let handle = VSIFOpenL("\(path)/\(name)", "wb") else { throw file.failure("the archive takes no \(name)") }
        return handle
    }
}
