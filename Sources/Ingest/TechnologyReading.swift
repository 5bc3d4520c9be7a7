import GeoFiles
import Planning

extension TableReading {
    /// The technologies of a row, ascending; empty after noting why.
    mutating func technologies(_ feature: Feature) -> [Technology] {
        let words = list(.technology, feature)
        guard !words.isEmpty else {
            note(.error, .technologyMissing, feature, .technology, .rowDropped)
            return []
        }
        let found = Set(words.compactMap { Technology(label: $0) })
        for word in words where Technology(label: word) == nil {
            note(.error, .technologyUnknown, feature, .technology, value: word, found.isEmpty ? .rowDropped : .fieldIgnored)
        }
        return found.sorted()
    }
}
