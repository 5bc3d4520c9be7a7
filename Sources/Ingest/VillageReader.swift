import Foundation
import GeoFiles
import Geometry
import Planning

/// Reads village tables.
enum VillageReader {
    static let columns: [Column] = [
        .longitude, .latitude, .coordinate, .id, .name, .communeCode, .communeName, .provinceCode, .provinceName, .households,
        .population, .electricity, .coordinateRounded, .synthetic,
    ]

    /// The villages of one table, with the row of each.
    ///
    /// A village without an id gets the key of the design: commune code, folded name, ordinal.
    static func read(_ source: TableSource, ids: inout IDRegister, into log: inout [Diagnostic]) -> TableCount<Village> {
        guard var reading = TableReading(source, wanted: columns, needsPlace: true, into: &log) else {
            return TableCount(rows: 0, items: [])
        }
        if !reading.columns.has(.name), !reading.columns.has(.id) {
            reading.diagnostics.append(
                Diagnostic(
                    .error, .columnMissing, file: source.displayName, field: Column.name.rawValue,
                    value: reading.table.fieldNames.joined(separator: ", "), consequence: .fileRejected))
            log += reading.diagnostics
            return TableCount(rows: reading.features.count, items: [])
        }
        var villages: [Village] = []
        villages.reserveCapacity(reading.features.count)
        var ordinals: [String: Int] = [:]
        for feature in reading.features {
            guard let centre = reading.place(feature) else { continue }
            let communeCode = reading.text(.communeCode, feature) ?? ""
            let givenID = reading.text(.id, feature)
            var name = reading.text(.name, feature) ?? ""
            if name.isEmpty {
                guard let givenID else {
                    reading.note(.error, .nameMissing, feature, .name, .rowDropped)
                    continue
                }
                reading.note(.warning, .nameMissing, feature, .name, value: givenID, .repaired)
                name = givenID
            }
            var id = givenID ?? ""
            if id.isEmpty {
                let stem = communeCode.isEmpty ? NameFolding.slug(name) : "\(communeCode)-\(NameFolding.slug(name))"
                ordinals[stem, default: 0] += 1
                id = "\(stem)-\(ordinals[stem, default: 1])"
                if reading.columns.has(.id) { reading.note(.warning, .idMissing, feature, .id, value: id, .repaired) }
            }
            guard ids.insert(id) else {
                reading.note(.error, .idDuplicate, feature, .id, value: id, .rowDropped)
                continue
            }
            villages.append(
                Village(
                    id: id, name: name, centre: centre, communeCode: communeCode,
                    communeName: reading.text(.communeName, feature) ?? "",
                    provinceCode: reading.text(.provinceCode, feature) ?? "",
                    provinceName: reading.text(.provinceName, feature) ?? "",
                    households: reading.count(.households, feature),
                    population: reading.count(.population, feature),
                    electricity: electricity(&reading, feature),
                    isCoordinateRounded: reading.flag(.coordinateRounded, feature),
                    isSynthetic: reading.flag(.synthetic, feature)))
        }
        return reading.finished(villages, into: &log)
    }

    private static func electricity(_ reading: inout TableReading, _ feature: Feature) -> Electricity {
        guard let raw = reading.rawText(.electricity, feature) else { return .unknown }
        if let value = Electricity(label: raw) { return value }
        reading.note(.warning, .electricityUnknown, feature, .electricity, value: raw, .fieldIgnored)
        return .unknown
    }
}

/// The ids already taken by one kind of thing, over all its files.
struct IDRegister {
    private var seen: Set<String> = []

    /// False when the id is taken.
    mutating func insert(_ id: String) -> Bool { seen.insert(id).inserted }
}

/// What came out of one table.
struct TableCount<Item> {
    /// Rows in the file.
    var rows: Int
    /// What could be used.
    var items: [Item]
}

extension TableReading {
    /// Ends a reading: notes a file without a usable row and hands over the defects.
    func finished<Item>(_ items: [Item], into log: inout [Diagnostic]) -> TableCount<Item> {
        log += diagnostics
        if items.isEmpty, !features.isEmpty {
            log.append(Diagnostic(.error, .noUsableRows, file: file, consequence: .fileRejected))
        }
        return TableCount(rows: features.count, items: items)
    }
}
