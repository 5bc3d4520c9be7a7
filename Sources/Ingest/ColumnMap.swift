import GeoFiles
import Planning

/// Which field of a table holds which column.
struct ColumnMap {
    private var positions: [Column: Int] = [:]
    private let titles: [String]

    /// Finds the wanted columns: first by the project's own statement, then by exact name, then by alias.
    ///
    /// - Parameter stated: column name → title in the file, from `columns:` in the project.
    init(_ table: FeatureTable, file: String, wanted: [Column], stated: [String: String], into diagnostics: inout [Diagnostic]) {
        titles = table.fieldNames
        let keys = titles.map(NameFolding.key)
        for column in wanted {
            if let title = stated[column.rawValue] {
                if let position = titles.firstIndex(of: title) ?? keys.firstIndex(of: NameFolding.key(title)) {
                    positions[column] = position
                } else {
                    diagnostics.append(
                        Diagnostic(
                            .error, .columnUnknown, file: file, field: title,
                            value: NearestWord.to(title, among: titles).map { "did you mean `\($0)`?" } ?? "", consequence: .fieldIgnored))
                }
                continue
            }
            let names = [NameFolding.key(column.rawValue)] + column.aliases
            // The order of the alias list decides between several matches, so that the plain name beats a looser one.
            var matches: [Int] = []
            for name in names {
                for position in keys.indices where keys[position] == name && !matches.contains(position) { matches.append(position) }
            }
            guard let first = matches.first else { continue }
            positions[column] = first
            let rivals = matches.dropFirst().filter { keys[$0] == keys[first] }
            for rival in rivals {
                diagnostics.append(
                    Diagnostic(.warning, .columnRepeated, file: file, field: titles[rival], value: titles[first], consequence: .kept))
            }
        }
    }

    func has(_ column: Column) -> Bool { positions[column] != nil }

    func position(_ column: Column) -> Int? { positions[column] }

    /// The title in the file, or the column's own name when the file has none.
    func title(_ column: Column) -> String { positions[column].map { titles[$0] } ?? column.rawValue }
}
