import Radio

/// Runs a table of cases.
struct CaseRun {
    let model: CaseModel
    let table: CaseTable
    /// The folder to which the column `profile` refers.
    let folder: String

    /// The outcomes in the order of the rows.
    /// - Throws: when the table lacks a column, so that no row can be understood.
    func outcomes() throws(InputDefects) -> [CaseOutcome] {
        try model.checkColumns(table)
        // Many cases share few profiles.
        var profiles: [String: Result<ProfileFile, InputDefects>] = [:]
        return table.rows.map { row in
            var cells = CaseCells(table, row)
            let name = cells.word("profile")
            let question = model.pathCase(&cells)
            guard cells.defects.isEmpty else {
                return CaseOutcome(profile: name, row: row.line, result: .failure(InputDefects(cells.defects)))
            }
            let file = profiles[name] ?? read(name)
            profiles[name] = file
            return CaseOutcome(profile: name, row: row.line, result: file.flatMap { answer(question, row, $0) })
        }
    }

    private func read(_ name: String) -> Result<ProfileFile, InputDefects> {
        Result { () throws(InputDefects) in
            try ProfileFile(path: name.hasPrefix("/") ? name : folder + "/" + name, usesCover: model.usesCover)
        }
    }

    private func answer(_ question: PathCase, _ row: DelimitedText.Row, _ file: ProfileFile) -> Result<PathAnswer, InputDefects> {
        do {
            return .success(try question.answer(over: file.profile))
        } catch {
            return .failure(
                InputDefects(
                    error.defects.map {
                        InputDefect(
                            file: table.path, row: row.line, field: model.column(of: $0.field, in: table),
                            reason: "\($0.field) is \($0.value)",
                            remedy: $0.remedy)
                    }))
        }
    }
}
