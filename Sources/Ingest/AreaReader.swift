import GeoFiles
import Geodesy
import Geometry
import Planning

/// Reads polygon files: the project's area, communes, and the places where a site list is complete.
enum AreaReader {
    static func areas(_ source: TableSource, into log: inout [Diagnostic]) -> TableCount<MultiPolygon> {
        guard var reading = TableReading(source, wanted: [], needsPlace: false, into: &log) else {
            return TableCount(rows: 0, items: [])
        }
        var areas: [MultiPolygon] = []
        for feature in reading.features {
            if let area = reading.area(feature) { areas.append(area) }
        }
        return reading.finished(areas, into: &log)
    }

    static func communes(_ source: TableSource, into log: inout [Diagnostic]) -> TableCount<Commune> {
        let columns: [Column] = [.communeCode, .communeName, .id, .name, .provinceCode, .population]
        guard var reading = TableReading(source, wanted: columns, needsPlace: false, into: &log) else {
            return TableCount(rows: 0, items: [])
        }
        var communes: [Commune] = []
        var ids = IDRegister()
        for feature in reading.features {
            guard let area = reading.area(feature) else { continue }
            guard let code = reading.text(.communeCode, feature) ?? reading.text(.id, feature) else {
                reading.note(.error, .idMissing, feature, .communeCode, .rowDropped)
                continue
            }
            guard ids.insert(code) else {
                reading.note(.error, .idDuplicate, feature, .communeCode, value: code, .rowDropped)
                continue
            }
            communes.append(
                Commune(
                    code: code, name: reading.text(.communeName, feature) ?? reading.text(.name, feature) ?? code,
                    provinceCode: reading.text(.provinceCode, feature) ?? "",
                    population: reading.count(.population, feature), area: area))
        }
        return reading.finished(communes, into: &log)
    }

    static func roads(_ source: TableSource, into log: inout [Diagnostic]) -> TableCount<[Coordinate]> {
        guard var reading = TableReading(source, wanted: [], needsPlace: false, into: &log) else {
            return TableCount(rows: 0, items: [])
        }
        var lines: [[Coordinate]] = []
        for feature in reading.features {
            switch feature.shape {
            case .lineString(let line): lines.append(line)
            case .multiLineString(let parts): lines += parts
            case .empty, nil: reading.note(.warning, .geometryEmpty, feature, nil, .rowDropped)
            default: reading.note(.warning, .geometryWrongKind, feature, nil, .rowDropped)
            }
        }
        return reading.finished(lines, into: &log)
    }
}
