import CGDAL

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
    /// - Throws: ``GeoFileError`` with code `badLayer`, `cannotCreate`, `remotePath`, `writeFailed` or `unsupported`; nothing is left behind.
    public static func write(
        _ layers: [OutputLayer], to path: String, format: VectorFormat, coordinateDecimals: Int = 7,
        timestamp: String = "1970-01-01T00:00:00Z"
    ) throws(GeoFileError) {
        var options = VectorOptions()
        options.coordinateDecimals = coordinateDecimals
        options.timestamp = timestamp
        for layer in layers { try check(layer, path, format) }
        // A table without rows has no shapes to tell of.
        let streams = layers.map { layer in
            var stream = LayerStream(layer)
            if format == .csv, layer.rows.isEmpty, layer.geometry == nil { stream.geometry = .none }
            return stream
        }
        _ = try write(streams, to: path, format: format, options: options)
    }

    /// Writes layers whose records are made on the way; see ``write(_:to:format:coordinateDecimals:timestamp:)``.
    ///
    /// Memory does not grow with the number of records in `csv`, `geojson`, `geojsonseq`, `gpkg`, `kml`, `kmz` and `shp`; FlatGeobuf keeps
    /// the index, a workbook everything.
    /// - Returns: the number of records of each layer.
    /// - Throws: ``GeoFileError``, also that of a layer whose records cannot be read; nothing is left behind.
    public static func write(
        _ layers: [LayerStream], to path: String, format: VectorFormat, options: VectorOptions = VectorOptions()
    ) throws(GeoFileError) -> [Int] {
        try check(layers, path, format)
        if format == .shp {
            let set = try ShapefileSet(path)
            var counts: [Int] = []
            try set.write { file, temporary throws(GeoFileError) in
                counts = try GDALWriter(file: file, format: format, options: options).write(layers, to: temporary)
            }
            return counts
        }
        let file = try AtomicFile(path, ending: format.temporaryEnding)
        var counts: [Int] = []
        try file.write { temporary throws(GeoFileError) in
            switch format {
            case .kml, .kmz:
                counts = try KMLWriter(file: file, isZipped: format == .kmz, presentation: options.kml).write(layers, to: temporary)
            default:
                counts = try GDALWriter(file: file, format: format, options: options).write(layers, to: temporary)
            }
        }
        return counts
    }

    /// Says why a format cannot be written with the GDAL at hand; nil when it can.
    public static func objection(to format: VectorFormat) -> String? {
        guard format == .pmtiles else { return nil }
        return GDALSession.run { _ in
            guard GDALGetDriverByName("PMTiles") == nil else { return nil }
            let version = GDALVersionInfo("RELEASE_NAME").map { String(cString: $0) } ?? "unknown"
            return "PMTiles need GDAL 3.8 or later, and this is \(version)"
        }
    }

    /// The whole layer before anything is written.
    private static func check(_ layer: OutputLayer, _ path: String, _ format: VectorFormat) throws(GeoFileError) {
        let stream = LayerStream(layer)
        try stream.check(path: path)
        for (index, row) in layer.rows.enumerated() { try stream.check(row, number: index + 1, format: format, path: path) }
    }

    private static func check(_ layers: [LayerStream], _ path: String, _ format: VectorFormat) throws(GeoFileError) {
        if let objection = objection(to: format) {
            throw GeoFileError(
                code: .unsupported, path: path, reason: objection, remedy: "Choose mbtiles, which web map servers read too")
        }
        guard layers.count == 1 || (format.holdsManyLayers && !layers.isEmpty) else {
            throw GeoFileError(
                code: .badLayer, path: path, reason: "\(layers.count) layers do not fit one \(format.rawValue) file",
                remedy: format.holdsManyLayers ? "Give at least one layer" : "Write one layer to a file, or choose gpkg")
        }
        var names: Set<String> = []
        for layer in layers {
            try layer.check(path: path)
            guard names.insert(layer.name.lowercased()).inserted else {
                throw GeoFileError(
                    code: .badLayer, path: path, reason: "the layer name \(layer.name) stands twice", remedy: "Rename one of them")
            }
        }
    }
}

extension VectorFormat {
    /// Drivers go by the ending; a caller may have chosen another for these.
    fileprivate var temporaryEnding: String? {
        switch self {
        case .csv: "csv"
        case .kmz: "kmz"
        case .mbtiles: "mbtiles"
        case .pmtiles: "pmtiles"
        default: nil
        }
    }
}
