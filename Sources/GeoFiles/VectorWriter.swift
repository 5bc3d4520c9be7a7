/// Writes layers to a file, whole or not at all.
public enum VectorWriter {
    /// Writes layers. The same layers give the same bytes. A file that stands there is replaced.
    ///
    /// GeoJSON follows RFC 7946: CRS84 without a `crs` member, right-hand rings, bbox, string ids. GeoPackages have no write-ahead log.
    /// - Parameters:
    ///   - layers: exactly one for formats that hold one (see ``VectorFormat/holdsManyLayers``).
    ///   - path: a file in a folder that exists.
    ///   - coordinateDecimals: digits of degrees after the point in GeoJSON, 0 to 7 (7 is a centimetre).
    ///   - timestamp: the time of last change inside a GeoPackage, ISO 8601 in UTC; fixed, so that bytes do not depend on the clock.
    /// - Throws: ``GeoFileError`` with code `badLayer`, `cannotCreate`, `remotePath` or `writeFailed`; nothing is left behind.
    public static func write(
        _ layers: [OutputLayer], to path: String, format: VectorFormat, coordinateDecimals: Int = 7,
        timestamp: String = "1970-01-01T00:00:00Z"
    ) throws(GeoFileError) {
        try check(layers, path, format)
        let file = try AtomicFile(path, ending: format == .csv ? "csv" : nil)
        try file.write { temporary throws(GeoFileError) in
            let writer = GDALWriter(file: file, format: format, decimals: min(7, max(0, coordinateDecimals)), timestamp: timestamp)
            try writer.write(layers, to: temporary)
        }
    }

    private static func check(_ layers: [OutputLayer], _ path: String, _ format: VectorFormat) throws(GeoFileError) {
        guard layers.count == 1 || (format.holdsManyLayers && !layers.isEmpty) else {
            throw GeoFileError(
                code: .badLayer, path: path, reason: "\(layers.count) layers do not fit one \(format.rawValue) file",
                remedy: format.holdsManyLayers ? "Give at least one layer" : "Write one layer to a file, or choose gpkg")
        }
        var names: Set<String> = []
        for layer in layers {
            try layer.check(path: path)
            if format == .fgb, let row = layer.rows.firstIndex(where: { $0.shape == nil || $0.shape == .empty }) {
                throw GeoFileError(
                    code: .badLayer, path: path, row: row + 1, reason: "FlatGeobuf cannot hold a record without a shape",
                    remedy: "Choose gpkg or geojson")
            }
            guard names.insert(layer.name.lowercased()).inserted else {
                throw GeoFileError(
                    code: .badLayer, path: path, reason: "the layer name \(layer.name) stands twice", remedy: "Rename one of them")
            }
        }
    }
}
