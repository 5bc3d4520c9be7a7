import GeoFiles
import Planning

extension TableReading {
    /// What a row states about its village or commune; a cell that says neither yes nor no is told and ignored.
    mutating func traits(_ feature: Feature) -> [VillageTrait: Bool] {
        var traits: [VillageTrait: Bool] = [:]
        for trait in VillageTrait.allCases {
            let column = Column.trait(trait)
            guard let raw = rawText(column, feature) else { continue }
            guard let stated = VillageTrait.isStated(raw) else {
                note(.warning, .traitUnknown, feature, column, value: raw, .fieldIgnored)
                continue
            }
            traits[trait] = stated
        }
        return traits
    }
}
