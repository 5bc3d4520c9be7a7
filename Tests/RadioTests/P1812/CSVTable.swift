import Foundation

/// A table of test data with one header line.
struct CSVTable {
    let columns: [String]
    let rows: [[String]]

    /// Reads a file of the resources, named from the folder `Resources`.
    init(_ resource: String) throws {
        let url = Bundle.module.bundleURL.appending(path: "Resources/\(resource)")
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
        let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        columns = cells.first ?? []
        rows = Array(cells.dropFirst())
    }

    struct Unreadable: Error { let column: String }

    func text(_ column: String, _ row: [String]) throws -> String {
        guard let index = columns.firstIndex(of: column), index < row.count else { throw Unreadable(column: column) }
        return row[index]
    }

    func number(_ column: String, _ row: [String]) throws -> Double {
        guard let value = Double(try text(column, row)) else { throw Unreadable(column: column) }
        return value
    }
}
