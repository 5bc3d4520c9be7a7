import GeoFiles
import Planning

/// Brings the text of a table from an old encoding to Unicode.
enum LegacyTextConversion {
    /// The table with names and cells converted, and one defect for each cell; the table as it was when its text is Unicode.
    static func converted(_ table: FeatureTable, file: String) -> (FeatureTable, [Diagnostic]) {
        let guesses = Set(table.encodingDefects)
        func view(_ text: String, _ row: Int, _ field: String) -> String? {
            guesses.contains(EncodingDefect(row: row, field: field)) ? Windows1258View.latin1(of: text) : text
        }
        var texts: [String] = table.fieldNames.compactMap { Windows1258View.isGuess($0, in: guesses) ? Windows1258View.latin1(of: $0) : $0 }
        for feature in table.features {
            for (value, field) in zip(feature.values, table.fieldNames) {
                if case .text(let text) = value, let view = view(text, feature.row, field) { texts.append(view) }
            }
        }
        let survey = LegacyEncodingSurvey(texts)
        guard let encoding = survey.verdict else { return (table, []) }

        var notes: [Diagnostic] = []
        func note(_ row: Int?, _ field: String, _ before: String, _ after: String) {
            notes.append(
                Diagnostic(
                    .warning, .nameLegacyEncoding, file: file, row: row, field: field, value: "\(encoding.rawValue): \(before) → \(after)",
                    consequence: .repaired))
        }
        var titles: [String] = []
        for title in table.fieldNames {
            let seen = Windows1258View.isGuess(title, in: guesses) ? Windows1258View.latin1(of: title) ?? title : title
            let new = survey.converted(seen)
            titles.append(new ?? title)
            if let new { note(nil, new, seen, new) }
        }
        var mended: Set<EncodingDefect> = []
        let features = table.features.map { feature in
            var values = feature.values
            for (position, field) in table.fieldNames.enumerated() where position < values.count {
                guard case .text(let text) = values[position], let seen = view(text, feature.row, field),
                    let new = survey.converted(seen)
                else { continue }
                values[position] = .text(new)
                mended.insert(EncodingDefect(row: feature.row, field: field))
                note(feature.row, titles[position], seen, new)
            }
            return Feature(row: feature.row, id: feature.id, values: values, shape: feature.shape, shapeDefect: feature.shapeDefect)
        }
        // Titles of guessed bytes are noted under row 1 by their reader; those that were converted are no guess any more.
        let converted = Set(zip(table.fieldNames, titles).filter { $0 != $1 }.map(\.0))
        let remaining = table.encodingDefects.filter { !mended.contains($0) && !($0.row == 1 && converted.contains($0.field)) }
        return (
            table.replacing(fieldNames: titles, features: features, encodingDefects: remaining, rowDefects: table.rowDefects), notes
        )
    }
}

extension Windows1258View {
    /// Whether a column's title came from bytes that were not UTF-8.
    fileprivate static func isGuess(_ title: String, in guesses: Set<EncodingDefect>) -> Bool {
        guesses.contains(EncodingDefect(row: 1, field: title))
    }
}
