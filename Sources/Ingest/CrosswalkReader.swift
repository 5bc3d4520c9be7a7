import Foundation
import GeoFiles
import Planning

/// Reads the way from former wards to the communes of 2025.
public enum CrosswalkReader {
    /// The crosswalk of two files, and every defect met on the way; nil when one of the files cannot be used.
    public static func read(_ source: CrosswalkSource) -> (crosswalk: CommuneCrosswalk?, diagnostics: [Diagnostic]) {
        var log: [Diagnostic] = []
        let crosswalk = read(source, into: &log)
        return (crosswalk, log)
    }

    /// The crosswalk of two files at URLs.
    public static func read(wards: URL, communes: URL) -> (crosswalk: CommuneCrosswalk?, diagnostics: [Diagnostic]) {
        func table(_ url: URL) -> TableSource { TableSource(path: url.path, displayName: url.lastPathComponent) }
        return read(CrosswalkSource(wards: table(wards), communes: table(communes)))
    }

    static func read(_ source: CrosswalkSource, into log: inout [Diagnostic]) -> CommuneCrosswalk? {
        let wards = wards(source.wards, into: &log)
        let communes = communes(source.communes, into: &log)
        guard let wards, let communes else { return nil }
        let crosswalk = CommuneCrosswalk(wards: wards, communes: communes)
        func defect(_ field: String, _ value: String, _ consequence: Diagnostic.Consequence) {
            log.append(
                Diagnostic(
                    .warning, .crosswalkDefect, file: source.wards.displayName, field: field, value: value, consequence: consequence))
        }
        for difference in crosswalk.codeDifferences {
            let name = crosswalk.commune2025(code: difference.communeCode)?.name ?? ""
            defect(
                "commune_code",
                "\(difference.linkedCode) is taken for \(difference.communeCode) (\(name)) of \(source.communes.displayName)",
                .repaired)
        }
        for link in crosswalk.strayLinks { defect("commune_code", "\(link.wardCode) → \(link.communeCode)", .fieldIgnored) }
        return crosswalk
    }

    private static func wards(_ source: TableSource, into log: inout [Diagnostic]) -> [FormerWard]? {
        let fields = [
            "old_ward_code", "old_ward", "old_district_code", "old_district", "old_province_code", "old_province", "commune_code",
        ]
        guard let table = CodeTable(source, fields: fields, into: &log) else { return nil }
        // A divided ward has one row for each commune; an island district without wards has a row without ward.
        var order: [String] = []
        var byKey: [String: FormerWard] = [:]
        for row in table.rows {
            guard !row[6].isEmpty, !(row[0].isEmpty && row[2].isEmpty) else { continue }
            let key = row[0].isEmpty ? "district \(row[2])" : row[0]
            if byKey[key] == nil {
                order.append(key)
                byKey[key] = FormerWard(
                    code: row[0], name: row[1], districtCode: row[2], districtName: row[3], provinceCode: row[4], provinceName: row[5],
                    communeCodes: [row[6]])
            } else if byKey[key]?.communeCodes.contains(row[6]) == false {
                byKey[key]?.communeCodes.append(row[6])
            }
        }
        return order.compactMap { byKey[$0] }
    }

    private static func communes(_ source: TableSource, into log: inout [Diagnostic]) -> [CurrentCommune]? {
        guard let table = CodeTable(source, fields: ["code", "name", "type", "province_code", "province"], into: &log) else { return nil }
        return table.rows.filter { !$0[0].isEmpty }
            .map { CurrentCommune(code: $0[0], name: $0[1], unit: $0[2], provinceCode: $0[3], provinceName: $0[4]) }
    }
}

/// The named columns of a table as trimmed NFC text.
private struct CodeTable {
    let rows: [[String]]

    /// Nil after noting why not.
    init?(_ source: TableSource, fields: [String], into log: inout [Diagnostic]) {
        guard let table = TableReading.open(source, into: &log) else { return nil }
        var positions: [Int] = []
        for field in fields {
            guard let position = table.fieldIndex(field) else {
                log.append(
                    Diagnostic(
                        .error, .columnMissing, file: source.displayName, field: field,
                        value: "the file has " + table.fieldNames.joined(separator: ", "), consequence: .fileRejected))
                continue
            }
            positions.append(position)
        }
        guard positions.count == fields.count else { return nil }
        rows = table.features.map { feature in
            positions.map { position in
                (position < feature.values.count ? feature.values[position].text ?? "" : "")
                    .trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
            }
        }
    }
}
