import Foundation

/// The files that make up a Shapefile beside the .shp.
enum Shapefile {
    /// Makes sure of the parts without which records cannot be read.
    static func checkSidecars(_ file: SourceFile) throws(GeoFileError) {
        for (ending, purpose) in [("shx", "the index of the shapes"), ("dbf", "the table of attributes")]
        where sidecar(ending, of: file) == nil {
            throw GeoFileError(
                code: .missingSidecar, path: file.path, reason: "the .\(ending) beside it is missing (\(purpose))",
                remedy: "Copy all files of the Shapefile together: .shp, .shx, .dbf, .prj, .cpg")
        }
    }

    /// Whether a .cpg says how text is encoded.
    static func hasCodePage(_ file: SourceFile) -> Bool {
        sidecar("cpg", of: file) != nil
    }

    private static func sidecar(_ ending: String, of file: SourceFile) -> String? {
        let stem = (file.path as NSString).deletingPathExtension
        return [ending, ending.uppercased()].map { "\(stem).\($0)" }.first(where: FileManager.default.fileExists)
    }
}
