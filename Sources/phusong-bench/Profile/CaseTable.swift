import Radio

/// A table of cases: named columns in any order, of which some have defaults.
struct CaseTable: Sendable {
    let path: String
    let rows: [DelimitedText.Row]
    private let positions: [String: Int]

    /// Reads a table. Names of columns are compared without case.
    init(path: String) throws(InputDefects) { try self.init(DelimitedText(path: path)) }

    init(_ text: DelimitedText) throws(InputDefects) {
        path = text.path
        guard let header = text.rows.first else {
            throw InputDefects(
                InputDefect(file: path, reason: "the file is empty", remedy: "give a header line and one line for each case"))
        }
        var positions: [String: Int] = [:]
        for (position, name) in header.cells.enumerated() where !name.isEmpty {
            guard positions.updateValue(position, forKey: name.lowercased()) == nil else {
                throw InputDefects(
                    InputDefect(
                        file: path, row: header.line, field: name, reason: "the column stands twice", remedy: "remove or rename one of them"
                    ))
            }
        }
        self.positions = positions
        rows = Array(text.rows.dropFirst())
        guard !rows.isEmpty else {
            throw InputDefects(
                InputDefect(
                    file: path, row: header.line, reason: "there is nothing below the header", remedy: "give one line for each case"))
        }
    }

    func hasColumn(_ name: String) -> Bool { positions[name.lowercased()] != nil }

    /// Names every wanted column that is not there.
    func require(_ names: [String]) throws(InputDefects) {
        let defects = names.filter { !hasColumn($0) }.map {
            InputDefect(file: path, row: 1, field: $0, reason: "there is no such column", remedy: "add the column \($0)")
        }
        guard defects.isEmpty else { throw InputDefects(defects) }
    }

    /// The text of a cell; empty where there is no such column.
    func text(_ row: DelimitedText.Row, _ name: String) -> String { positions[name.lowercased()].map { row[$0] } ?? "" }
}

/// Reads the cells of one case and collects what is wrong with them.
struct CaseCells {
    let table: CaseTable
    let row: DelimitedText.Row
    private(set) var defects: [InputDefect] = []

    init(_ table: CaseTable, _ row: DelimitedText.Row) {
        self.table = table
        self.row = row
    }

    /// A number; the default where the cell or the column is missing.
    mutating func number(_ name: String, default absent: Double? = nil) -> Double {
        let text = table.text(row, name)
        if text.isEmpty, let absent { return absent }
        if let value = NumberCell.read(text) { return value }
        add(name, text.isEmpty ? "the cell is empty" : "\"\(text)\" is not a number", "give a number such as 12.5")
        return 0
    }

    /// A text that may not be empty.
    mutating func word(_ name: String) -> String {
        let text = table.text(row, name)
        if text.isEmpty { add(name, "the cell is empty", "name the file of the profile") }
        return text
    }

    /// A polarization by number or letter; horizontal where there is none.
    mutating func polarization(_ name: String) -> Polarization {
        let text = table.text(row, name)
        if let found = Polarization(text.isEmpty ? "1" : text) { return found }
        add(name, "\"\(text)\" is not a polarization", "give 1 for horizontal or 2 for vertical")
        return .horizontal
    }

    /// What stands for a whole number; the default where the cell or the column is missing, `fallback` after noting a defect.
    mutating func code<Value>(
        _ name: String, default absent: Int? = nil, fallback: Value, remedy: String, _ read: (Int) -> Value?
    ) -> Value {
        let text = table.text(row, name)
        let number = text.isEmpty ? absent : NumberCell.read(text).flatMap { Int(exactly: $0) }
        if let value = number.flatMap(read) { return value }
        add(name, text.isEmpty ? "the cell is empty" : "\"\(text)\" is none of the codes", remedy)
        return fallback
    }

    /// One of few words; the default where the cell or the column is missing.
    mutating func choice<Value: RawRepresentable & CaseIterable>(_ name: String, default absent: Value) -> Value
    where Value.RawValue == String {
        let text = table.text(row, name)
        if text.isEmpty { return absent }
        if let value = Value(rawValue: text.lowercased()) { return value }
        add(name, "\"\(text)\" is not understood", "give \(Value.allCases.map(\.rawValue).joined(separator: " or "))")
        return absent
    }

    /// Whether a cell has any text.
    func has(_ name: String) -> Bool { !table.text(row, name).isEmpty }

    private mutating func add(_ name: String, _ reason: String, _ remedy: String) {
        defects.append(InputDefect(file: table.path, row: row.line, field: name, reason: reason, remedy: remedy))
    }
}
