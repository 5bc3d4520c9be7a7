import Foundation
import GeoFiles
import Planning

/// Cells of a row as values.
extension TableReading {
    /// The trimmed text of a cell, nil when there is none.
    func rawText(_ column: Column, _ feature: Feature) -> String? {
        guard let position = columns.position(column), position < feature.values.count,
            let text = feature.values[position].text?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty
        else { return nil }
        return text
    }

    /// As `rawText`, in NFC; a decomposed text is noted once per cell.
    mutating func text(_ column: Column, _ feature: Feature) -> String? {
        guard let raw = rawText(column, feature) else { return nil }
        let composed = raw.precomposedStringWithCanonicalMapping
        if !composed.unicodeScalars.elementsEqual(raw.unicodeScalars) {
            note(.warning, .nameNotNFC, feature, column, value: composed, .repaired)
        }
        return composed
    }

    /// A number inside `range`; anything else is noted and the field ignored.
    mutating func number(_ column: Column, _ feature: Feature, in range: ClosedRange<Double>) -> Double? {
        guard let raw = rawText(column, feature) else { return nil }
        guard let reading = NumberText.read(raw), hasItsUnit(raw, column) else {
            note(.error, .numberUnreadable, feature, column, value: raw, .fieldIgnored)
            return nil
        }
        return checked(reading.value, raw, column, feature, range)
    }

    /// Watts written where dBm are asked for must not be read as dBm: 20 W are 43 of them.
    private func hasItsUnit(_ raw: String, _ column: Column) -> Bool {
        column != .powerDBm || ["", "dbm", "e"].contains(raw.filter(\.isLetter).lowercased())
    }

    /// A count of people or households: at least 0, at most a hundred million; fractions are rounded.
    mutating func count(_ column: Column, _ feature: Feature) -> Int? {
        whole(column, feature, in: 0...1e8).map { Int($0) }
    }

    /// Money in whole VND.
    mutating func money(_ column: Column, _ feature: Feature) -> Int64? {
        whole(column, feature, in: 0...1e15).map { Int64($0) }
    }

    /// A number of which only whole ones make sense. `1.234` and `1,234` typed as text are a thousand and more, which is noted.
    private mutating func whole(_ column: Column, _ feature: Feature, in range: ClosedRange<Double>) -> Double? {
        guard let raw = rawText(column, feature), let position = columns.position(column),
            case .text = feature.values[position], let value = NumberText.thousands(raw)
        else { return number(column, feature, in: range)?.rounded() }
        note(.warning, .numberAmbiguous, feature, column, value: raw, .repaired)
        return checked(value, raw, column, feature, range)
    }

    private mutating func checked(
        _ value: Double, _ raw: String, _ column: Column, _ feature: Feature, _ range: ClosedRange<Double>
    ) -> Double? {
        if value < 0, range.lowerBound >= 0 {
            note(.error, .numberNegative, feature, column, value: raw, .fieldIgnored)
            return nil
        }
        guard range.contains(value) else {
            note(.error, .numberOutOfRange, feature, column, value: raw, .fieldIgnored)
            return nil
        }
        return value
    }

    /// Several values in one cell, separated by `;`, `,`, `/`, `|`, `+` or `&`.
    func list(_ column: Column, _ feature: Feature) -> [String] {
        (rawText(column, feature) ?? "").split { ";,/|+&".contains($0) }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// Several numbers in one cell; unreadable ones are noted.
    mutating func numbers(_ column: Column, _ feature: Feature, in range: ClosedRange<Double>) -> [Double] {
        var values: [Double] = []
        for item in list(column, feature) {
            guard let value = NumberText.read(item)?.value else {
                note(.error, .numberUnreadable, feature, column, value: item, .fieldIgnored)
                continue
            }
            guard range.contains(value) else {
                note(.error, .numberOutOfRange, feature, column, value: item, .fieldIgnored)
                continue
            }
            values.append(value)
        }
        return values
    }

    /// Yes or no; anything that is not clearly yes is no.
    func flag(_ column: Column, _ feature: Feature) -> Bool {
        guard let raw = rawText(column, feature) else { return false }
        return ["true", "1", "yes", "y", "co", "x", "dung"].contains(NameFolding.key(raw))
    }
}
