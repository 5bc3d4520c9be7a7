import Planning

/// What makes a dead zone urgent, in points. The numbers are the project's own: no public text gives any, and the defaults are ours.
public struct PriorityWeights: Hashable, Sendable, Codable {
    /// For each household.
    public var household: Double
    /// For a village that is known to have the trait, once.
    public var traits: [VillageTrait: Double]

    /// Describes weights, in points. A trait that is not among them weighs nothing.
    public init(household: Double, traits: [VillageTrait: Double]) {
        self.household = household
        self.traits = traits
    }

    /// One point a household; a trait weighs as so many households. Ours.
    public static let standard = PriorityWeights(
        household: 1,
        traits: [.especiallyDifficult: 40, .ethnicMinority: 20, .border: 30, .island: 30, .remote: 10, .school: 40, .clinic: 40])
}

/// How urgent one dead zone is, part by part.
public struct Priority: Hashable, Sendable {
    /// Points for the households that lack signal.
    public var households: Double
    /// Points for each trait, in the order of `VillageTrait`; a school or clinic counts where the village centre lacks signal.
    public var traits: [(trait: VillageTrait, points: Double)]

    /// The sum of all parts.
    public var score: Double { households + traits.reduce(0) { $0 + $1.points } }

    /// - Parameter share: of the village that lacks signal, 0…1: 1 for an uncovered one.
    public init(_ village: Village, shareWithoutSignal share: Double, weights: PriorityWeights) {
        households = weights.household * Double(village.households ?? 0) * share
        traits = VillageTrait.allCases.compactMap { trait in
            guard village.traits[trait] == true, let weight = weights.traits[trait], weight != 0 else { return nil }
            return (trait, weight * share)
        }
    }

    /// Equal when every part is, in the same order.
    public static func == (left: Priority, right: Priority) -> Bool {
        left.households == right.households && left.traits.map(\.trait) == right.traits.map(\.trait)
            && left.traits.map(\.points) == right.traits.map(\.points)
    }

    /// Hashes the score alone, which equal priorities share.
    public func hash(into hasher: inout Hasher) { hasher.combine(score) }
}
