/// Reads the records of a file, whatever its format.
public enum VectorReader {
    /// Reads a file. CSV gives text only; shapes of all other formats come out in WGS 84, flat and without curves.
    ///
    /// Formats: CSV (separators `,` `;` tab), GeoJSON, GeoJSON text sequences, GeoPackage, Shapefile, KML and KMZ, FlatGeobuf, XLSX.
    /// - Parameters:
    ///   - path: a local file.
    ///   - layer: layer or sheet; nil for the only one (XLSX: the first sheet; KML: all folders of one kind).
    ///   - statedCRS: coordinate reference system for a file that declares none.
    /// - Throws: ``GeoFileError``.
    public static func read(_ path: String, layer: String? = nil, statedCRS: String? = nil) throws(GeoFileError) -> FeatureTable {
        try read(VectorSource(path: path, layer: layer, crs: statedCRS))
    }

    /// Reads a file with all that the project says about it. See ``read(_:layer:statedCRS:)``.
    /// - Throws: ``GeoFileError``.
    public static func read(_ source: VectorSource) throws(GeoFileError) -> FeatureTable {
        let file = try SourceFile(source.path)
        switch file.ending {
        case "csv", "tsv", "txt":
            return try CSVReader(file: file, encoding: source.encoding).read()
        case "xls", "ods":
            throw GeoFileError(
                code: .unknownFormat, path: file.path, reason: "this kind of spreadsheet is not read",
                remedy: "Save it as .xlsx or CSV UTF-8")
        case "zip", "gz", "7z", "rar":
            throw GeoFileError(
                code: .unknownFormat, path: file.path, reason: "archives are not read", remedy: "Unpack it and name the file inside")
        default:
            return try GDALReader(file: file, source: source).read()
        }
    }

    /// Gives the records of a file with one layer one after the other, so that memory does not grow with their number (but for what GDAL
    /// keeps of GeoJSON). CSV is not read so.
    /// - Parameter body: takes the names of the fields, and a record with a value for each.
    /// - Throws: ``GeoFileError``, also that of the body.
    public static func each(
        _ path: String, _ body: (_ fieldNames: [String], Feature) throws(GeoFileError) -> Void
    ) throws(GeoFileError) {
        try GDALReader(file: try SourceFile(path), source: VectorSource(path: path)).each(body)
    }

    /// Names of a file's layers or sheets in order; for CSV the file's own name.
    /// - Throws: ``GeoFileError``.
    public static func layerNames(_ path: String) throws(GeoFileError) -> [String] {
        let file = try SourceFile(path)
        guard !["csv", "tsv", "txt"].contains(file.ending) else { return [CSVReader(file: file, encoding: nil).layerName] }
        return try GDALReader(file: file, source: VectorSource(path: path)).layerNames()
    }
}
