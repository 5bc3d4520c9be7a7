import GeoFiles
import Planning

/// Which field of a table holds which column.
struct ColumnMap {
    private var positions: [Column: Int] = [:]
    private let titles: [String]

    /// Finds the wanted columns: first by the project's own statement, then by exact name, then by alias.
    ///
    /// A field that was found for one column is no other's alias: the site id of a footprint is not also the footprint's own. Only the
    /// project's statement may use one field twice. Earlier columns of `wanted` choose first.
    ///
    /// - Parameter stated: column name → title in the file, from `columns:` in the project.
    init(_ table: FeatureTable, file: String, wanted: [Column], stated: [String: String], into diagnostics: inout [Diagnostic]) {
        titles = table.fieldNames
        let keys = titles.map(NameFolding.key)
        var taken: Set<Int> = []
        for column in wanted {
            guard let title = stated[column.rawValue] else { continue }
            guard let position = titles.firstIndex(of: title) ?? keys.firstIndex(of: NameFolding.key(title)) else {
                diagnostics.append(
                    Diagnostic(
                        .error, .columnUnknown, file: file, field: title,
                        value: NearestWord.to(title, among: titles).map { "did you mean `\($0)`?" } ?? "", consequence: .fieldIgnored))
                continue
            }
            positions[column] = position
            taken.insert(position)
        }
        // A column without a single value (the `Name` that GDAL adds to every KML file) must not hide another one that means the same.
        let empty = Set(
            titles.indices.filter { position in
                table.features.allSatisfy { position >= $0.values.count || ($0.values[position].text ?? "").isEmpty }
            })
        let own: (Column) -> [String] = { [NameFolding.key($0.rawValue)] }
        let passes: [(names: (Column) -> [String], isFilled: Bool)] = [
            (own, true), ({ $0.aliases }, true), (own, false), ({ $0.aliases }, false),
        ]
        for (names, isFilled) in passes {
            for column in wanted where positions[column] == nil && stated[column.rawValue] == nil {
                // The order of the alias list decides between several matches, so that the plain name beats a looser one.
                let free = names(column).lazy.map { name in
                    keys.indices.filter { keys[$0] == name && !taken.contains($0) && empty.contains($0) != isFilled }
                }
                guard let matches = free.first(where: { !$0.isEmpty }) else { continue }
                positions[column] = matches[0]
                taken.formUnion(matches)
                for rival in matches.dropFirst() {
                    diagnostics.append(
                        Diagnostic(
                            .warning, .columnRepeated, file: file, field: titles[rival], value: titles[matches[0]], consequence: .kept))
                }
            }
        }
    }

    func has(_ column: Column) -> Bool { positions[column] != nil }

    func position(_ column: Column) -> Int? { positions[column] }

    /// The title in the file, or the column's own name when the file has none.
    func title(_ column: Column) -> String { positions[column].map { titles[$0] } ?? column.rawValue }
}
