import Foundation
import Radio

/// Runs a table of cases.
struct CaseRun {
    let model: CaseModel
    let table: CaseTable
    /// The folder to which the column `profile` refers; or a file with one profile a line for each case.
    let folder: String

    /// The outcomes in the order of the rows.
    /// - Throws: when the table lacks a column, so that no row can be understood.
    func outcomes() throws(InputDefects) -> [CaseOutcome] {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue {
            return try outcomes(PFLFile(path: folder))
        }
        try model.checkColumns(table, namesProfiles: true)
        // Many cases share few profiles.
        var profiles: [String: Result<CaseGround, InputDefects>] = [:]
        return table.rows.map { row in
            var cells = CaseCells(table, row)
            let name = cells.word("profile")
            let question = model.pathCase(&cells)
            guard cells.defects.isEmpty else {
                return CaseOutcome(profile: name, row: row.line, result: .failure(InputDefects(cells.defects)))
            }
            let file = profiles[name] ?? read(name)
            profiles[name] = file
            return CaseOutcome(
                profile: name, row: row.line, result: file.flatMap { answer(question, row, $0) }, referenceLossDB: reference(row))
        }
    }

    /// The outcomes where the profile of each case stands in the same row of one file.
    private func outcomes(_ file: PFLFile) throws(InputDefects) -> [CaseOutcome] {
        try model.checkColumns(table, namesProfiles: false)
        guard file.profiles.count == table.rows.count else {
            throw InputDefects(
                InputDefect(
                    file: file.path, reason: "there are \(file.profiles.count) profiles for \(table.rows.count) cases",
                    remedy: "give one line for each case, in their order"))
        }
        return zip(table.rows, file.profiles).enumerated().map { index, pair in
            var cells = CaseCells(table, pair.0)
            let question = model.pathCase(&cells)
            let name = "\((file.path as NSString).lastPathComponent):\(index + 1)"
            guard cells.defects.isEmpty else {
                return CaseOutcome(profile: name, row: pair.0.line, result: .failure(InputDefects(cells.defects)))
            }
            return CaseOutcome(
                profile: name, row: pair.0.line, result: pair.1.flatMap { answer(question, pair.0, .even($0)) },
                referenceLossDB: reference(pair.0))
        }
    }

    /// The loss that NTIA's tables state beside each case.
    private func reference(_ row: DelimitedText.Row) -> Double? {
        model == .itm ? NumberCell.read(table.text(row, NTIAColumns.loss)) : nil
    }

    private func read(_ name: String) -> Result<CaseGround, InputDefects> {
        Result { () throws(InputDefects) in
            try CaseGround(path: name.hasPrefix("/") ? name : folder + "/" + name, model: model)
        }
    }

    private func answer(_ question: PathCase, _ row: DelimitedText.Row, _ ground: CaseGround) -> Result<PathAnswer, InputDefects> {
        do {
            switch ground {
            case .listed(let profile): return .success(try question.answer(over: profile))
            case .even(let profile): return .success(try question.answer(over: profile))
            }
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
