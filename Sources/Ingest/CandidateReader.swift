import GeoFiles
import Planning

/// Reads tables of places where a mast could stand.
enum CandidateReader {
    /// The near village before the own id and name: a column "Mã thôn" or "Thôn" is about the village.
    static let columns: [Column] = [
        .longitude, .latitude, .coordinate, .nearVillageID, .id, .name, .mastHeightMeters, .power, .costVND, .distanceToRoadMeters,
        .synthetic,
    ]

    static func read(_ source: TableSource, villageIDs: Set<String>, into log: inout [Diagnostic]) -> TableCount<CandidatePlace> {
        guard var reading = TableReading(source, wanted: columns, needsPlace: true, into: &log) else { return .rejected }
        guard reading.requires([.id], into: &log) else { return TableCount(rows: reading.features.count, items: []) }
        var places: [CandidatePlace] = []
        var ids = IDRegister()
        for feature in reading.features {
            if let place = place(&reading, feature, villageIDs, &ids) { places.append(place) }
        }
        return reading.finished(places, into: &log)
    }

    /// One place. Every cell is read before the row is judged, so that all its defects are told at once.
    private static func place(
        _ reading: inout TableReading, _ feature: Feature, _ villageIDs: Set<String>, _ ids: inout IDRegister
    ) -> CandidatePlace? {
        let givenPlace = reading.place(feature)
        let givenID = reading.text(.id, feature)
        let name = reading.text(.name, feature) ?? ""
        let height = reading.number(.mastHeightMeters, feature, in: 1...400)
        let power = power(&reading, feature)
        let distance = reading.number(.distanceToRoadMeters, feature, in: 0...1e6)
        var nearVillage = reading.text(.nearVillageID, feature) ?? ""
        if !nearVillage.isEmpty, !villageIDs.contains(nearVillage) {
            reading.note(.warning, .villageUnknown, feature, .nearVillageID, value: nearVillage, .fieldIgnored)
            nearVillage = ""
        }
        // A stated cost that cannot be read must not turn into a computed one unseen: the row is left out.
        let before = reading.diagnostics.count
        let cost = reading.money(.costVND, feature)
        let isCostLost = cost == nil && reading.rawText(.costVND, feature) != nil
        if isCostLost {
            for position in before..<reading.diagnostics.count { reading.diagnostics[position].consequence = .rowDropped }
        }
        guard let id = givenID else {
            reading.note(.error, .idMissing, feature, .id, .rowDropped)
            return nil
        }
        guard let place = givenPlace, !isCostLost else { return nil }
        guard ids.insert(id) else {
            reading.note(.error, .idDuplicate, feature, .id, value: id, .rowDropped)
            return nil
        }
        return CandidatePlace(
            id: id, name: name, place: place, mastHeightMeters: height, power: power, statedCostVND: cost, nearVillageID: nearVillage,
            distanceToRoadMeters: distance, isSynthetic: reading.flag(.synthetic, feature))
    }

    private static func power(_ reading: inout TableReading, _ feature: Feature) -> PowerSource? {
        guard let raw = reading.rawText(.power, feature) else { return nil }
        switch Electricity(label: raw) {
        case .grid: return .grid
        case Electricity.none?: return .solar
        case .unknown: return nil
        case nil:
            reading.note(.warning, .electricityUnknown, feature, .power, value: raw, .fieldIgnored)
            return nil
        }
    }
}
