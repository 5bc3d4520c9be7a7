/// The formats that layers can be written in.
public enum VectorFormat: String, CaseIterable, Sendable {
    /// GeoJSON by RFC 7946; one layer.
    case geojson
    /// One GeoJSON feature to a line; one layer.
    case geojsonseq
    /// GeoPackage; any number of layers.
    case gpkg
    /// FlatGeobuf; one layer.
    case fgb
    /// Comma-separated UTF-8; one layer; points as `lon`, `lat`, other shapes as `wkt`.
    case csv
    /// Zipped KML; any number of layers, one folder each.
    case kmz
    /// KML; any number of layers, one folder each.
    case kml
    /// Workbook; any number of layers, one sheet each; points as `lon`, `lat`.
    case xlsx

    /// The usual ending of a file name, without the dot.
    public var fileExtension: String {
        self == .geojsonseq ? "geojsonl" : rawValue
    }

    /// Whether several layers fit one file.
    public var holdsManyLayers: Bool {
        switch self {
        case .gpkg, .kmz, .kml, .xlsx: true
        case .geojson, .geojsonseq, .fgb, .csv: false
        }
    }

    /// The format of a file name by its ending; nil when the ending is none of these.
    public init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let ending = path[path.index(after: dot)...].lowercased()
        guard let format = Self.allCases.first(where: { $0.fileExtension == ending || $0.rawValue == ending }) else { return nil }
        self = format
    }
}
