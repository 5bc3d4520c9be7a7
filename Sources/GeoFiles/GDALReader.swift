import CGDAL
import Foundation
import Geodesy
import Geometry

/// Reads one file through GDAL.
struct GDALReader {
    let file: SourceFile
    let source: VectorSource

    /// No driver outside this list is ever asked: many of GDAL's would follow a file's content to a server.
    private static let drivers = ["GeoJSON", "GeoJSONSeq", "GPKG", "ESRI Shapefile", "LIBKML", "KML", "FlatGeobuf", "XLSX"]

    /// In a workbook the first row names the columns, always: a guess would turn on the data.
    private static let options = [(name: "OGR_XLSX_HEADERS", value: "FORCE"), (name: "OGR_XLSX_FIELD_TYPES", value: "AUTO")]

    func read() throws(GeoFileError) -> FeatureTable {
        try GDALSession.run(options: Self.options) { messages throws(GeoFileError) in
            let dataset = try open(messages)
            let layers = try chosenLayers(dataset)
            var columns = ColumnUnion()
            var records: [Record] = []
            var reading = Reading()
            for layer in layers {
                let failuresBefore = messages.failures.count
                try read(layer, dataset.driverName, into: &records, &columns, &reading)
                if messages.failures.count > failuresBefore {
                    throw corrupt(messages, row: records.last.map { $0.row + 1 })
                }
            }
            let kept = columns.kept(of: records)
            let features = records.map { record in
                Feature(
                    row: record.row, id: record.id,
                    values: kept.map { $0 < record.values.count ? record.values[$0] : .null },
                    shape: record.shape, shapeDefect: record.shapeDefect)
            }
            return FeatureTable(
                path: file.path, layerName: layers.map(\.name).joined(separator: ", "), driver: dataset.driverName,
                fieldNames: kept.map { columns.names[$0] }, features: features, declaredCRS: reading.declaredCRS,
                crsConflict: reading.crsConflict, layerNames: Self.layers(of: dataset).map(\.name),
                encodingDefects: reading.encodingDefects, rowDefects: reading.rowDefects, warnings: messages.warnings)
        }
    }

    /// The records of the only layer, one at a time.
    func each(_ body: ([String], Feature) throws(GeoFileError) -> Void) throws(GeoFileError) {
        try GDALSession.run(options: Self.options) { messages throws(GeoFileError) in
            let dataset = try open(messages)
            guard let layer = try chosenLayers(dataset).first, let definition = OGR_L_GetLayerDefn(layer.handle) else { return }
            let fields = (0..<max(0, OGR_FD_GetFieldCount(definition))).compactMap { OGRField(definition, $0) }
            let names = fields.map(\.name)
            var reading = Reading()
            let placement = try placement(layer, OGR_FD_GetGeomFieldCount(definition) > 0, &reading)
            var row = 0
            while let feature = OGR_L_GetNextFeature(layer.handle) {
                defer { OGR_F_Destroy(feature) }
                row += 1
                let placed = OGR_F_GetGeometryRef(feature).map { OGRShape.read($0) }
                let (shape, defect) = placed?.shape.map { placement.place($0) } ?? (nil, placed?.defect)
                try body(
                    names,
                    Feature(
                        row: row, id: OGR_F_GetFID(feature),
                        values: fields.map { $0.value(in: feature, wholeNumbersAreReal: false).0 }, shape: shape, shapeDefect: defect))
            }
            if !messages.failures.isEmpty { throw corrupt(messages, row: row) }
        }
    }

    func layerNames() throws(GeoFileError) -> [String] {
        try GDALSession.run(options: Self.options) { messages throws(GeoFileError) in
            Self.layers(of: try open(messages)).map(\.name)
        }
    }

    // MARK: Opening

    private func open(_ messages: GDALMessages) throws(GeoFileError) -> GDALDataset {
        var openOptions: [String] = []
        if file.ending == "shp" {
            try Shapefile.checkSidecars(file)
            // Without a .cpg GDAL would take the bytes for Latin-1. They are fetched raw and looked at instead.
            if let encoding = source.encoding {
                openOptions.append("ENCODING=\(encoding)")
            } else if !Shapefile.hasCodePage(file) {
                openOptions.append("ENCODING=")
            }
        }
        guard let dataset = GDALDataset(opening: file.gdalPath, drivers: Self.drivers, options: openOptions) else {
            throw notOpened(messages)
        }
        return dataset
    }

