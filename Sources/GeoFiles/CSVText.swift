import Foundation

/// The text of a table made ready for counting and for GDAL: UTF-8 or unknown bytes, without mark and without Excel's first line.
struct CSVText {
    /// From the first byte of the header on.
    let bytes: [UInt8]
    let separator: UInt8
    /// Rows before the header: the line "sep=;" that Excel writes is a row to whoever looks at the file.
    let rowsBefore: Int

    init(_ file: SourceFile, encoding: TextEncoding?) throws(GeoFileError) {
        let text = try Self.bytes(of: file, encoding)
        let first = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        if first.count == 5, first.starts(with: Array("sep=".utf8)) {
            separator = text[4]
            rowsBefore = 1
            bytes = Array(text[5...].drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
        } else {
            separator = Self.separator(ofHeader: first)
            rowsBefore = 0
            bytes = text
        }
        guard Self.separators.contains(separator) else {
            throw GeoFileError(
                code: .unknownFormat, path: file.path, row: 1,
                reason: "cells are separated by \"\(String(decoding: [separator], as: UTF8.self))\"",
                remedy: "Save the table with commas, semicolons or tabs")
        }
    }

    /// What GDAL 3.6 finds by itself.
    private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

    /// The most frequent separator outside quotes; comma when there is none. A bar is recognised so that it can be refused.
    private static func separator(ofHeader header: some Sequence<UInt8>) -> UInt8 {
        let candidates = separators + [UInt8(ascii: "|")]
        var counts = [Int](repeating: 0, count: candidates.count)
        var isInQuotes = false
        for byte in header {
            if byte == UInt8(ascii: "\"") { isInQuotes.toggle() }
            if !isInQuotes, let which = candidates.firstIndex(of: byte) { counts[which] += 1 }
        }
        let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
        return candidates[best]
    }

    /// The file's bytes, UTF-8 where the encoding is known. A mark at the beginning counts for more than what the project states:
    /// of UTF-8, or of UTF-16 (what Excel calls "Unicode text").
    private static func bytes(of file: SourceFile, _ encoding: TextEncoding?) throws(GeoFileError) -> [UInt8] {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file.path)) else {
            throw GeoFileError(code: .unreadable, path: file.path, reason: "the file cannot be read", remedy: "Check its permissions")
        }
        if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
            guard let text = String(data: data, encoding: .utf16) else {
                throw GeoFileError(
                    code: .badEncoding, path: file.path, reason: "the file begins as UTF-16 and is none",
                    remedy: "Save it as \"CSV UTF-8\"")
            }
            return Array(text.utf8)
        }
        if data.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(data.dropFirst(3)) }
        guard !data.contains(0) else {
            throw GeoFileError(
                code: .badEncoding, path: file.path, reason: "the file holds zero bytes: no text, or UTF-16 without its mark",
                remedy: "Save it as \"CSV UTF-8\"")
        }
        guard let encoding, encoding != .utf8 else { return Array(data) }
        return Array(encoding.decode(data).utf8)
    }
}
