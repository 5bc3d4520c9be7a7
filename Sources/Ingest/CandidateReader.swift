import GeoFiles
import Planning

/// Reads tables of places where a mast could stand.
enum CandidateReader {
    static let columns: [Column] = [
        .longitude, .latitude, .coordinate, .id, .name, .mastHeightMeters, .power, .costVND, .nearVillageID, .distanceToRoadMeters,
        .synthetic,
    ]

    static func read(_ source: TableSource, villageIDs: Set<String>, into log: inout [Diagnostic]) -> TableCount<CandidatePlace> {
        guard var reading = TableReading(source, wanted: columns, needsPlace: true, into: &log) else {
            return TableCount(rows: 0, items: [])
        }
        guard reading.requires([.id], into: &log) else { return TableCount(rows: reading.features.count, items: []) }
        var places: [CandidatePlace] = []
        var ids = IDRegister()
        for feature in reading.features {
            guard let place = reading.place(feature) else { continue }
            guard let id = reading.text(.id, feature) else {
                reading.note(.error, .idMissing, feature, .id, .rowDropped)
                continue
            }
            guard ids.insert(id) else {
                reading.note(.error, .idDuplicate, feature, .id, value: id, .rowDropped)
                continue
            }
            var nearVillage = reading.text(.nearVillageID, feature) ?? ""
            if !nearVillage.isEmpty, !villageIDs.contains(nearVillage) {
                reading.note(.warning, .villageUnknown, feature, .nearVillageID, value: nearVillage, .fieldIgnored)
                nearVillage = ""
            }
            var power: PowerSource?
            if let raw = reading.rawText(.power, feature) {
                switch Electricity(label: raw) {
                case .grid: power = .grid
                case Electricity.none?: power = .solar
                default: reading.note(.warning, .electricityUnknown, feature, .power, value: raw, .fieldIgnored)
                }
            }
            // A stated cost that cannot be read must not turn into a computed one unseen: the row is left out.
            let before = reading.diagnostics.count
            let cost = reading.money(.costVND, feature)
            if cost == nil, reading.diagnostics.count > before {
                reading.diagnostics[before].consequence = .rowDropped
                continue
            }
            places.append(
                CandidatePlace(
                    id: id, name: reading.text(.name, feature) ?? "", place: place,
                    mastHeightMeters: reading.number(.mastHeightMeters, feature, in: 1...400),
                    power: power, statedCostVND: cost, nearVillageID: nearVillage,
                    distanceToRoadMeters: reading.number(.distanceToRoadMeters, feature, in: 0...1e6),
                    isSynthetic: reading.flag(.synthetic, feature)))
        }
        return reading.finished(places, into: &log)
    }
}
