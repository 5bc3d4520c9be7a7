import Coverage
import Planning
import Siting

/// A least share of households that must live in covered villages, group by group, once the plan is built.
public struct MinimumShare: Hashable, Sendable {
    /// What villages are grouped by.
    public enum Grouping: Hashable, Sendable {
        /// Every commune is a group of its own.
        case commune
        /// All villages of which the trait is stated are one group.
        case trait(VillageTrait)

        /// The word in project files.
        public var word: String {
            switch self {
            case .commune: "commune"
            case .trait(let trait): trait.rawValue
            }
        }

        /// Every way of grouping: by commune, then by each trait in its order.
        public static let all: [Grouping] = [.commune] + VillageTrait.allCases.map(Grouping.trait)
    }

    /// What the share holds for, group by group.
    public var grouping: Grouping
    /// In hundredths of a percent, 0…10,000.
    public var basisPoints: Int

    /// Describes a share.
    public init(grouping: Grouping, basisPoints: Int) {
        self.grouping = grouping
        self.basisPoints = basisPoints
    }

    /// One group with what it has.
    public struct Group: Hashable, Sendable {
        /// `commune 00700`, or the trait.
        public var id: String
        /// For people: the commune's name, or the trait.
        public var name: String
        /// Positions in `World.villages` of its dead zones, ascending.
        public var deadZones: [Int]
        /// Households in all its villages that are graded, those of unknown grade left out.
        public var households: Int64
        /// Of them, in villages that are covered already.
        public var covered: Int64
        /// The least that must be covered in the end.
        public var minimum: Int64
    }

    /// The groups of a gap analysis, by id; those that have enough already are among them.
    public func groups(_ world: World, _ report: GapReport) -> [Group] {
        var groups: [String: Group] = [:]
        for verdict in report.verdicts where verdict.grade != .unknown {
            let village = world.villages[verdict.village]
            let (id, name): (String, String)
            switch grouping {
            case .commune:
                guard !village.communeCode.isEmpty || !village.communeName.isEmpty else { continue }
                name = village.communeName.isEmpty ? village.communeCode : village.communeName
                id = "commune \(village.communeCode.isEmpty ? village.provinceName + "/" + name : village.communeCode)"
            case .trait(let trait):
                guard village.traits[trait] == true else { continue }
                (id, name) = (trait.rawValue, trait.rawValue)
            }
            var group = groups[id] ?? Group(id: id, name: name, deadZones: [], households: 0, covered: 0, minimum: 0)
            group.households += village.targetWeight
            if verdict.grade.isDeadZone { group.deadZones.append(verdict.village) } else { group.covered += village.targetWeight }
            groups[id] = group
        }
        return groups.values.sorted { $0.id < $1.id }.map { group in
            var group = group
            let (whole, rest) = (group.households / 10_000, group.households % 10_000)
            group.minimum = whole * Int64(basisPoints) + (rest * Int64(basisPoints) + 9_999) / 10_000
            group.deadZones.sort()
            return group
        }
    }
}
