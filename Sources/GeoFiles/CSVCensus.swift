/// Which records a table has, in which rows and with how many cells; what stands in the cells is GDAL's affair.
///
/// GDAL drops blank lines and says nothing about rows with too few or too many cells, nor about a quotation mark that is never closed.
/// A person has to be told the right row, so quotes, separators and line ends are followed here by RFC 4180.
struct CSVCensus {
    struct Record {
        /// Row as a person counts: blank lines count, line ends inside quotes do not.
        let row: Int
        let cellCount: Int
    }

    struct OpenQuote: Error {
        let row: Int
    }

    /// The records that are not blank.
    private(set) var records: [Record] = []
    /// Cells with quotation marks that do not enclose them, such as `5" pipe` or `22°37'40"N`.
    private var looseCells: [Range<Int>] = []

    /// Counts. O(bytes).
    init(_ bytes: [UInt8], separator: UInt8) throws(OpenQuote) {
        let quote = UInt8(ascii: "\"")
        func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
        var position = 0
        var row = 0
        var cellCount = 0
        while position < bytes.count {
            if cellCount == 0 { row += 1 }
            let start = position
            if bytes[position] == quote {
                // On to the quote that closes; a doubled one closes and opens again at once.
                repeat {
                    position += 1
                    while position < bytes.count, bytes[position] != quote { position += 1 }
                    guard position < bytes.count else { throw OpenQuote(row: row) }
                    position += 1
                } while position < bytes.count && bytes[position] == quote
            }
            var isLoose = false
            while position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) {
                if bytes[position] == quote { isLoose = true }
                position += 1
            }
            if isLoose { looseCells.append(start..<position) }
            cellCount += 1
            if position < bytes.count, bytes[position] == separator {
                position += 1
                // A separator at the very end has an empty cell behind it.
                if position < bytes.count { continue }
                cellCount += 1
            }
            if cellCount > 1 || position > start { records.append(Record(row: row, cellCount: cellCount)) }
            cellCount = 0
            if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\r"), bytes[position + 1] == UInt8(ascii: "\n") {
                position += 1
            }
            position += 1
        }
    }

    /// The same table with loose cells in quotes: GDAL 3.6 takes a quotation mark anywhere for the beginning of a quoted text.
    func quotingLooseCells(of bytes: [UInt8]) -> [UInt8] {
        guard !looseCells.isEmpty else { return bytes }
        let quote = UInt8(ascii: "\"")
        var quoted: [UInt8] = []
        quoted.reserveCapacity(bytes.count + 4 * looseCells.count)
        var copied = 0
        for cell in looseCells {
            quoted += bytes[copied..<cell.lowerBound]
            quoted.append(quote)
            for byte in bytes[cell] { quoted += byte == quote ? [quote, quote] : [byte] }
            quoted.append(quote)
            copied = cell.upperBound
        }
        return quoted + bytes[copied...]
    }
}
