import Foundation
import Planning
import Scenarios

/// `export.json`: what was handed over, and to whom.
public struct ExportDocument: Codable, Hashable, Sendable {
    public struct Layer: Codable, Hashable, Sendable {
        public var name: String
        public var features: Int
    }

    public struct File: Codable, Hashable, Sendable {
        public var file: String
        public var sha256: String
    }

    public var schema = "phusong.export/1"
    public var run: String
    public var runInputHash: String
    /// Whose view it is; null for everything that the owner of the run sees.
    @ExplicitNull public var `operator`: Operator?
    /// Names of the province and the commune as they were found.
    public var places: [String]
    /// System of `gpkg`, `fgb` and `shp`, such as `EPSG:4326`.
    public var crs: String
    public var layers: [Layer]
    /// Every file but this one.
    public var files: [File]
    /// What a reader has to know: texts cut short, things left out.
    public var warnings: [Bilingual]
    /// One sentence saying what is made up in the inputs; empty for real data.
    public var synthetic: String
}
