import Foundation
import GeoFiles
import Planning

/// The `where:` of a table: only rows whose fields have the stated values.
enum RowFilter {
    /// The rows that pass. Nil after noting that there are none, or the fields that the table lacks: reading every row instead would be another question's answer.
    static func rows(
        of features: [Feature], titles: [String], _ source: TableSource, into log: inout [Diagnostic]
    ) -> [Feature]? {
        guard !source.filter.isEmpty else { return features }
        let keys = titles.map(NameFolding.key)
        var wanted: [(position: Int, value: String)] = []
        var isComplete = true
        for (title, value) in source.filter.sorted(by: { $0.key < $1.key }) {
            guard let position = titles.firstIndex(of: title) ?? keys.firstIndex(of: NameFolding.key(title)) else {
                log.append(
                    Diagnostic(
                        .error, .columnUnknown, file: source.displayName, field: title,
                        value: NearestWord.to(title, among: titles).map { "did you mean `\($0)`?" } ?? "",
                        consequence: .fileRejected))
                isComplete = false
                continue
            }
            wanted.append((position, value))
        }
        guard isComplete else { return nil }
        let passing = features.filter { feature in
            // Swift compares texts by canonical equivalence, so NFD in the file meets NFC in the project.
            wanted.allSatisfy { position, value in
                position < feature.values.count
                    && feature.values[position].text?.trimmingCharacters(in: .whitespacesAndNewlines) == value
            }
        }
        if passing.isEmpty {
            log.append(
                Diagnostic(.error, .fileEmpty, file: source.displayName, value: "no row passes `where`", consequence: .fileRejected))
            return nil
        }
        return passing
    }
}
