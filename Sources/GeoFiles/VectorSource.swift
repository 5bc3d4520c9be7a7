/// Where records come from, with what the project says about the file.
public struct VectorSource: Hashable, Sendable {
    /// Path of the file.
    public var path: String
    /// The layer or sheet to read; nil for the only one (XLSX: the first; KML: all of one kind).
    public var layer: String?
    /// The coordinate reference system, for files that declare none.
    public var crs: String?
    /// Encoding of text for CSV and Shapefile that is not UTF-8: `windows-1258`, `windows-1252`, `latin1`, `utf-8`.
    public var encoding: String?

    /// Makes a source.
    public init(path: String, layer: String? = nil, crs: String? = nil, encoding: String? = nil) {
        self.path = path
        self.layer = layer
        self.crs = crs
        self.encoding = encoding
    }
}
