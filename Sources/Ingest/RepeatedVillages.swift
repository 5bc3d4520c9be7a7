import GeoFiles
import Geodesy
import Planning

/// Finds villages that stand twice in one table.
struct RepeatedVillages {
    /// Two villages of one name and commune nearer than this are the same, metres: the width of the smallest hamlets.
    static let nearMeters = 100.0

    private struct Key: Hashable {
        var commune: String
        var name: String
    }

    private var seen: [Key: [(row: Int, village: Village)]] = [:]

    /// Whether a village is to be kept. A copy (same place, no id of its own) goes; one with another id or a little apart is told and stays.
    /// The same id again is another defect, told elsewhere.
    mutating func isNew(_ village: inout Village, _ reading: inout TableReading, _ feature: Feature) -> Bool {
        let commune = village.communeCode.isEmpty ? village.communeName : village.communeCode
        let name = PlaceNameKey(village.name)
        // Numbered villages are told apart by their units.
        let key = Key(commune: commune, name: name.isNumbered ? name.key : name.markedCore)
        defer { seen[key, default: []].append((feature.row, village)) }
        guard !village.isCoordinateRounded || !village.id.isEmpty,
            let twin = seen[key]?.first(where: { isTwin($0.village, village) })
        else { return true }
        let isCopy = twin.village.centre == village.centre && village.id.isEmpty && PlaceNameKey(twin.village.name) == name
        reading.note(
            .warning, .villageRepeated, feature, .name, value: "\(village.name): row \(twin.row)", isCopy ? .rowDropped : .kept)
        return !isCopy
    }

    private func isTwin(_ first: Village, _ second: Village) -> Bool {
        (first.id.isEmpty || first.id != second.id) && Geodesic.distanceMeters(first.centre, second.centre) < Self.nearMeters
    }
}
