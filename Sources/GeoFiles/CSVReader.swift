import CGDAL
import Foundation

/// Reads CSV tables through GDAL: every cell as text, no guess at types, no geometry.
///
/// GDAL gets the table from memory under a first line of our own, `c1;c2;…`. That settles what it would otherwise guess at (separator,
/// header, geometry in a column `WKT`) or change (names that stand twice); the table's own header then comes as the first record.
struct CSVReader {
    let file: SourceFile
    let encoding: String?

    func read() throws(GeoFileError) -> FeatureTable {
        let text = try CSVText(file, encoding: try statedEncoding())
        let census: CSVCensus
        do {
            census = try CSVCensus(text.bytes, separator: text.separator)
        } catch {
            throw GeoFileError(
                code: .corrupt, path: file.path, row: error.row + text.rowsBefore, reason: "a quotation mark is opened and never closed",
                remedy: "Close it, or double quotation marks that belong to the text")
        }
        guard let first = census.records.first, first.row == 1 else { throw noHeader }
        let records = try cells(text, census)
        var header = Header(records[0], row: 1 + text.rowsBefore)
        guard header.names.contains(where: { !$0.isEmpty }) else { throw noHeader }

        var features: [Feature] = []
        for (record, cells) in zip(census.records, records).dropFirst() {
            let row = record.row + text.rowsBefore
            if record.cellCount != first.cellCount {
                header.rowDefects.append(
                    RowDefect(row: row, reason: "\(record.cellCount) values under \(first.cellCount) column names"))
            }
            for (cell, name) in zip(cells, header.names) where cell.isGuess {
                header.encodingDefects.append(EncodingDefect(row: row, field: name))
            }
            features.append(Feature(row: row, id: Int64(features.count + 1), values: cells.map(\.value), shape: nil))
        }
        return FeatureTable(
            path: file.path, layerName: layerName, driver: "CSV", fieldNames: header.names, features: features, declaredCRS: nil,
            crsConflict: nil, layerNames: [layerName], encodingDefects: header.encodingDefects, rowDefects: header.rowDefects, warnings: [])
    }

    /// The file's own name without its ending.
    var layerName: String { ((file.path as NSString).lastPathComponent as NSString).deletingPathExtension }

    private typealias Cell = (value: FieldValue, isGuess: Bool)

    private var noHeader: GeoFileError {
        GeoFileError(
            code: .corrupt, path: file.path, row: 1, reason: "there are no column names", remedy: "Put the column names into the first row")
    }

    private func statedEncoding() throws(GeoFileError) -> TextEncoding? {
        guard let encoding else { return nil }
        guard let known = TextEncoding(name: encoding) else {
            throw GeoFileError(
                code: .badEncoding, path: file.path, reason: "the encoding \"\(encoding)\" is not known",
                remedy: "Write utf-8, windows-1258, windows-1252 or latin1")
        }
        return known
    }

    /// What GDAL finds in the cells, record by record, the table's own header first; as many cells everywhere as the header has.
    private func cells(_ text: CSVText, _ census: CSVCensus) throws(GeoFileError) -> [[Cell]] {
        let columnCount = census.records[0].cellCount
        // Two at least: GDAL takes a line without separator for no table.
        let names = (1...max(2, columnCount)).map { "c\($0)" }.joined(separator: String(UnicodeScalar(text.separator)))
        return try GDALSession.run { messages throws(GeoFileError) in
            func damaged(_ reason: String, row: Int? = nil) -> GeoFileError {
                GeoFileError(code: .corrupt, path: file.path, row: row, reason: reason, remedy: "Export the table again")
            }
            let options = ["HEADERS=YES", "AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=YES", "MAX_LINE_SIZE=-1"]
            guard let memory = GDALMemoryFile(Array("\(names)\n".utf8) + census.quotingLooseCells(of: text.bytes), ending: "csv"),
                let dataset = GDALDataset(opening: memory.path, drivers: ["CSV"], options: options),
                let layer = GDALDatasetGetLayer(dataset.handle, 0), let definition = OGR_L_GetLayerDefn(layer)
            else { throw damaged("the table cannot be read (\(messages.lastWords))") }
            let fields = (0..<Int32(columnCount)).compactMap { OGRField(definition, $0) }
            guard fields.count == columnCount else { throw damaged("\(columnCount) columns are too many (\(messages.lastWords))") }

            var records: [[Cell]] = []
            records.reserveCapacity(census.records.count)
            while let feature = OGR_L_GetNextFeature(layer) {
                defer { OGR_F_Destroy(feature) }
                records.append(fields.map { $0.value(in: feature, wholeNumbersAreReal: false) })
            }
            // Were GDAL and the census of two minds, rows would get wrong numbers.
            guard messages.failures.isEmpty, records.count == census.records.count else {
                let row = census.records.indices.contains(records.count) ? census.records[records.count].row + text.rowsBefore : nil
                throw damaged("the rows cannot be told apart (\(messages.lastWords))", row: row)
            }
            return records
        }
    }
}

extension CSVReader {
    /// The names of the columns. The first record always holds them: whether it is data is for those to tell who know the columns.
    private struct Header {
        var names: [String] = []
        var rowDefects: [RowDefect] = []
        var encodingDefects: [EncodingDefect] = []

        init(_ cells: [Cell], row: Int) {
            for (index, cell) in cells.enumerated() {
                let name = (cell.value.text ?? "").trimmingCharacters(in: .whitespaces)
                if cell.isGuess { encodingDefects.append(EncodingDefect(row: row, field: name)) }
                if name.isEmpty, cells.count > 1 {
                    rowDefects.append(RowDefect(row: row, reason: "column \(index + 1) has no name"))
                } else if names.contains(name) {
                    rowDefects.append(RowDefect(row: row, reason: "the column name \(name) stands twice"))
                }
                names.append(name.isEmpty && cells.count > 1 ? "field_\(index + 1)" : name)
            }
        }
    }
}
