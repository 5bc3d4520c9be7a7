/// Which villages a rule is about. What is not known of a village never shuts it out: it counts, and is noted.
public struct Eligibility: Hashable, Sendable, Codable {
    /// Villages known to have nobody living there are left out.
    public var mustBeInhabited: Bool
    /// Villages known to be without grid electricity are left out.
    public var mustBeElectrified: Bool
    /// A village needs at least one of these; empty = any village.
    public var anyOf: [VillageTrait]
    /// Villages known to have fewer households are left out.
    public var minimumHouseholds: Int

    /// Every village.
    public static let all = Eligibility()

    /// Describes who is meant; without arguments every village.
    public init(mustBeInhabited: Bool = false, mustBeElectrified: Bool = false, anyOf: [VillageTrait] = [], minimumHouseholds: Int = 0) {
        self.mustBeInhabited = mustBeInhabited
        self.mustBeElectrified = mustBeElectrified
        self.anyOf = anyOf
        self.minimumHouseholds = minimumHouseholds
    }

    /// What a rule says of one village.
    public enum Answer: Hashable, Sendable {
        /// Nothing shuts it out. People are taken to live there where nobody says.
        case eligible
        /// It counts for want of data that could shut it out.
        case eligibleUntilKnown
        /// Something known of it shuts it out.
        case ineligible
    }

    /// Judges one village.
    public func judge(_ village: Village) -> Answer {
        var isDoubtful = false
        func shutOut(_ condition: Bool?) -> Bool {
            if condition == nil { isDoubtful = true }
            return condition ?? false
        }
        if mustBeInhabited, shutOut(village.traits[.inhabited].map { !$0 } ?? false) { return .ineligible }
        if mustBeElectrified, shutOut(village.electricity == .unknown ? nil : village.electricity == .none) { return .ineligible }
        if minimumHouseholds > 0, shutOut(village.households.map { $0 < minimumHouseholds }) { return .ineligible }
        if !anyOf.isEmpty, !anyOf.contains(where: { village.traits[$0] == true }) {
            if shutOut(anyOf.contains { village.traits[$0] == nil } ? nil : true) { return .ineligible }
        }
        return isDoubtful ? .eligibleUntilKnown : .eligible
    }
}
