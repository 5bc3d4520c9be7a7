import Foundation

/// A local file that was looked at before any library opens it.
struct SourceFile {
    let path: String
    let byteCount: Int

    /// The name's ending in lower case, without the dot.
    var ending: String { (path as NSString).pathExtension.lowercased() }

    /// Path for GDAL: never one that GDAL would take for a connection string or a virtual file.
    var gdalPath: String { path.hasPrefix("/") ? path : "./" + path }

    init(_ path: String) throws(GeoFileError) {
        guard !path.lowercased().hasPrefix("/vsi"), !path.contains("://") else {
            throw GeoFileError(
                code: .remotePath, path: path, reason: "network and virtual paths are not read, since the data may be confidential",
                remedy: "Copy the file to this machine and name it by its path")
        }
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw GeoFileError(code: .missing, path: path, reason: "there is no such file", remedy: "Check the path in the project file")
        }
        guard !isDirectory.boolValue else {
            throw GeoFileError(
                code: .isDirectory, path: path, reason: "this is a folder", remedy: "Name a file in it, such as the .shp of a Shapefile")
        }
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw GeoFileError(code: .unreadable, path: path, reason: "the file may not be opened", remedy: "Check its permissions")
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        byteCount = (attributes?[.size] as? NSNumber)?.intValue ?? 0
        guard byteCount > 0 else {
            throw GeoFileError(
                code: .emptyFile, path: path, reason: "the file is empty (0 bytes)", remedy: "Export it again from its source")
        }
        self.path = path
    }
}