    private func notOpened(_ messages: GDALMessages) -> GeoFileError {
        let formats = [
            "geojson": "GeoJSON", "json": "GeoJSON", "geojsonl": "a GeoJSON sequence", "geojsonseq": "a GeoJSON sequence",
            "gpkg": "a GeoPackage", "shp": "a Shapefile", "kml": "KML", "kmz": "KMZ", "fgb": "FlatGeobuf", "xlsx": "an XLSX workbook",
        ]
        if let format = formats[file.ending] {
            return GeoFileError(
                code: .corrupt, path: file.path, reason: "the file cannot be read as \(format) (\(messages.lastWords))",
                remedy: "Open it in QGIS or Excel, repair it and export it again")
        }
        return GeoFileError(
            code: .unknownFormat, path: file.path, reason: "the file is in no format that is read here",
            remedy: "Save it as CSV, GeoJSON, GeoPackage, Shapefile, KML, KMZ, FlatGeobuf or XLSX")
    }

    private func corrupt(_ messages: GDALMessages, row: Int?) -> GeoFileError {
        GeoFileError(
            code: .corrupt, path: file.path, row: row, reason: "the file breaks off or is damaged (\(messages.failures.last ?? ""))",
            remedy: "Copy or export it again")
    }

    // MARK: Layers

    private struct Layer {
        let handle: OGRLayerH
        let name: String
        var kind: OGRwkbGeometryType { OGR_GT_Flatten(OGR_L_GetGeomType(handle)) }
    }

    private static func layers(of dataset: GDALDataset) -> [Layer] {
        guard let handle = dataset.handle else { return [] }
        return (0..<max(0, GDALDatasetGetLayerCount(handle))).compactMap { number in
            guard let layer = GDALDatasetGetLayer(handle, number), let name = OGR_L_GetName(layer) else { return nil }
            return Layer(handle: layer, name: String(cString: name))
        }
    }

    private func chosenLayers(_ dataset: GDALDataset) throws(GeoFileError) -> [Layer] {
        let all = Self.layers(of: dataset)
        let names = all.map(\.name).joined(separator: ", ")
        if let wanted = source.layer {
            guard let layer = all.first(where: { $0.name == wanted }) else {
                throw GeoFileError(
                    code: .layerNotFound, path: file.path, reason: "there is no layer \"\(wanted)\"",
                    remedy: all.isEmpty ? "The file has no layer at all" : "Name one of: \(names)")
            }
            return [layer]
        }
        switch dataset.driverName {
        case "XLSX": return Array(all.prefix(1))
        case "LIBKML", "KML":
            let filled = all.filter { OGR_L_GetFeatureCount($0.handle, 1) > 0 }
            guard Set(filled.map { Self.kind(of: $0) }).count > 1 else { return filled.isEmpty ? Array(all.prefix(1)) : filled }
        default:
            if all.count <= 1 { return all }
        }
        throw GeoFileError(
            code: .ambiguousLayer, path: file.path, reason: "the file has \(all.count) layers", remedy: "Name one of: \(names)")
    }

    /// What a KML folder holds, by its first geometry: 0 points, 1 lines, 2 areas. KML layers declare no type.
    private static func kind(of layer: Layer) -> Int32 {
        defer { OGR_L_ResetReading(layer.handle) }
        while let feature = OGR_L_GetNextFeature(layer.handle) {
            defer { OGR_F_Destroy(feature) }
            if let geometry = OGR_F_GetGeometryRef(feature) { return OGR_G_GetDimension(geometry) }
        }
        return -1
    }

    // MARK: Records

    /// A record whose values stand under the columns known when it was read.
    private struct Record {
        let row: Int
        let id: Int64
        let values: [FieldValue]
        let shape: Shape?
        let shapeDefect: String?
    }

    /// What is learnt on the way.
    private struct Reading {
        var declaredCRS: String?
        var crsConflict: String?
        var encodingDefects: [EncodingDefect] = []
        var rowDefects: [RowDefect] = []
    }

    /// The columns of several layers under each other, in order of appearance.
    private struct ColumnUnion {
        var names: [String] = []
        /// LIBKML gives every record these, meant or not.
        private let bookkeeping: Set<String> = [
            "timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon",
        ]
        var isKML = false

        mutating func index(of name: String) -> Int {
            if let known = names.firstIndex(of: name) { return known }
            names.append(name)
            return names.count - 1
        }

        /// Columns worth showing: of KML's bookkeeping only what somebody set.
        func kept(of records: [Record]) -> [Int] {
            names.indices.filter { column in
                guard isKML, bookkeeping.contains(names[column]) else { return true }
                return records.contains { record in
                    guard column < record.values.count else { return false }
                    switch record.values[column] {
                    case .null, .integer(-1), .integer(0), .integer(1): return false
                    default: return true
                    }
                }
            }
        }
    }

