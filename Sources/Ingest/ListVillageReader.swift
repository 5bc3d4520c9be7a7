import GeoFiles
import Planning

/// A row of a list's table as read, in words and numbers; what they mean for a ledger is decided above.
public struct ListRow: Hashable, Sendable {
    /// The row as a person counts.
    public var row: Int
    /// The list's own id; empty when not given.
    public var id = ""
    /// Name in NFC.
    public var name = ""
    /// Code of the commune or ward; empty when not given.
    public var communeCode = ""
    /// Name of the commune or ward.
    public var communeName = ""
    /// Name of the district.
    public var districtName = ""
    /// Name of the province.
    public var provinceName = ""
    /// What the list says of it, as written; empty when not given.
    public var status = ""
    /// Number of households; nil when not given.
    public var households: Int?
    /// Whether it has grid electricity.
    public var electricity: Electricity = .unknown
    /// Why it has no signal, in the list's words.
    public var reason = ""
    /// The day it got signal.
    public var coveredOn: CalendarDate?
    /// The row's own source.
    public var source = ""
    /// Whether the row is made up.
    public var isSynthetic = false
}

/// Reads the named villages of a list.
public enum ListVillageReader {
    static let columns: [Column] = [
        .id, .name, .communeCode, .communeName, .districtName, .provinceName, .status, .households, .electricity, .reason, .coveredOn,
        .source, .synthetic,
    ]

    /// The rows of a table: totals and repeated villages are left out, every defect is noted.
    ///
    /// - Parameters:
    ///   - asOf: the day of the list; a later day of coverage is doubtful.
    ///   - understandsStatus: whether a word of the column `status` is understood.
    ///   - hasDefaultStatus: whether a row without status is one all the same.
    public static func read(
        _ source: TableSource, asOf: CalendarDate, hasDefaultStatus: Bool, understandsStatus: (String) -> Bool,
        into log: inout [Diagnostic]
    ) -> [ListRow] {
        guard var reading = TableReading(source, wanted: columns, needsPlace: false, into: &log) else { return [] }
        guard reading.requires([.name] + (hasDefaultStatus ? [] : [.status]), into: &log) else { return [] }
        var rows: [ListRow] = []
        var ids: Set<String> = []
        var seen: Set<ListRow> = []
        var names: [String: Int] = [:]
        for feature in reading.features {
            guard let row = row(&reading, feature, asOf) else { continue }
            if row.status.isEmpty, row.coveredOn == nil, !hasDefaultStatus {
                reading.note(.error, .villageStatusMissing, feature, .status, .rowDropped)
                continue
            }
            guard row.status.isEmpty || understandsStatus(row.status) else {
                reading.note(.error, .villageStatusUnknown, feature, .status, value: row.status, .rowDropped)
                continue
            }
            var content = row
            content.row = 0
            guard seen.insert(content).inserted else {
                reading.note(.error, .villageRepeated, feature, .name, value: row.name, .rowDropped)
                continue
            }
            if !row.id.isEmpty, !ids.insert(row.id).inserted {
                reading.note(.error, .idDuplicate, feature, .id, value: row.id, .rowDropped)
                continue
            }
            let place = [row.communeCode, row.communeName, row.districtName, row.provinceName, row.name].map { NameFolding.key($0) }
            if let first = names.updateValue(row.row, forKey: place.joined(separator: "|")) {
                reading.note(.warning, .villageNameRepeated, feature, .name, value: "\(row.name), \(first)", .kept)
            }
            rows.append(row)
        }
        return reading.finished(rows, into: &log).items
    }

    /// One row. Every cell is read before the row is judged, so that all its defects are told at once.
    private static func row(_ reading: inout TableReading, _ feature: Feature, _ asOf: CalendarDate) -> ListRow? {
        if isTotal(reading, feature) {
            reading.note(.warning, .totalsRow, feature, .name, value: reading.rawText(.name, feature) ?? "", .rowDropped)
            return nil
        }
        var row = ListRow(row: feature.row)
        row.id = reading.text(.id, feature) ?? ""
        row.communeCode = reading.text(.communeCode, feature) ?? ""
        row.communeName = reading.text(.communeName, feature) ?? ""
        row.districtName = reading.text(.districtName, feature) ?? ""
        row.provinceName = reading.text(.provinceName, feature) ?? ""
        row.status = reading.text(.status, feature) ?? ""
        row.households = reading.count(.households, feature)
        row.reason = reading.text(.reason, feature) ?? ""
        row.source = reading.text(.source, feature) ?? ""
        row.isSynthetic = reading.flag(.synthetic, feature)
        if let raw = reading.rawText(.electricity, feature) {
            if let value = Electricity(label: raw) {
                row.electricity = value
            } else {
                reading.note(.warning, .electricityUnknown, feature, .electricity, value: raw, .fieldIgnored)
            }
        }
        if let raw = reading.rawText(.coveredOn, feature) {
            // A spreadsheet's own date comes with slashes, year first.
            row.coveredOn = CalendarDate(String(raw.map { $0 == "/" ? "-" : $0 }))
            if let day = row.coveredOn, day > asOf {
                reading.note(.warning, .dateAfterList, feature, .coveredOn, value: raw, .kept)
            } else if row.coveredOn == nil {
                reading.note(.error, .dateUnreadable, feature, .coveredOn, value: raw, .fieldIgnored)
            }
        }
        guard let name = reading.text(.name, feature) else {
            reading.note(.error, .nameMissing, feature, .name, .rowDropped)
            return nil
        }
        row.name = name
        return row
    }

    /// Whether the row adds others up: its name says so, or it has no name and another cell does.
    private static func isTotal(_ reading: TableReading, _ feature: Feature) -> Bool {
        let words: Set<String> = [
            "tong", "tongcong", "tongso", "cong", "total", "toantinh", "toanhuyen", "toanxa", "tongcongtoantinh", "sum",
        ]
        if let name = reading.rawText(.name, feature) {
            let key = NameFolding.key(name)
            return words.contains(key) || key.hasPrefix("tongcong") || key.hasPrefix("tongso")
        }
        return feature.values.contains { words.contains(NameFolding.key($0.text ?? "")) }
    }
}
