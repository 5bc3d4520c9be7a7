import Foundation
import GeoFiles
import Planning

/// Reads tables of base stations as operators and provinces keep them.
enum SiteReader {
    static let columns: [Column] = [
        .longitude, .latitude, .coordinate, .id, .operatorName, .technology, .bandMHz, .powerDBm, .mastHeightMeters, .azimuthDegrees,
        .tiltDegrees, .antenna, .status, .confidential, .shared, .synthetic,
    ]

    static func read(
        _ source: TableSource, operators: OperatorNames, ids: inout IDRegister, into log: inout [Diagnostic]
    ) -> TableCount<Site> {
        guard var reading = TableReading(source, wanted: columns, needsPlace: true, into: &log) else {
            return TableCount(rows: 0, items: [])
        }
        if OpenCellIDReader.recognises(reading.table) {
            return OpenCellIDReader.read(source, reading.table, ids: &ids, into: &log)
        }
        guard reading.requires([.operatorName, .technology], into: &log) else {
            return TableCount(rows: reading.features.count, items: [])
        }
        var sites: [Site] = []
        sites.reserveCapacity(reading.features.count)
        for feature in reading.features {
            guard let place = reading.place(feature) else { continue }
            guard let carrier = operators.read(&reading, feature) else { continue }
            let technologies = reading.technologies(feature)
            guard !technologies.isEmpty else { continue }
            var id = reading.text(.id, feature) ?? ""
            if id.isEmpty {
                // A key from operator and place is stable when rows move; a row number would not be.
                id = String(format: "%@@%.5f,%.5f", carrier.id, place.longitude, place.latitude)
                reading.note(.warning, .idMissing, feature, .id, value: id, .repaired)
            }
            guard ids.insert(id) else {
                reading.note(.error, .idDuplicate, feature, .id, value: id, .rowDropped)
                continue
            }
            var status = Site.Status.active
            if let raw = reading.rawText(.status, feature) {
                if let known = Site.Status(label: raw) {
                    status = known
                } else {
                    reading.note(.error, .statusUnknown, feature, .status, value: raw, .rowDropped)
                    continue
                }
            }
            sites.append(
                Site(
                    id: id, operator: carrier, place: place, technologies: technologies,
                    bandsMHz: reading.numbers(.bandMHz, feature, in: 300...90_000),
                    powerDBm: reading.number(.powerDBm, feature, in: -30...80),
                    mastHeightMeters: reading.number(.mastHeightMeters, feature, in: 0...400),
                    azimuthsDegrees: reading.numbers(.azimuthDegrees, feature, in: 0...360),
                    tiltDegrees: reading.number(.tiltDegrees, feature, in: -30...60),
                    antenna: reading.text(.antenna, feature) ?? "",
                    status: status, isConfidential: reading.flag(.confidential, feature), isShared: reading.flag(.shared, feature),
                    isSynthetic: reading.flag(.synthetic, feature)))
        }
        return reading.finished(sites, into: &log)
    }
}

/// The operators that a project knows.
struct OperatorNames {
    private let declared: [String: Operator]

    init(declared: [Operator]) {
        self.declared = Dictionary(declared.map { (NameFolding.key($0.id), $0) }, uniquingKeysWith: { first, _ in first })
    }

    func named(_ label: String) -> Operator? { Operator(label: label) ?? declared[NameFolding.key(label)] }

    /// The operator of a row; nil after noting why.
    func read(_ reading: inout TableReading, _ feature: Feature) -> Operator? {
        guard let raw = reading.rawText(.operatorName, feature) else {
            reading.note(.error, .operatorMissing, feature, .operatorName, .rowDropped)
            return nil
        }
        guard let known = named(raw) else {
            let names = Operator.known.map(\.id) + declared.values.map(\.id)
            let nearest = NearestWord.to(raw, among: names).map { " (did you mean \($0)?)" } ?? ""
            reading.note(.error, .operatorUnknown, feature, .operatorName, value: raw + nearest, .rowDropped)
            return nil
        }
        return known
    }
}

extension TableReading {
    /// Notes the columns of a list that the table lacks; false when one is missing.
    mutating func requires(_ needed: [Column], into log: inout [Diagnostic]) -> Bool {
        let missing = needed.filter { !columns.has($0) }
        for column in missing {
            diagnostics.append(
                Diagnostic(
                    .error, .columnMissing, file: file, field: column.rawValue, value: table.fieldNames.joined(separator: ", "),
                    consequence: .fileRejected))
        }
        if !missing.isEmpty { log += diagnostics }
        return missing.isEmpty
    }

    /// The technologies of a row, ascending; empty after noting why.
    mutating func technologies(_ feature: Feature) -> [Technology] {
        let words = list(.technology, feature)
        guard !words.isEmpty else {
            note(.error, .technologyMissing, feature, .technology, .rowDropped)
            return []
        }
        var found: Set<Technology> = []
        for word in words {
            guard let technology = Technology(label: word) else {
                note(.error, .technologyUnknown, feature, .technology, value: word, words.count > 1 ? .fieldIgnored : .rowDropped)
                continue
            }
            found.insert(technology)
        }
        return found.sorted()
    }
}
