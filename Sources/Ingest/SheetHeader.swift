import Foundation
import GeoFiles
import Planning

/// Finds the column names of a sheet that does not begin with them: under title rows, or in two rows with merged cells.
struct SheetHeader {
    /// How far down names are looked for.
    static let deepest = 15

    /// The table under its true names, and what was noted.
    static func settled(_ table: FeatureTable, _ source: TableSource, wanted: [Column]) -> (FeatureTable, [Diagnostic]) {
        let known = Self(wanted: wanted, stated: source.columns)
        let rows = table.features.prefix(deepest).map(\.values)
        var best = (titles: table.fieldNames, score: known.score(table.fieldNames), firstData: 0, isDouble: false)
        for upper in -1..<rows.count {
            let titles = upper < 0 ? known.real(table.fieldNames) : rows[upper].map { $0.text ?? "" }
            if upper >= 0 {
                guard known.isHeader(rows[upper]) else { continue }
                let score = known.score(titles)
                if score >= 2, score > best.score { best = (titles, score, upper + 1, false) }
            }
            guard upper + 1 < rows.count, known.isHeader(rows[upper + 1]) else { continue }
            let lower = rows[upper + 1].map { $0.text ?? "" }
            let both = known.joined(titles, lower)
            let score = known.score(both)
            // Two rows only where both give names.
            if score >= 2, score > best.score, score > known.score(lower) { best = (both, score, upper + 2, true) }
        }
        guard best.firstData > 0 else { return (table, []) }
        let headerRow = table.features[best.firstData - 1].row
        let names = best.titles.enumerated().map { position, title in
            let trimmed = title.trimmingCharacters(in: .whitespacesAndNewlines)
            return trimmed.isEmpty ? "field_\(position + 1)" : trimmed
        }
        let code: DiagnosticCode = best.isDouble ? .headerInTwoRows : .headerBelowTitle
        // A sheet with nothing but its header comes with the header as a row.
        let isFirst = headerRow == 1 && !best.isDouble
        let note = Diagnostic(
            .warning, code, file: source.displayName, row: headerRow, value: names.joined(separator: ", "), consequence: .repaired)
        return (
            table.replacing(
                fieldNames: names, features: Array(table.features.dropFirst(best.firstData)),
                encodingDefects: table.encodingDefects.filter { $0.row > headerRow },
                rowDefects: table.rowDefects.filter { $0.row > headerRow }), isFirst ? [] : [note]
        )
    }

    private let keys: [Set<String>]

    private init(wanted: [Column], stated: [String: String]) {
        keys = wanted.map { column in
            if let title = stated[column.rawValue] { return [NameFolding.key(title)] }
            return Set([NameFolding.key(column.rawValue)] + column.aliases)
        }
    }

    /// How many of the wanted columns have a name here.
    private func score(_ titles: [String]) -> Int {
        let found = Set(titles.map(NameFolding.key))
        return keys.count { !$0.isDisjoint(with: found) }
    }

    /// A row of names: text only, two at least.
    private func isHeader(_ values: [FieldValue]) -> Bool {
        let filled = values.filter { !($0.text ?? "").trimmingCharacters(in: .whitespaces).isEmpty }
        return !filled.isEmpty && filled.allSatisfy { $0.number == nil && NumberText.read($0.text ?? "") == nil }
    }

    /// Names that stand in the file; blank ones got theirs from the reader.
    private func real(_ titles: [String]) -> [String] {
        titles.enumerated().map { position, title in
            ["field_\(position + 1)", "Field\(position + 1)"].contains(title) ? "" : title
        }
    }

    /// The lower name where there is one, else the upper.
    private func joined(_ upper: [String], _ lower: [String]) -> [String] {
        (0..<max(upper.count, lower.count)).map { position in
            let below = position < lower.count ? lower[position] : ""
            let above = position < upper.count ? upper[position] : ""
            return below.trimmingCharacters(in: .whitespaces).isEmpty ? above : below
        }
    }
}
