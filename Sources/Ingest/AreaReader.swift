import GeoFiles
import Geodesy
import Geometry
import Planning

/// Reads polygon files: the project's area, communes, the places where a site list is complete, and where nothing may be built.
enum AreaReader {
    static func areas(_ source: TableSource, into log: inout [Diagnostic]) -> TableCount<MultiPolygon> {
        guard var reading = TableReading(source, wanted: [], needsPlace: false, into: &log) else { return .rejected }
        var areas: [MultiPolygon] = []
        for feature in reading.features {
            if let area = reading.area(feature) { areas.append(area) }
        }
        return reading.finished(areas, into: &log)
    }

    static func communes(_ source: TableSource, into log: inout [Diagnostic]) -> TableCount<Commune> {
        let columns: [Column] = [.communeCode, .communeName, .id, .name, .provinceCode, .population] + Column.traits
        guard var reading = TableReading(source, wanted: columns, needsPlace: false, into: &log) else { return .rejected }
        var communes: [Commune] = []
        var ids = IDRegister()
        for feature in reading.features {
            let givenArea = reading.area(feature)
            let givenCode = reading.text(.communeCode, feature) ?? reading.text(.id, feature)
            let name = reading.text(.communeName, feature) ?? reading.text(.name, feature)
            let population = reading.count(.population, feature)
            let traits = reading.traits(feature)
            guard let code = givenCode else {
                reading.note(.error, .idMissing, feature, .communeCode, .rowDropped)
                continue
            }
            guard let area = givenArea else { continue }
            guard ids.insert(code) else {
                reading.note(.error, .idDuplicate, feature, .communeCode, value: code, .rowDropped)
                continue
            }
            var commune = Commune(
                code: code, name: name ?? code, provinceCode: reading.text(.provinceCode, feature) ?? "", population: population,
                area: area)
            commune.traits = traits
            communes.append(commune)
        }
        return reading.finished(communes, into: &log)
    }
}
