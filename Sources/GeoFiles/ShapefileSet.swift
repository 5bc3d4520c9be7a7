import Foundation

/// The parts of a Shapefile: written in a folder beside their place, then renamed into it one by one, the `.shp` last.
struct ShapefileSet {
    private let file: AtomicFile
    private let folder: String

    /// Endings of the parts, in the order of placing.
    static let endings = ["dbf", "shx", "prj", "cpg", "shp"]

    init(_ path: String) throws(GeoFileError) {
        file = try AtomicFile(path)
        folder = file.temporary + ".parts"
    }

    /// Runs the writing, then puts the parts in place. Whatever was written goes away on failure.
    func write(_ work: (AtomicFile, _ temporary: String) throws(GeoFileError) -> Void) throws(GeoFileError) {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard mkdir(folder, 0o777) == 0 else {
            throw GeoFileError(
                code: .cannotCreate, path: file.target, reason: String(cString: strerror(errno)), remedy: "Choose another folder")
        }
        let stem = ((file.target as NSString).lastPathComponent as NSString).deletingPathExtension
        try work(file, "\(folder)/\(stem).shp")
        let target = (file.target as NSString).deletingPathExtension
        for ending in Self.endings where FileManager.default.fileExists(atPath: "\(folder)/\(stem).\(ending)") {
            guard rename("\(folder)/\(stem).\(ending)", ending == "shp" ? file.target : "\(target).\(ending)") == 0 else {
                throw file.failure(String(cString: strerror(errno)))
            }
        }
    }
}
