import Foundation
import GeoFiles
import Geodesy
import Planning

/// One table being read: rows in, values out, every defect noted.
struct TableReading {
    let table: FeatureTable
    /// The rows that pass the project's filter.
    let features: [Feature]
    let file: String
    let columns: ColumnMap
    /// From the table's own numbers to WGS 84; nil when they are WGS 84 already. Geometry comes in WGS 84 from its reader.
    let transformation: CoordinateTransformation?
    /// Whether the table's own numbers are degrees.
    let isGeographic: Bool
    var diagnostics: [Diagnostic]

    /// Reads a file's records; nil after noting why not.
    static func open(_ source: TableSource, into log: inout [Diagnostic]) -> FeatureTable? {
        do {
            return try VectorReader.read(source.path, layer: source.layer, statedCRS: source.crs)
        } catch {
            log.append(diagnostic(for: error, file: source.displayName))
            return nil
        }
    }

    /// Opens a table and finds its columns.
    ///
    /// Returns nil after noting why in `log`.
    init?(_ source: TableSource, wanted: [Column], needsPlace: Bool, into log: inout [Diagnostic]) {
        guard let table = Self.open(source, into: &log) else { return nil }
        self.init(table, source, wanted: wanted, needsPlace: needsPlace, into: &log)
    }

    /// Finds the columns of a table that was opened before.
    init?(_ table: FeatureTable, _ source: TableSource, wanted: [Column], needsPlace: Bool, into log: inout [Diagnostic]) {
        file = source.displayName
        let table = Self.mended(table, source, wanted: wanted, needsPlace: needsPlace, into: &log)
        self.table = table
        log += Self.oddities(of: table, file: file)
        guard !table.features.isEmpty else {
            log.append(Diagnostic(.error, .fileEmpty, file: file, consequence: .fileRejected))
            return nil
        }
        guard let rows = RowFilter.rows(of: table.features, titles: table.fieldNames, source, into: &log) else { return nil }
        features = rows
        columns = ColumnMap(table, file: file, wanted: wanted, stated: source.columns, into: &log)
        do {
            let crs = try source.crs.map { text throws(GeodesyError) in try CoordinateReferenceSystem(text) } ?? .wgs84
            isGeographic = crs.isGeographic
            transformation = crs.isWGS84 ? nil : try CoordinateTransformation(from: crs, to: .wgs84)
        } catch {
            log.append(
                Diagnostic(
                    .error, .crsUnknown, file: file, field: "crs", value: "\(source.crs ?? ""): \(error.reason)",
                    consequence: .fileRejected))
            return nil
        }
        diagnostics = []
        if features.contains(where: { $0.shape != nil }) {
            if let conflict = table.crsConflict {
                diagnostics.append(Diagnostic(.warning, .crsConflict, file: file, field: "crs", value: conflict, consequence: .kept))
            } else if table.declaredCRS == nil, source.crs == nil {
                diagnostics.append(
                    Diagnostic(.warning, .crsMissing, file: file, value: "EPSG:4326 was assumed", consequence: .kept))
            }
        } else if needsPlace, !columns.has(.coordinate), !(columns.has(.longitude) && columns.has(.latitude)) {
            let missing = columns.has(.longitude) ? Column.latitude : .longitude
            log.append(columnMissing(missing))
            return nil
        }
    }

    /// The table without what people put into tables beside data: old encodings, titles, totals, signatures.
    private static func mended(
        _ table: FeatureTable, _ source: TableSource, wanted: [Column], needsPlace: Bool, into log: inout [Diagnostic]
    ) -> FeatureTable {
        var (mended, notes) = LegacyTextConversion.converted(table, file: source.displayName)
        log += notes
        guard ["CSV", "XLSX"].contains(table.driver), needsPlace else { return mended }
        (mended, notes) = SheetHeader.settled(mended, source, wanted: wanted)
        log += notes
        (mended, notes) = SheetRows.cleaned(mended, source, wanted: wanted)
        log += notes
        return mended
    }

