/// Splits the bytes of a table into records and cells, by RFC 4180, with any one-byte separator.
///
/// GDAL's own CSV driver drops blank lines and thereby the count of rows that a person sees; defects must name the right row.
struct CSVParser {
    /// A cell's place in the file. Quotes are still there when it was quoted.
    struct Cell {
        let range: Range<Int>
        let isQuoted: Bool
    }

    enum Failure: Error {
        /// A quote that was never closed; the record's row, counted from 1.
        case openQuote(row: Int)
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position: Int
    private(set) var row = 0

    init(_ bytes: [UInt8], from start: Int, separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        position = start
    }

    /// The next record's cells, put into an array that is emptied first; false at the end. A blank line is a record of one empty cell.
    mutating func next(into cells: inout [Cell]) throws(Failure) -> Bool {
        cells.removeAll(keepingCapacity: true)
        guard position < bytes.count else { return false }
        row += 1
        while true {
            let start = position
            var isQuoted = false
            if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                isQuoted = true
                position += 1
                while true {
                    guard position < bytes.count else { throw .openQuote(row: row) }
                    if bytes[position] == UInt8(ascii: "\"") {
                        position += 1
                        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { break }
                    }
                    position += 1
                }
            }
            while position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) { position += 1 }
            cells.append(Cell(range: start..<position, isQuoted: isQuoted))
            guard position < bytes.count else { return true }
            let end = bytes[position]
            position += 1
            if end == separator { continue }
            if end == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
            return true
        }
    }

    /// A cell's bytes without its quotes, doubled quotes made single.
    func content(_ cell: Cell) -> [UInt8] {
        guard cell.isQuoted else { return Array(bytes[cell.range]) }
        var content: [UInt8] = []
        content.reserveCapacity(cell.range.count)
        var index = cell.range.lowerBound + 1
        var isInside = true
        while index < cell.range.upperBound {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\""), isInside {
                guard index < cell.range.upperBound, bytes[index] == UInt8(ascii: "\"") else {
                    // What follows a closing quote is kept as it stands.
                    isInside = false
                    continue
                }
                index += 1
            }
            content.append(byte)
        }
        return content
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// The separator of a header line: the most frequent of comma, semicolon, tab and bar outside quotes; comma when there is none.
    static func separator(ofHeader header: some Sequence<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        var counts = [0, 0, 0, 0]
        var isInQuotes = false
        for byte in header {
            if byte == UInt8(ascii: "\"") { isInQuotes.toggle() }
            if !isInQuotes, let which = candidates.firstIndex(of: byte) { counts[which] += 1 }
        }
        let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
        return candidates[best]
    }
}
