import Radio

/// Profiles in NTIA's form, one a line: number of steps, step in metres, and one height more than steps.
struct PFLFile: Sendable {
    let path: String
    let profiles: [Result<EvenProfile, InputDefects>]

    /// Reads a file. A bad line does not stop the others.
    init(path: String) throws(InputDefects) { try self.init(DelimitedText(path: path)) }

    init(_ text: DelimitedText) throws(InputDefects) {
        path = text.path
        guard !text.rows.isEmpty else {
            throw InputDefects(InputDefect(file: path, reason: "the file is empty", remedy: "give one line for each case"))
        }
        profiles = text.rows.map { row in Result { () throws(InputDefects) in try Self.profile(row, text.path) } }
    }

    static func profile(_ row: DelimitedText.Row, _ path: String) throws(InputDefects) -> EvenProfile {
        // A line may end in a comma.
        let cells = row.cells.last == "" ? row.cells.dropLast() : row.cells[...]
        let numbers = cells.map(NumberCell.read)
        if let bad = numbers.firstIndex(of: nil) {
            throw InputDefects(
                InputDefect(
                    file: path, row: row.line, field: "cell \(bad + 1)", reason: "\"\(cells[bad])\" is not a number",
                    remedy: "give the number of steps, the step in metres, and the heights"))
        }
        do {
            return try EvenProfile(pfl: numbers.compactMap { $0 })
        } catch {
            throw InputDefects(
                error.defects.map {
                    InputDefect(
                        file: path, row: row.line, field: $0.index.map { "height \($0 + 1)" } ?? $0.field,
                        reason: "\($0.field) is \($0.value)",
                        remedy: $0.remedy)
                })
        }
    }
}
