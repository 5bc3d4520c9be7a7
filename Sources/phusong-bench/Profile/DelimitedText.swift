import Foundation

/// A text file of rows and cells, as it stands: no header, no types, rows of any length.
///
/// Not `GeoFiles`: there a table has column names, and cells beyond them are dropped. Profiles are read by position whatever their header says,
/// and a file of the "Fryderyk" kind is no table at all.
struct DelimitedText: Sendable {
    struct Row: Sendable {
        /// Line of the file on which the row begins, from 1.
        var line: Int
        /// Without white space around them.
        var cells: [String]

        /// The cell at a position; empty beyond the end.
        subscript(_ position: Int) -> String { cells.indices.contains(position) ? cells[position] : "" }
    }

    let path: String
    /// Without rows in which every cell is empty.
    private(set) var rows: [Row] = []

    /// Reads a file: UTF-8 with or without mark, any line ends, cells separated by what the first line has most of: commas, semicolons or tabs.
    init(path: String) throws(InputDefects) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw InputDefects(
                InputDefect(file: path, reason: "there is no such file", remedy: "check the path", isMissingFile: true))
        }
        guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
            throw InputDefects(InputDefect(file: path, reason: "this cannot be read as a file", remedy: "name a readable CSV file"))
        }
        guard !data.contains(0) else {
            throw InputDefects(InputDefect(file: path, reason: "the file holds zero bytes", remedy: "save it as CSV in UTF-8"))
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        try self.init(path: path, bytes: Array(data.starts(with: mark) ? data.dropFirst(mark.count) : data))
    }

    init(path: String, bytes: [UInt8]) throws(InputDefects) {
        self.path = path
        let separator = Self.separator(of: bytes)
        var position = 0
        var line = 1
        while position < bytes.count {
            var row = Row(line: line, cells: [])
            repeat {
                row.cells.append(try Self.cell(bytes, &position, separator, &line, path))
            } while Self.skip(separator, bytes, &position)
            _ = Self.skip(UInt8(ascii: "\r"), bytes, &position)
            _ = Self.skip(UInt8(ascii: "\n"), bytes, &position)
            line += 1
            if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
        }
    }

    private static func skip(_ byte: UInt8, _ bytes: [UInt8], _ position: inout Int) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Reads one cell and stops before the separator or line end behind it.
    private static func cell(
        _ bytes: [UInt8], _ position: inout Int, _ separator: UInt8, _ line: inout Int, _ path: String
    ) throws(InputDefects) -> String {
        let quote = UInt8(ascii: "\"")
        let start = line
        var text: [UInt8] = []
        if skip(quote, bytes, &position) {
            while true {
                guard position < bytes.count else {
                    throw InputDefects(
                        InputDefect(file: path, row: start, reason: "a quotation mark is opened and never closed", remedy: "close it"))
                }
                if skip(quote, bytes, &position) {
                    // A doubled mark belongs to the text.
                    guard skip(quote, bytes, &position) else { break }
                    text.append(quote)
                } else {
                    if bytes[position] == UInt8(ascii: "\n") { line += 1 }
                    text.append(bytes[position])
                    position += 1
                }
            }
        }
        let ends = [separator, UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        while position < bytes.count, !ends.contains(bytes[position]) {
            text.append(bytes[position])
            position += 1
        }
        return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespaces)
    }

    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let first = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counts = candidates.map { candidate in first.count { $0 == candidate } }
        // The first of equals: a comma where there is no separator.
        let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
        return candidates[best]
    }
}
