import GeoFiles
import Geometry
import Planning

/// Reads the coverage polygons that operators hand in.
enum FootprintReader {
    /// The site's id before the footprint's own: a column "Mã trạm" names the site, and two technologies of a site are two footprints.
    static let columns: [Column] = [.siteID, .id, .operatorName, .technology, .synthetic]

    static func read(
        _ source: TableSource, operators: OperatorNames, siteIDs: Set<String>, ids: inout IDRegister, into log: inout [Diagnostic]
    ) -> TableCount<Footprint> {
        guard var reading = TableReading(source, wanted: columns, needsPlace: false, into: &log) else { return .rejected }
        guard reading.requires([.operatorName, .technology], into: &log) else {
            return TableCount(rows: reading.features.count, items: [])
        }
        var footprints: [Footprint] = []
        for feature in reading.features {
            // Every cell is read before the row is judged, so that all its defects are told at once.
            let givenCarrier = operators.read(&reading, feature)
            let technologies = reading.technologies(feature)
            let givenArea = reading.area(feature)
            let siteID = reading.text(.siteID, feature) ?? ""
            let givenID = reading.text(.id, feature)
            if !siteID.isEmpty, !siteIDs.isEmpty, !siteIDs.contains(siteID) {
                reading.note(.warning, .siteUnknown, feature, .siteID, value: siteID, .kept)
            }
            guard let carrier = givenCarrier, let area = givenArea else { continue }
            // A polygon drawn for several technologies at once is one footprint per technology.
            for technology in technologies {
                let id: String
                if let givenID {
                    id = technologies.count == 1 ? givenID : "\(givenID)-\(technology.rawValue)"
                    guard ids.insert(id) else {
                        reading.note(.error, .idDuplicate, feature, .id, value: id, .rowDropped)
                        continue
                    }
                } else {
                    // The ordinal runs on over all files: two files of one operator are no duplicates.
                    id = ids.next("\(carrier.id)-\(technology.rawValue)")
                    if reading.columns.has(.id) { reading.note(.warning, .idMissing, feature, .id, value: id, .repaired) }
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
