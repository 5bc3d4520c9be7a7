import Coverage
import Ingest
import Planning

/// Reads what a project says of urgency and of who pays: `priority: {household: 1, school: 40}`, `funding: {fund: [especially_difficult, border]}`.
enum PriorityReading {
    private static let weighed = VillageTrait.allCases.filter { $0 != .inhabited }

    /// The standard weights, with those that the project states in their place.
    static func weights(_ root: SettingsMapping) -> PriorityWeights {
        var weights = PriorityWeights.standard
        guard let mapping = root.mapping("priority", keys: ["household"] + weighed.map(\.rawValue)) else { return weights }
        weights.household = mapping.number("household", in: 0...1_000_000) ?? weights.household
        for trait in weighed where mapping.has(trait.rawValue) {
            weights.traits[trait] = mapping.number(trait.rawValue, in: 0...1_000_000)
        }
        return weights
    }

    static func funding(_ root: SettingsMapping) -> FundingRule {
        guard let mapping = root.mapping("funding", keys: ["fund"]) else { return .standard }
        let traits = (mapping.strings("fund") ?? []).compactMap { word -> VillageTrait? in
            let trait = weighed.first { $0.rawValue == word }
            if trait == nil { mapping.invalid("fund", "`\(word)` is not one of \(weighed.map(\.rawValue).joined(separator: ", "))") }
            return trait
        }
        return FundingRule(fundPaysFor: Set(traits).sorted())
    }
}
