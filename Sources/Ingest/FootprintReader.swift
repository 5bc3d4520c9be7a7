import GeoFiles
import Geometry
import Planning

/// Reads the coverage polygons that operators hand in.
enum FootprintReader {
    static let columns: [Column] = [.id, .operatorName, .technology, .siteID, .synthetic]

    static func read(
        _ source: TableSource, operators: OperatorNames, siteIDs: Set<String>, ids: inout IDRegister, into log: inout [Diagnostic]
    ) -> TableCount<Footprint> {
        guard var reading = TableReading(source, wanted: columns, needsPlace: false, into: &log) else {
            return TableCount(rows: 0, items: [])
        }
        guard reading.requires([.operatorName, .technology], into: &log) else {
            return TableCount(rows: reading.features.count, items: [])
        }
        var footprints: [Footprint] = []
        for feature in reading.features {
            guard let carrier = operators.read(&reading, feature) else { continue }
            let technologies = reading.technologies(feature)
            guard !technologies.isEmpty else { continue }
            guard let area = reading.area(feature) else { continue }
            let siteID = reading.text(.siteID, feature) ?? ""
            if !siteID.isEmpty, !siteIDs.isEmpty, !siteIDs.contains(siteID) {
                reading.note(.warning, .siteUnknown, feature, .siteID, value: siteID, .fieldIgnored)
            }
            let givenID = reading.text(.id, feature) ?? "\(carrier.id)-\(feature.row)"
            // A polygon drawn for several technologies at once is one footprint per technology.
            for technology in technologies {
                let id = technologies.count == 1 ? givenID : "\(givenID)-\(technology.rawValue)"
                guard ids.insert(id) else {
                    reading.note(.error, .idDuplicate, feature, .id, value: id, .rowDropped)
                    continue
                }
                footprints.append(
                    Footprint(
                        id: id, operator: carrier, technology: technology, siteID: siteID, area: area,
                        isSynthetic: reading.flag(.synthetic, feature)))
            }
        }
        return reading.finished(footprints, into: &log)
    }
}
