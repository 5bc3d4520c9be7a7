import CGDAL
import Foundation
import Geodesy
import Geometry

/// Writes layers through a GDAL driver.
struct GDALWriter {
    let file: AtomicFile
    let format: VectorFormat
    let options: VectorOptions

    /// The name of the column that becomes GeoJSON's `id` member. GDAL takes such a column out of the properties, so it is not `id` itself.
    private static let idMember = "__id_member"

    private var driverName: String {
        switch format {
        case .geojson: "GeoJSON"
        case .geojsonseq: "GeoJSONSeq"
        case .gpkg: "GPKG"
        case .fgb: "FlatGeobuf"
        // Written by ``KMLWriter``, never through a driver.
        case .kmz, .kml: ""
        case .xlsx: "XLSX"
        case .csv: "CSV"
        case .shp: "ESRI Shapefile"
        case .mbtiles: "MVT"
        case .pmtiles: "PMTiles"
        }
    }

    private var decimals: Int { min(7, max(0, options.coordinateDecimals)) }

    /// Tables have no geometry of their own, only columns that tell of it.
    private var isTable: Bool { format == .csv || format == .xlsx }

    private var writesIDMember: Bool { format == .geojson || format == .geojsonseq }

    private var isTiled: Bool { format == .mbtiles || format == .pmtiles }

    /// Writes to the temporary path, closes, and makes sure that everything is there. Gives the number of records of each layer.
    func write(_ layers: [LayerStream], to path: String) throws(GeoFileError) -> [Int] {
        var settings = [(name: "OGR_CURRENT_DATE", value: timestampWithMilliseconds)]
        settings.append((name: "OGR_SQLITE_JOURNAL", value: "DELETE"))
        // Tiles are made in the order of the records, whatever the machine.
        settings.append((name: "GDAL_NUM_THREADS", value: "1"))
        var counts: [Int] = []
        try GDALSession.run(options: settings) { messages throws(GeoFileError) in
            guard let driver = GDALGetDriverByName(driverName) else {
                throw file.failure("GDAL was built without the driver \(driverName)")
            }
            let creation = GDALTextList(creationOptions)
            defer { withExtendedLifetime(creation) {} }
            guard let dataset = GDALDataset(GDALCreate(driver, gdalPath(path), 0, 0, 0, GDT_Unknown, creation.pointer)) else {
                throw GeoFileError(
                    code: .cannotCreate, path: file.target, reason: messages.lastWords, remedy: "Check the folder and its permissions")
            }
            for layer in layers { counts.append(try write(layer, into: dataset, messages)) }
            if format == .gpkg, !options.styles.isEmpty { try writeStyles(dataset, messages) }
            dataset.close()
            if let failure = messages.failures.first { throw file.failure(failure) }
        }
        try check(layers, counts, path)
        return counts
    }

    private var creationOptions: [String] {
        guard isTiled else { return [] }
        // Else the driver takes the name of the temporary file.
        return [
            "NAME=\(options.tileName)", "DESCRIPTION=\(options.tileName)", "MINZOOM=\(options.tileZooms.lowerBound)",
            "MAXZOOM=\(options.tileZooms.upperBound)",
            "TYPE=overlay",
            // What is dropped from a full tile would be missed by whoever looks for it.
            "MAX_SIZE=20000000", "MAX_FEATURES=1000000",
        ] + (format == .mbtiles ? ["FORMAT=MBTILES"] : [])
    }

