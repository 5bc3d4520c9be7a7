import CGDAL
import Foundation
import Geodesy
import Geometry

/// Writes layers through a GDAL driver.
struct GDALWriter {
    let file: AtomicFile
    let format: VectorFormat
    let decimals: Int
    let timestamp: String

    /// The name of the column that becomes GeoJSON's `id` member. GDAL takes such a column out of the properties, so it is not `id` itself.
    private static let idMember = "__id_member"

    private var driverName: String {
        switch format {
        case .geojson: "GeoJSON"
        case .geojsonseq: "GeoJSONSeq"
        case .gpkg: "GPKG"
        case .fgb: "FlatGeobuf"
        case .kmz, .kml: "LIBKML"
        case .xlsx: "XLSX"
        case .csv: "CSV"
        }
    }

    /// Tables have no geometry of their own, only columns that tell of it.
    private var isTable: Bool { format == .csv || format == .xlsx }

    private var writesIDMember: Bool { format == .geojson || format == .geojsonseq }

    /// Writes to the temporary path, closes, and makes sure that everything is there.
    func write(_ layers: [OutputLayer], to path: String) throws(GeoFileError) {
        var options = [(name: "OGR_CURRENT_DATE", value: timestampWithMilliseconds)]
        options.append((name: "OGR_SQLITE_JOURNAL", value: "DELETE"))
        // Placemarks are named by the column "name" where there is one.
        options.append((name: "LIBKML_NAME_FIELD", value: "kml_name"))
        try GDALSession.run(options: options) { messages throws(GeoFileError) in
            guard let driver = GDALGetDriverByName(driverName) else {
                throw file.failure("GDAL was built without the driver \(driverName)")
            }
            guard let dataset = GDALDataset(GDALCreate(driver, gdalPath(path), 0, 0, 0, GDT_Unknown, nil)) else {
                throw GeoFileError(
                    code: .cannotCreate, path: file.target, reason: messages.lastWords, remedy: "Check the folder and its permissions")
            }
            for layer in layers { try write(layer, into: dataset, messages) }
            dataset.close()
            if let failure = messages.failures.first { throw file.failure(failure) }
        }
        try check(layers, path)
    }