    /// What the file's reader found odd.
    static func oddities(of table: FeatureTable, file: String) -> [Diagnostic] {
        let encoding = table.encodingDefects.map {
            Diagnostic(.warning, .wrongEncoding, file: file, row: $0.row, field: $0.field, consequence: .repaired)
        }
        // In a CSV a row's oddity is about its cells, elsewhere about its shape.
        let isText = table.driver == "CSV"
        let rows = table.rowDefects.map {
            Diagnostic(
                .warning, isText ? .rowUneven : .geometryInvalid, file: file, row: $0.row, value: $0.reason,
                consequence: isText ? .kept : .repaired)
        }
        // The same remark comes once per feature; once per file is enough to act on.
        var seen: Set<String> = []
        let remarks = table.warnings.filter { seen.insert($0).inserted }.map {
            Diagnostic(
                .warning, .fileRemark, file: file, value: $0.replacingOccurrences(of: table.path, with: file), consequence: .kept)
        }
        return remarks + encoding + rows
    }

    static func diagnostic(for error: GeoFileError, file: String) -> Diagnostic {
        let code: DiagnosticCode =
            switch error.code {
            case .missing: .fileMissing
            case .layerNotFound, .ambiguousLayer: .layerMissing
            case .emptyFile: .fileEmpty
            case .badEncoding: .wrongEncoding
            case .unknownReferenceSystem: .crsUnknown
            default: .fileUnreadable
            }
        // GDAL's own words name the file by its place on this machine; people know it by the project's name.
        let words = "\(error.reason). \(error.remedy)".replacingOccurrences(of: error.path, with: file)
        return Diagnostic(
            .error, code, file: file, row: error.row, field: error.field ?? "", value: code == .fileMissing ? "" : words,
            consequence: .fileRejected)
    }

    func columnMissing(_ column: Column) -> Diagnostic {
        Diagnostic(
            .error, .columnMissing, file: file, field: column.rawValue,
            value: "the file has " + table.fieldNames.joined(separator: ", "), consequence: .fileRejected)
    }

    /// Notes a defect of a row.
    mutating func note(
        _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ feature: Feature, _ column: Column? = nil, value: String = "",
        _ consequence: Diagnostic.Consequence
    ) {
        diagnostics.append(
            Diagnostic(
                severity, code, file: file, row: feature.row, field: column.map(columns.title) ?? "", value: value,
                consequence: consequence))
    }

    /// Notes the columns of a list that the table lacks; false when one is missing.
    mutating func requires(_ needed: [Column], into log: inout [Diagnostic]) -> Bool {
        let missing = needed.filter { !columns.has($0) }
        diagnostics += missing.map(columnMissing)
        if !missing.isEmpty { log += diagnostics }
        return missing.isEmpty
    }

    /// Ends a reading: notes a file without a usable row and hands over the defects.
    ///
    /// - Parameter isNeeded: whether an analysis without the file would be another one.
    func finished<Item>(_ items: [Item], rows: [Int] = [], isNeeded: Bool = true, into log: inout [Diagnostic]) -> TableCount<Item> {
        log += diagnostics
        if items.isEmpty {
            log.append(
                isNeeded
                    ? Diagnostic(.error, .noUsableRows, file: file, consequence: .fileRejected)
                    : Diagnostic(.warning, .noUsableRows, file: file, consequence: .kept))
        }
        return TableCount(rows: features.count, items: items, itemRows: rows)
    }
}

/// What came out of one table.
struct TableCount<Item> {
    /// Rows in the file.
    var rows: Int
    /// What could be used.
    var items: [Item]
    /// The row of each item, for readers whose items are judged against each other later; else empty.
    var itemRows: [Int] = []

    /// Nothing: the file was rejected.
    static var rejected: TableCount { TableCount(rows: 0, items: []) }
}