    private func gdalPath(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

    /// The form that GeoPackage prescribes.
    private var timestampWithMilliseconds: String {
        let time = options.timestamp
        return time.hasSuffix("Z") && !time.contains(".") ? time.dropLast() + ".000Z" : time
    }

    // MARK: One layer

    /// The system of the coordinates that are written.
    private var system: CoordinateReferenceSystem { format.takesReferenceSystem ? options.system : .wgs84 }

    private func placement() throws(GeoFileError) -> ShapePlacement? {
        guard !system.isWGS84 else { return nil }
        do {
            // GDAL is handed coordinates that are transformed already: left to choose, PROJ takes another datum shift in the south.
            return ShapePlacement(transformation: try CoordinateTransformation(from: .wgs84, to: system), isSystemKnown: true)
        } catch {
            throw file.failure("\(error)")
        }
    }

    private func write(_ layer: LayerStream, into dataset: GDALDataset, _ messages: GDALMessages) throws(GeoFileError) -> Int {
        let multiple = asMultiple(layer)
        let placement = try placement()
        guard let spatial = OSRNewSpatialReference(nil) else { throw file.failure(messages.lastWords) }
        defer { OSRRelease(spatial) }
        guard OSRSetFromUserInput(spatial, system.definition) == OGRERR_NONE else { throw file.failure(messages.lastWords) }
        OSRSetAxisMappingStrategy(spatial, OAMS_TRADITIONAL_GIS_ORDER)

        let listed = GDALTextList(layerOptions(layer))
        guard
            let handle = GDALDatasetCreateLayer(
                dataset.handle, layer.name, isTable ? nil : spatial, geometryType(layer, multiple), listed.pointer)
        else { throw file.failure(messages.lastWords) }
        withExtendedLifetime(listed) {}

        let columns = columns(of: layer)
        for column in columns { try create(column, in: handle, messages) }
        guard let definition = OGR_L_GetLayerDefn(handle) else { throw file.failure(messages.lastWords) }

        // One transaction: without it SQLite would wait for the disk at every record. Other formats have none, and say so.
        let isTransaction = format == .gpkg && GDALDatasetStartTransaction(dataset.handle, 0) == OGRERR_NONE
        var count = 0
        try layer.rows { row throws(GeoFileError) in
            count += 1
            try layer.check(row, number: count, format: format, path: file.target)
            // The records may come from a reader, whose session would take this layer's messages for its own.
            try GDALSession.resume(messages) { () throws(GeoFileError) in
                guard let feature = OGR_F_Create(definition) else { throw file.failure(messages.lastWords) }
                defer { OGR_F_Destroy(feature) }
                for (index, column) in columns.enumerated() { set(try column.value(row), feature, Int32(index)) }
                if !isTable, let shape = try placed(row, placement) {
                    guard let geometry = shape.makeOGRGeometry(asMultiple: multiple) else { throw file.failure(messages.lastWords) }
                    OGR_F_SetGeometryDirectly(feature, geometry)
                }
                guard OGR_L_CreateFeature(handle, feature) == OGRERR_NONE else {
                    throw file.failure("layer \(layer.name), record \(row.id): \(messages.lastWords)")
                }
            }
        }
        if isTransaction, GDALDatasetCommitTransaction(dataset.handle) != OGRERR_NONE { throw file.failure(messages.lastWords) }
        return count
    }

    /// The shape in the system that is written; nil when there is none.
    private func placed(_ row: OutputRow, _ placement: ShapePlacement?) throws(GeoFileError) -> Shape? {
        guard let shape = row.shape, shape != .empty else { return nil }
        guard let placement else { return shape }
        let (moved, defect) = placement.move(shape)
        guard let moved else { throw file.failure("record \(row.id): \(defect ?? "no place in \(system.name)")") }
        return moved
    }

    private func layerOptions(_ layer: LayerStream) -> [String] {
        switch format {
        case .geojson: ["RFC7946=YES", "WRITE_BBOX=YES", "COORDINATE_PRECISION=\(decimals)", "ID_FIELD=\(Self.idMember)", "ID_TYPE=String"]
        case .geojsonseq: ["COORDINATE_PRECISION=\(decimals)", "ID_FIELD=\(Self.idMember)", "ID_TYPE=String"]
        case .gpkg:
            ["FID=fid", "GEOMETRY_NAME=geom", "SPATIAL_INDEX=YES", "IDENTIFIER=\(layer.title.isEmpty ? layer.name : layer.title)"]
        case .fgb: ["SPATIAL_INDEX=YES"]
        case .csv: ["LINEFORMAT=LF", "STRING_QUOTING=IF_NEEDED", "WRITE_BOM=\(options.isCSVMarked ? "YES" : "NO")"]
        case .shp: ["ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=\(options.timestamp.prefix(10))", "2GB_LIMIT=YES"]
        case .kmz, .kml, .xlsx, .mbtiles, .pmtiles: []
        }
    }

    private func asMultiple(_ layer: LayerStream) -> Bool {
        (format == .gpkg || format == .fgb) && layer.geometry != .any && layer.hasMultipleParts
    }

    private func geometryType(_ layer: LayerStream, _ multiple: Bool) -> OGRwkbGeometryType {
        guard !isTable else { return wkbNone }
        switch layer.geometry {
        case .none: return format == .geojson || format == .geojsonseq ? wkbUnknown : wkbNone
        case .point: return wkbPoint
        case .line: return multiple ? wkbMultiLineString : isTyped ? wkbLineString : wkbUnknown
        case .polygon: return multiple ? wkbMultiPolygon : isTyped ? wkbPolygon : wkbUnknown
        case .any: return wkbUnknown
        }
    }

    /// Formats that want one kind of shape in a layer.
    private var isTyped: Bool { format == .gpkg || format == .fgb || format == .shp }

    // MARK: Columns

    private struct Column {
        let field: OutputField
        let value: (OutputRow) throws(GeoFileError) -> FieldValue
    }

    private func columns(of layer: LayerStream) -> [Column] {
        var columns = layer.columns.map { column in
            Column(field: column.field) { row in column.source.map { row.values[$0] } ?? .text(row.id) }
        }
        if writesIDMember {
            columns.append(Column(field: OutputField(name: Self.idMember, type: .text)) { .text($0.id) })
        }
        let taken = Set(layer.columns.map { $0.field.name.lowercased() })
        let kind = layer.geometry
        if isTable, kind == .point, taken.isDisjoint(with: ["lon", "lat"]) {
            columns.append(Column(field: OutputField(name: "lon", type: .real)) { degrees($0.place?.longitude) })
            columns.append(Column(field: OutputField(name: "lat", type: .real)) { degrees($0.place?.latitude) })
        }
        if format == .csv, kind != .point, kind != .none, !taken.contains("wkt") {
            columns.append(
                Column(field: OutputField(name: "wkt", type: .text)) { row throws(GeoFileError) in
                    guard let shape = row.shape else { return .null }
                    guard let text = shape.wellKnownText() else { throw file.failure("record \(row.id): GDAL gives no WKT") }
                    return .text(text)
                })
        }
        return columns
    }

    /// Degrees; in CSV with at most seven decimals, a centimetre.
    private func degrees(_ number: Double?) -> FieldValue {
        guard let number else { return .null }
        return .real(format == .csv ? (number * 1e7).rounded() / 1e7 : number)
    }

    private func create(_ column: Column, in layer: OGRLayerH, _ messages: GDALMessages) throws(GeoFileError) {
        let type: OGRFieldType =
            switch column.field.type {
            // Our own text of numbers: `2418`, `-115.1`, `true`.
            case _ where format == .csv: OFTString
            case .text: OFTString
            case .integer: OFTInteger64
            case .real: OFTReal
            case .boolean: OFTInteger
            }
        guard let field = OGR_Fld_Create(column.field.name, type) else { throw file.failure(messages.lastWords) }
        defer { OGR_Fld_Destroy(field) }
        if type == OFTInteger, format != .shp { OGR_Fld_SetSubType(field, OFSTBoolean) }
        // Fields of a dBase table have a fixed size.
        if format == .shp {
            OGR_Fld_SetWidth(
                field, type == OFTString ? Int32(clamping: column.field.width ?? Self.shapefileTextBytes) : type == OFTInteger ? 1 : 0)
        } else if let width = column.field.width {
            OGR_Fld_SetWidth(field, Int32(clamping: width))
        }
        guard OGR_L_CreateField(layer, field, 1) == OGRERR_NONE else { throw file.failure(messages.lastWords) }
    }

    private func set(_ value: FieldValue, _ feature: OGRFeatureH, _ index: Int32) {
        if OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, index)) == OFTString {
            guard var text = value.text else { return OGR_F_SetFieldNull(feature, index) }
            if format == .shp { text = text.prefix(utf8Count: Self.shapefileTextBytes) }
            return OGR_F_SetFieldString(feature, index, text)
        }
        switch value {
        case .integer(let number): OGR_F_SetFieldInteger64(feature, index, number)
        case .real(let number) where number.isFinite: OGR_F_SetFieldDouble(feature, index, number)
        case .boolean(let isTrue): OGR_F_SetFieldInteger(feature, index, isTrue ? 1 : 0)
        // Text in a column of numbers was refused before.
        case .real, .null, .text: OGR_F_SetFieldNull(feature, index)
        }
    }

    /// What a text field of a dBase table holds at most.
    private static let shapefileTextBytes = 254

    // MARK: Afterwards

    /// GDAL's text drivers do not report every failed write, so what arrived on the disk is looked at.
    private func check(_ layers: [LayerStream], _ counts: [Int], _ path: String) throws(GeoFileError) {
        switch format {
        case .geojson:
            guard let written = FileHandle(forReadingAtPath: path), let size = try? written.seekToEnd() else {
                throw file.failure("the file is not there")
            }
            try? written.seek(toOffset: size > 16 ? size - 16 : 0)
            let end = (try? written.readToEnd()) ?? Data()
            try? written.close()
            guard end.filter({ $0 > 32 }).suffix(2).elementsEqual("]}".utf8) else { throw file.failure("the end is missing") }
        case .geojsonseq:
            // One line to a record; line ends inside texts are escaped in JSON.
            guard WrittenLines(path, isQuoted: false)?.count == counts.reduce(0, +) else { throw file.failure("the end is missing") }
        case .csv:
            guard let lines = WrittenLines(path, isQuoted: true), lines.isEnded, lines.count == counts.reduce(0, +) + 1 else {
                throw file.failure("rows are missing")
            }
        default:
            try GDALSession.run { messages throws(GeoFileError) in
                guard let dataset = GDALDataset(GDALOpenEx(gdalPath(path), phusong_open_vector_read_only(), nil, nil, nil)) else {
                    throw file.failure(messages.lastWords)
                }
                // A sheet without rows is there, but GDAL does not show it beside others.
                let expected = format == .xlsx || isTiled ? counts.count { $0 > 0 } : layers.count
                guard expected > 0 else { return }
                guard GDALDatasetGetLayerCount(dataset.handle) >= expected else {
                    throw file.failure("layers are missing")
                }
            }
        }
    }
}

extension OutputRow {
    fileprivate var place: Coordinate? {
        if case .point(let place) = shape { place } else { nil }
    }
}
