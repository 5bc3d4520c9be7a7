import Radio

/// The ground of a case: points at any distances, or at equal steps.
enum CaseGround: Sendable {
    case listed(PathProfile)
    case even(EvenProfile)

    /// Reads a profile file in either form: one header line and points, or NTIA's single line.
    init(path: String, model: CaseModel) throws(InputDefects) {
        let text = try DelimitedText(path: path)
        // Points have few columns; a line of NTIA has as many cells as it says.
        if let row = text.rows.first, text.rows.count == 1, NumberCell.read(row[0]) == Double(row.cells.count - 3) {
            self = .even(try PFLFile.profile(row, path))
        } else {
            self = .listed(try ProfileFile(path: path, usesCover: model.usesCover).profile)
        }
    }
}