    private func gdalPath(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

    /// The form that GeoPackage prescribes.
    private var timestampWithMilliseconds: String {
        timestamp.hasSuffix("Z") && !timestamp.contains(".") ? timestamp.dropLast() + ".000Z" : timestamp
    }

    // MARK: One layer

    private func write(_ layer: OutputLayer, into dataset: GDALDataset, _ messages: GDALMessages) throws(GeoFileError) {
        let multiple = asMultiple(layer)
        guard let wgs84 = OSRNewSpatialReference(nil) else { throw file.failure(messages.lastWords) }
        defer { OSRRelease(wgs84) }
        guard OSRImportFromEPSG(wgs84, 4326) == OGRERR_NONE else { throw file.failure(messages.lastWords) }
        OSRSetAxisMappingStrategy(wgs84, OAMS_TRADITIONAL_GIS_ORDER)

        let options = GDALTextList(layerOptions(layer))
        let system = isTable ? nil : wgs84
        guard let handle = GDALDatasetCreateLayer(dataset.handle, layer.name, system, geometryType(layer, multiple), options.pointer) else {
            throw file.failure(messages.lastWords)
        }
        withExtendedLifetime(options) {}

        let columns = columns(of: layer)
        for column in columns { try create(column, in: handle, messages) }
        guard let definition = OGR_L_GetLayerDefn(handle) else { throw file.failure(messages.lastWords) }

        // One transaction: without it SQLite would wait for the disk at every record. Other formats have none, and say so.
        let isTransaction = format == .gpkg && GDALDatasetStartTransaction(dataset.handle, 0) == OGRERR_NONE
        for row in layer.rows {
            guard let feature = OGR_F_Create(definition) else { throw file.failure(messages.lastWords) }
            defer { OGR_F_Destroy(feature) }
            for (index, column) in columns.enumerated() { set(try column.value(row), feature, Int32(index)) }
            if !isTable, let shape = row.shape, shape != .empty {
                guard let geometry = shape.makeOGRGeometry(asMultiple: multiple) else { throw file.failure(messages.lastWords) }
                OGR_F_SetGeometryDirectly(feature, geometry)
            }
            guard OGR_L_CreateFeature(handle, feature) == OGRERR_NONE else {
                throw file.failure("layer \(layer.name), record \(row.id): \(messages.lastWords)")
            }
        }
        if isTransaction, GDALDatasetCommitTransaction(dataset.handle) != OGRERR_NONE { throw file.failure(messages.lastWords) }
    }

    private func layerOptions(_ layer: OutputLayer) -> [String] {
        switch format {
        case .geojson: ["RFC7946=YES", "WRITE_BBOX=YES", "COORDINATE_PRECISION=\(decimals)", "ID_FIELD=\(Self.idMember)", "ID_TYPE=String"]
        case .geojsonseq: ["COORDINATE_PRECISION=\(decimals)", "ID_FIELD=\(Self.idMember)", "ID_TYPE=String"]
        case .gpkg:
            ["FID=fid", "GEOMETRY_NAME=geom", "SPATIAL_INDEX=YES", "IDENTIFIER=\(layer.title.isEmpty ? layer.name : layer.title)"]
        case .fgb: ["SPATIAL_INDEX=YES"]
        case .kmz, .kml: ["FOLDER=YES"]
        case .csv: ["LINEFORMAT=LF", "STRING_QUOTING=IF_NEEDED"]
        case .xlsx: []
        }
    }

    private func asMultiple(_ layer: OutputLayer) -> Bool {
        (format == .gpkg || format == .fgb) && layer.effectiveGeometry != .any && layer.hasMultipleParts
    }

    private func geometryType(_ layer: OutputLayer, _ multiple: Bool) -> OGRwkbGeometryType {
        guard !isTable else { return wkbNone }
        switch layer.effectiveGeometry {
        case .none: return format == .geojson || format == .geojsonseq ? wkbUnknown : wkbNone
        case .point: return wkbPoint
        case .line: return multiple ? wkbMultiLineString : format == .gpkg || format == .fgb ? wkbLineString : wkbUnknown
        case .polygon: return multiple ? wkbMultiPolygon : format == .gpkg || format == .fgb ? wkbPolygon : wkbUnknown
        case .any: return wkbUnknown
        }
    }

    // MARK: Columns

    private struct Column {
        let field: OutputField
        let value: (OutputRow) throws(GeoFileError) -> FieldValue
    }

    private func columns(of layer: OutputLayer) -> [Column] {
        var columns = layer.columns.map { column in
            Column(field: column.field) { row in column.source.map { row.values[$0] } ?? .text(row.id) }
        }
        if writesIDMember {
            columns.append(Column(field: OutputField(name: Self.idMember, type: .text)) { .text($0.id) })
        }
        if format == .kmz || format == .kml {
            let name = layer.fields.firstIndex { $0.name == "name" }
            columns.append(
                Column(field: OutputField(name: "kml_name", type: .text)) { row in
                    name.flatMap { row.values[$0].text }.map { .text($0) } ?? .text(row.id)
                })
        }
        let taken = Set(layer.columns.map { $0.field.name.lowercased() })
        let kind = layer.effectiveGeometry
        if isTable, kind == .point, taken.isDisjoint(with: ["lon", "lat"]) {
            columns.append(Column(field: OutputField(name: "lon", type: .real)) { degrees($0.place?.longitude) })
            columns.append(Column(field: OutputField(name: "lat", type: .real)) { degrees($0.place?.latitude) })
        }
        if format == .csv, kind != .point, kind != .none, !layer.rows.isEmpty, !taken.contains("wkt") {
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
            // KML has no yes and no of its own that its readers agree on.
            case .boolean: format == .kmz || format == .kml ? OFTString : OFTInteger
            }
        guard let field = OGR_Fld_Create(column.field.name, type) else { throw file.failure(messages.lastWords) }
        defer { OGR_Fld_Destroy(field) }
        if type == OFTInteger { OGR_Fld_SetSubType(field, OFSTBoolean) }
        if let width = column.field.width { OGR_Fld_SetWidth(field, Int32(clamping: width)) }
        guard OGR_L_CreateField(layer, field, 1) == OGRERR_NONE else { throw file.failure(messages.lastWords) }
    }

    private func set(_ value: FieldValue, _ feature: OGRFeatureH, _ index: Int32) {
        if OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, index)) == OFTString {
            guard let text = value.text else { return OGR_F_SetFieldNull(feature, index) }
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

    // MARK: Afterwards

    /// GDAL's text drivers do not report every failed write, so what arrived on the disk is looked at.
    private func check(_ layers: [OutputLayer], _ path: String) throws(GeoFileError) {
        switch format {
        case .geojson, .geojsonseq:
            guard let written = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
                throw file.failure("the file is not there")
            }
            let isWhole =
                format == .geojsonseq
                // One line to a record; line ends inside texts are escaped in JSON.
                ? written.count { $0 == UInt8(ascii: "\n") } == layers.reduce(0) { $0 + $1.rows.count }
                : written.suffix(16).filter { $0 > 32 }.suffix(2).elementsEqual("]}".utf8)
            guard isWhole else { throw file.failure("the end is missing") }
        case .csv:
            let bytes = (try? Data(contentsOf: URL(fileURLWithPath: path))).map { Array($0) } ?? []
            let rowCount = layers.reduce(0) { $0 + $1.rows.count }
            guard bytes.last == UInt8(ascii: "\n"), let census = try? CSVCensus(bytes, separator: UInt8(ascii: ",")),
                census.records.count == rowCount + 1
            else { throw file.failure("rows are missing") }
        default:
            try GDALSession.run { messages throws(GeoFileError) in
                guard let dataset = GDALDataset(GDALOpenEx(gdalPath(path), phusong_open_vector_read_only(), nil, nil, nil)) else {
                    throw file.failure(messages.lastWords)
                }
                // A sheet without rows is there, but GDAL does not show it beside others.
                let expected = format == .xlsx ? layers.count { !$0.rows.isEmpty } : layers.count
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
