import Foundation

/// Reads CSV tables: every cell as text, no guess at types, no geometry.
enum CSVReader {
    static func read(_ file: SourceFile, encoding name: String?) throws(GeoFileError) -> FeatureTable {
        let stated = try encoding(name, file)
        let bytes = try utf8Bytes(of: file)
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let (headerStart, separator) = layout(bytes, from: start)

        var parser = CSVParser(bytes, from: headerStart, separator: separator)
        // The line "sep=;" that Excel writes is a row to whoever looks at the file.
        let rowsBefore = headerStart > start ? 1 : 0
        var cells: [CSVParser.Cell] = []
        var decoder = CellDecoder(stated: stated)
        var rowDefects: [RowDefect] = []
        var features: [Feature] = []
        do {
            guard try parser.next(into: &cells) else { throw noHeader(file) }
            let names = decoder.header(cells, parser, row: parser.row + rowsBefore, defects: &rowDefects)
            guard names.contains(where: { !$0.isEmpty }) else { throw noHeader(file) }
            decoder.fieldNames = names
            while try parser.next(into: &cells) {
                let row = parser.row + rowsBefore
                if cells.count == 1, cells[0].range.isEmpty { continue }
                if cells.count != names.count {
                    rowDefects.append(RowDefect(row: row, reason: "\(cells.count) values under \(names.count) column names"))
                }
                let values = names.indices.map { $0 < cells.count ? decoder.value(parser.content(cells[$0]), row: row, field: $0) : .null }
                features.append(Feature(row: row, id: Int64(features.count + 1), values: values, shape: nil))
            }
            let layer = ((file.path as NSString).lastPathComponent as NSString).deletingPathExtension
            return FeatureTable(
                path: file.path, layerName: layer, driver: "CSV", fieldNames: names, features: features, declaredCRS: nil,
                crsConflict: nil, layerNames: [layer], encodingDefects: decoder.defects, rowDefects: rowDefects, warnings: [])
        } catch let error as GeoFileError {
            throw error
        } catch CSVParser.Failure.openQuote(let row) {
            throw GeoFileError(
                code: .corrupt, path: file.path, row: row + rowsBefore, reason: "a quotation mark is opened and never closed",
                remedy: "Close it, or double quotation marks that belong to the text")
        } catch {
            throw GeoFileError(code: .corrupt, path: file.path, reason: "\(error)", remedy: "Export the table again")
        }
    }

    private static func noHeader(_ file: SourceFile) -> GeoFileError {
        GeoFileError(
            code: .corrupt, path: file.path, row: 1, reason: "there are no column names", remedy: "Put the column names into the first row")
    }

    private static func encoding(_ name: String?, _ file: SourceFile) throws(GeoFileError) -> TextEncoding? {
        guard let name else { return nil }
        guard let encoding = TextEncoding(name: name) else {
            throw GeoFileError(
                code: .badEncoding, path: file.path, reason: "the encoding \"\(name)\" is not known",
                remedy: "Write utf-8, windows-1258, windows-1252 or latin1")
        }
        return encoding
    }

    /// The file's bytes; UTF-16 (what Excel calls "Unicode text") comes out as UTF-8.
    private static func utf8Bytes(of file: SourceFile) throws(GeoFileError) -> [UInt8] {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file.path)) else {
            throw GeoFileError(code: .unreadable, path: file.path, reason: "the file cannot be read", remedy: "Check its permissions")
        }
        let bytes = [UInt8](data)
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        let isBig = bytes.starts(with: [0xFE, 0xFF])
        if isLittle || isBig {
            var units: [UInt16] = []
            units.reserveCapacity(bytes.count / 2)
            for index in stride(from: 2, to: bytes.count - 1, by: 2) {
                let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                units.append(isLittle ? b << 8 | a : a << 8 | b)
            }
            return Array(String(decoding: units, as: UTF16.self).utf8)
        }
        guard !bytes.prefix(4096).contains(0) else {
            throw GeoFileError(
                code: .badEncoding, path: file.path, reason: "the file holds zero bytes: no text, or UTF-16 without its mark",
                remedy: "Save it as \"CSV UTF-8\"")
        }
        return bytes
    }

    /// Where the header begins and what separates cells.
    private static func layout(_ bytes: [UInt8], from start: Int) -> (headerStart: Int, separator: UInt8) {
        let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        if line.count == 5, line.starts(with: Array("sep=".utf8)) {
            var next = line.endIndex
            while next < bytes.count, bytes[next] == UInt8(ascii: "\r") || bytes[next] == UInt8(ascii: "\n") { next += 1 }
            return (next, bytes[start + 4])
        }
        return (start, CSVParser.separator(ofHeader: line))
    }
}

/// Turns a cell's bytes into a value, and remembers which were not UTF-8.
private struct CellDecoder {
    let stated: TextEncoding?
    var fieldNames: [String] = []
    var defects: [EncodingDefect] = []

    init(stated: TextEncoding?) {
        self.stated = stated
    }

    mutating func value(_ bytes: [UInt8], row: Int, field: Int) -> FieldValue {
        if bytes.isEmpty { return .null }
        let (text, isGuess) = text(bytes)
        if isGuess { defects.append(EncodingDefect(row: row, field: fieldNames[field])) }
        return .text(text)
    }

    /// Names of the columns; a column without one is called `field_3`.
    mutating func header(_ cells: [CSVParser.Cell], _ parser: CSVParser, row: Int, defects rowDefects: inout [RowDefect]) -> [String] {
        var names: [String] = []
        for (index, cell) in cells.enumerated() {
            let (name, isGuess) = text(parser.content(cell))
            let trimmed = name.trimmingCharacters(in: .whitespaces)
            if isGuess { defects.append(EncodingDefect(row: row, field: trimmed)) }
            if trimmed.isEmpty, cells.count > 1 {
                rowDefects.append(RowDefect(row: row, reason: "column \(index + 1) has no name"))
            } else if names.contains(trimmed) {
                rowDefects.append(RowDefect(row: row, reason: "the column name \(trimmed) stands twice"))
            }
            names.append(trimmed.isEmpty && cells.count > 1 ? "field_\(index + 1)" : trimmed)
        }
        return names
    }

    private func text(_ bytes: [UInt8]) -> (text: String, isGuess: Bool) {
        if let stated, stated != .utf8 { return (stated.decode(bytes), false) }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
        return (TextEncoding.windows1258.decode(bytes), true)
    }
}
