import Coverage
import Ingest
import Planning

/// Leaves of lists what speaks of one area.
struct TrackArea {
    private let key: String
    private let crosswalk: ListCrosswalk?

    init(_ area: String, crosswalk: ListCrosswalk?) {
        key = ListCrosswalk.key(area)
        self.crosswalk = crosswalk
    }

    /// The list without rows of other provinces, and without official numbers of another area.
    func restricted(_ tracked: TrackedList) -> TrackedList {
        guard !key.isEmpty else { return tracked }
        var tracked = tracked
        let isOfArea = ListCrosswalk.key(tracked.list.area) == key
        if !isOfArea {
            tracked.list.counts = [:]
            tracked.list.alsoStated = [:]
        }
        tracked.villages?.villages.removeAll { !holds($0, listIsOfArea: isOfArea) }
        return tracked
    }

    private func holds(_ village: ListedVillage, listIsOfArea: Bool) -> Bool {
        let provinces =
            [village.provinceName] + village.communes2025.compactMap { crosswalk?.province(ofCommune: $0) }
        let known = provinces.filter { !$0.isEmpty }
        return known.isEmpty ? listIsOfArea : known.contains { ListCrosswalk.key($0) == key }
    }
}
