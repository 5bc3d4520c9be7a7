import Foundation
import Planning
import Scenarios

/// `export.json`: what was handed over, and to whom.
public struct ExportDocument: Codable, Hashable, Sendable {
    /// One layer of the export.
    public struct Layer: Codable, Hashable, Sendable {
        /// The name that the layer has in every format.
        public var name: String
        /// Number of its records, narrowed as the export is.
        public var features: Int
    }

    /// A file of the export.
    public struct File: Codable, Hashable, Sendable {
        /// Name in the export's folder.
        public var file: String
        /// SHA-256 of its bytes, 64 hex digits.
        public var sha256: String
    }

    /// Name and version of the format.
    public var schema = "phusong.export/1"
    /// Name of the run's folder.
    public var run: String
    /// Input hash of the run, as its `run.json` states it.
    public var runInputHash: String
    /// Whose view it is; null for everything that the owner of the run sees.
    @ExplicitNull public var `operator`: Operator?
    /// Names of the province and the commune as they were found.
    public var places: [String]
    /// System of `gpkg`, `fgb` and `shp`, such as `EPSG:4326`.
    public var crs: String
    /// The layers, in the order in which files with several hold them.
    public var layers: [Layer]
    /// Every file but this one.
    public var files: [File]
    /// What a reader has to know: texts cut short, things left out.
    public var warnings: [Bilingual]
    /// One sentence saying what is made up in the inputs; empty for real data.
    public var synthetic: String
}
