import CGDAL
import Foundation

/// A file that is to be read as a raster.
struct RasterCandidate: Hashable {
    /// Path that GDAL opens, perhaps inside an archive.
    let gdalPath: String
    /// The file on disk.
    let path: String
    /// The file as people name it.
    let name: String

    var isArchived: Bool { gdalPath.hasPrefix("/vsizip/") || gdalPath.hasPrefix("/vsigzip/") }
}

/// Finds the rasters of a folder or the one file that was named.
///
/// A folder is searched with everything below it; hidden files are left out. A file counts as a raster by the ending of its name: what lies
/// beside rasters (`.aux.xml`, `.prj`, texts, tables) is passed over in silence, so that a broken raster can be told from a read-me.
enum RasterCandidates {
    private static let endings: Set<String> = [
        "tif", "tiff", "gtiff", "hgt", "vrt", "img", "asc", "grd", "bil", "bip", "bsq", "flt", "dt0", "dt1", "dt2", "dem", "jp2", "nc",
        "rst",
        "sdat", "bt", "pix", "raw", "ter",
    ]

    /// The rasters in order of their names.
    ///
    /// - Parameter name: how people name the source; files of a folder stand behind it.
    /// - Throws: ``GeoFileError`` when the path does not exist, is not local or may not be opened.
    static func find(_ path: String, name: String) throws(GeoFileError) -> [RasterCandidate] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            do {
                let file = try SourceFile(path)
                return candidates(file.path, name: name)
            } catch  where error.code == .emptyFile {
                // Told with the other defects of rasters.
                return [RasterCandidate(gdalPath: path, path: path, name: name)]
            }
        }
        // A folder of tiles is often a link to where they are kept; what the enumeration is given must be the folder itself.
        let real = (path as NSString).resolvingSymlinksInPath
        guard FileManager.default.isReadableFile(atPath: path), let entries = try? FileManager.default.subpathsOfDirectory(atPath: real)
        else {
            throw GeoFileError(code: .unreadable, path: path, reason: "the folder may not be opened", remedy: "Check its permissions")
        }
        return entries.sorted().flatMap { entry -> [RasterCandidate] in
            let parts = entry.split(separator: "/")
            guard !parts.contains(where: { $0.hasPrefix(".") }), isRaster(entry) else { return [] }
            let full = "\(path)/\(entry)"
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else { return [] }
            return candidates(full, name: name.hasSuffix("/") ? name + entry : "\(name)/\(entry)")
        }
    }

    /// Whether a name is that of a raster or of an archive with one.
    private static func isRaster(_ name: String) -> Bool {
        let lower = name.lowercased()
        if lower.hasSuffix(".zip") { return true }
        let stem = lower.hasSuffix(".gz") ? String(lower.dropLast(3)) : lower
        return endings.contains((stem as NSString).pathExtension)
    }

    private static func candidates(_ path: String, name: String) -> [RasterCandidate] {
        let absolute = path.hasPrefix("/") ? path : "./" + path
        let lower = path.lowercased()
        if lower.hasSuffix(".gz") { return [RasterCandidate(gdalPath: "/vsigzip/" + absolute, path: path, name: name)] }
        guard lower.hasSuffix(".zip") else { return [RasterCandidate(gdalPath: absolute, path: path, name: name)] }
        let root = "/vsizip/" + absolute
        let inside = GDALSession.run { _ in
            let list = VSIReadDirRecursive(root)
            defer { CSLDestroy(list) }
            return (0..<Int(CSLCount(list))).compactMap { list?[$0].map { String(cString: $0) } }
        }
        let rasters = inside.filter { isRaster($0) && !$0.lowercased().hasSuffix(".zip") && !$0.lowercased().hasSuffix(".vrt") }.sorted()
        // An archive that cannot be listed is opened all the same, so that it is told as broken.
        guard !rasters.isEmpty else { return inside.isEmpty ? [RasterCandidate(gdalPath: root, path: path, name: name)] : [] }
        return rasters.map { RasterCandidate(gdalPath: "\(root)/\($0)", path: path, name: "\(name)/\($0)") }
    }
}
