import Foundation
import GeoFiles
import Planning

/// Leaves out what a sheet has between and below its rows: column names again, totals, the foot of the page.
struct SheetRows {
    private let columns: ColumnMap
    private let titles: [String]
    private let keys: [String]

    /// The table with data only, and a warning for each row left out.
    ///
    /// A row goes only when it has no place: one with coordinates is data, whatever it is called.
    static func cleaned(_ table: FeatureTable, _ source: TableSource, wanted: [Column]) -> (FeatureTable, [Diagnostic]) {
        var scratch: [Diagnostic] = []
        let rows = SheetRows(
            columns: ColumnMap(table, file: source.displayName, wanted: wanted, stated: source.columns, into: &scratch),
            titles: table.fieldNames, keys: table.fieldNames.map(NameFolding.key))
        return rows.cleaned(table, source)
    }

    private func cleaned(_ table: FeatureTable, _ source: TableSource) -> (FeatureTable, [Diagnostic]) {
        var kept: [Feature] = []
        var notes: [Diagnostic] = []
        var sums = RunningSums(columns)
        let footStart = footStart(table.features)
        for (position, feature) in table.features.enumerated() {
            let isHeader = isHeader(feature.values, atTop: kept.isEmpty)
            if !isHeader, hasPlace(feature) {
                kept.append(feature)
                sums.add(feature)
                continue
            }
            let row = SheetRow(feature.values)
            let code: DiagnosticCode? =
                if isHeader {
                    .headerRepeated
                } else if row.label == .total || (!hasKey(feature) && sums.areMet(by: feature)) {
                    .totalsRow
                } else if position >= footStart {
                    .footerRow
                } else {
                    nil
                }
            guard let code else {
                kept.append(feature)
                sums.add(feature)
                continue
            }
            let text = row.text.isEmpty ? feature.values.compactMap(\.text).joined(separator: ", ") : row.text
            notes.append(
                Diagnostic(.warning, code, file: source.displayName, row: feature.row, value: text, consequence: .rowDropped))
        }
        guard !notes.isEmpty else { return (table, []) }
        let gone = Set(notes.compactMap(\.row))
        return (
            table.replacing(
                fieldNames: table.fieldNames, features: kept, encodingDefects: table.encodingDefects.filter { !gone.contains($0.row) },
                rowDefects: table.rowDefects.filter { !gone.contains($0.row) }), notes
        )
    }

    /// The first row below the last one with a place whose words are those of a page's foot; beyond the end when there is none.
    private func footStart(_ features: [Feature]) -> Int {
        let afterData = (features.lastIndex(where: hasPlace) ?? -1) + 1
        guard afterData > 0 else { return features.count }
        return features.indices.dropFirst(afterData).first { SheetRow(features[$0].values).label == .footer } ?? features.count
    }

    private func filled(_ column: Column, _ feature: Feature) -> Bool {
        guard let position = columns.position(column), position < feature.values.count else { return false }
        return !(feature.values[position].text ?? "").trimmingCharacters(in: .whitespaces).isEmpty
    }

    /// Whether the row has coordinates: numbers, for a date or a signature may stand in that column too.
    private func hasPlace(_ feature: Feature) -> Bool {
        feature.shape != nil || feature.shapeDefect != nil
            || [Column.longitude, .latitude, .coordinate].contains { column in
                guard filled(column, feature), let position = columns.position(column), let text = feature.values[position].text else {
                    return false
                }
                return CoordinateCell.number(text) != nil || CoordinateCell.split(text) != nil
            }
    }

    private func hasKey(_ feature: Feature) -> Bool { [Column.id, .name].contains { filled($0, feature) } }

    /// The column names once more, or the numbers of the columns that official tables have under the names.
    private func isHeader(_ values: [FieldValue], atTop: Bool) -> Bool {
        let texts = values.map { ($0.text ?? "").trimmingCharacters(in: .whitespaces) }
        let same = zip(texts, keys).count { !$0.isEmpty && NameFolding.key($0) == $1 }
        let filled = texts.count { !$0.isEmpty }
        if same >= 2, same * 2 > filled { return true }
        let numbers = texts.filter { !$0.isEmpty }.map { Int($0.filter { !"()".contains($0) }) }
        guard atTop, numbers.count >= 3, numbers.count == texts.count, let first = numbers.first ?? nil, first <= 1 else { return false }
        return numbers.enumerated().allSatisfy { $0.element == first + $0.offset }
    }
}

/// The counts of the rows since the last total.
private struct RunningSums {
    private let positions: [Int]
    private var sums: [Double]
    private var rows = 0

    init(_ columns: ColumnMap) {
        positions = [Column.households, .population].compactMap(columns.position)
        sums = positions.map { _ in 0 }
    }

    mutating func add(_ feature: Feature) {
        rows += 1
        for (index, position) in positions.enumerated() { sums[index] += value(feature, position) ?? 0 }
    }

    /// Whether a row's counts are these sums, over two rows at least.
    func areMet(by feature: Feature) -> Bool {
        guard rows >= 2 else { return false }
        let pairs = zip(positions, sums).compactMap { position, sum in value(feature, position).map { ($0, sum) } }
        return !pairs.isEmpty && pairs.allSatisfy { $0 == $1 && $0 > 0 }
    }

    private func value(_ feature: Feature, _ position: Int) -> Double? {
        guard position < feature.values.count, let text = feature.values[position].text else { return nil }
        return NumberText.thousands(text) ?? NumberText.read(text)?.value
    }
}