    private func read(
        _ layer: Layer, _ driver: String, into records: inout [Record], _ columns: inout ColumnUnion, _ reading: inout Reading
    ) throws(GeoFileError) {
        guard let definition = OGR_L_GetLayerDefn(layer.handle) else { return }
        columns.isKML = driver == "LIBKML" || driver == "KML"
        let fields = (0..<max(0, OGR_FD_GetFieldCount(definition))).compactMap { OGRField(definition, $0) }
        // A name that stands twice in one layer stays two columns.
        var taken: Set<Int> = []
        let targets = fields.map { field in
            var target = columns.index(of: field.name)
            if !taken.insert(target).inserted {
                columns.names.append(field.name)
                target = columns.names.count - 1
                taken.insert(target)
            }
            return target
        }
        let hasShapes = OGR_FD_GetGeomFieldCount(definition) > 0
        let placement = try placement(layer, hasShapes, &reading)
        let isSheet = driver == "XLSX"

        while let feature = OGR_L_GetNextFeature(layer.handle) {
            defer { OGR_F_Destroy(feature) }
            let id = OGR_F_GetFID(feature)
            let row = isSheet ? Int(id) : records.count + 1
            var values = [FieldValue](repeating: .null, count: columns.names.count)
            for (field, target) in zip(fields, targets) {
                let (value, isGuess) = field.value(in: feature, wholeNumbersAreReal: isSheet)
                if isGuess { reading.encodingDefects.append(EncodingDefect(row: row, field: field.name)) }
                values[target] = value
            }
            if isSheet, values.allSatisfy(\.isNull) { continue }
            var shape: Shape?
            var defect: String?
            if hasShapes, let geometry = OGR_F_GetGeometryRef(feature) {
                let read = OGRShape.read(geometry)
                defect = read.defect
                if let leftOut = read.leftOut { reading.rowDefects.append(RowDefect(row: row, reason: leftOut)) }
                if let raw = read.shape { (shape, defect) = placement.place(raw) }
            }
            records.append(Record(row: row, id: id, values: values, shape: shape, shapeDefect: defect))
        }
    }

    private func placement(_ layer: Layer, _ hasShapes: Bool, _ reading: inout Reading) throws(GeoFileError) -> ShapePlacement {
        guard hasShapes else { return ShapePlacement(transformation: nil, isSystemKnown: false) }
        let declaredText = Self.declaredDefinition(layer)
        let declared = try declaredText.map { text throws(GeoFileError) in try system(text, "the file declares") }
        let stated = try source.crs.map { text throws(GeoFileError) in try system(text, "the project states") }
        if let declared { reading.declaredCRS = declared.definition }
        do {
            if let declared, let stated, try !declared.isEquivalent(to: stated) {
                reading.crsConflict =
                    "the file declares \(declared.name) (\(declared.definition)), the project states \(stated.name) (\(stated.definition)); "
                    + "the file's own was used"
            }
            guard let system = declared ?? stated, !system.isWGS84 else {
                return ShapePlacement(transformation: nil, isSystemKnown: declared != nil || stated != nil)
            }
            return ShapePlacement(transformation: try CoordinateTransformation(from: system, to: .wgs84), isSystemKnown: true)
        } catch {
            throw GeoFileError(code: .unknownReferenceSystem, path: file.path, reason: error.reason, remedy: error.remedy)
        }
    }

    private func system(_ text: String, _ who: String) throws(GeoFileError) -> CoordinateReferenceSystem {
        do {
            return try CoordinateReferenceSystem(text)
        } catch {
            throw GeoFileError(
                code: .unknownReferenceSystem, path: file.path, reason: "\(who) \(error.subject): \(error.reason)", remedy: error.remedy)
        }
    }

    /// The layer's own system: `AUTHORITY:CODE`, else WKT; nil when it has none.
    private static func declaredDefinition(_ layer: Layer) -> String? {
        guard let system = OGR_L_GetSpatialRef(layer.handle) else { return nil }
        // A GeoPackage without a system carries one named "Undefined Cartesian SRS" or "Undefined geographic SRS".
        if let name = OSRGetName(system), String(cString: name).hasPrefix("Undefined") { return nil }
        if let authority = OSRGetAuthorityName(system, nil), let code = OSRGetAuthorityCode(system, nil) {
            return "\(String(cString: authority)):\(String(cString: code))"
        }
        var text: UnsafeMutablePointer<CChar>?
        let format = GDALTextList(["FORMAT=WKT2_2019"])
        defer { VSIFree(text) }
        guard OSRExportToWktEx(system, &text, format.constant) == OGRERR_NONE, let text else { return nil }
        withExtendedLifetime(format) {}
        return String(cString: text)
    }
}
