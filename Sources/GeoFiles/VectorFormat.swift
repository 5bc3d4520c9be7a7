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
    /// Shapefile with its parts; one layer, names of at most ten letters, texts of at most 254 bytes.
    case shp
    /// Vector tiles in one SQLite file; any number of layers. Places are rounded to the tiles' own grid.
    case mbtiles
    /// Vector tiles in one file for web servers; any number of layers. Needs GDAL 3.8.
    case pmtiles

    /// The usual ending of a file name, without the dot.
    public var fileExtension: String {
        self == .geojsonseq ? "geojsonl" : rawValue
    }

    /// Whether several layers fit one file.
    public var holdsManyLayers: Bool {
        switch self {
        case .gpkg, .kmz, .kml, .xlsx, .mbtiles, .pmtiles: true
        case .geojson, .geojsonseq, .fgb, .csv, .shp: false
        }
    }

    /// Whether coordinates may be in another system than WGS 84 longitude and latitude.
    public var takesReferenceSystem: Bool { self == .gpkg || self == .fgb || self == .shp }

    /// The format of a file name by its ending; nil when the ending is none of these.
    public init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let ending = path[path.index(after: dot)...].lowercased()
        guard let format = Self.allCases.first(where: { $0.fileExtension == ending || $0.rawValue == ending }) else { return nil }
        self = format
    }
}
