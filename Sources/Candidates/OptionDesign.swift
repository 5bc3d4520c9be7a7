import Coverage
import Planning

/// What may be built at one place, before anybody looks at what it would cover or cost.
public struct OptionDesign: Hashable, Sendable {
    /// What is done at the place.
    public enum Work: String, Hashable, Sendable, Codable {
        /// A mast on open ground.
        case newMast = "new-mast"
        /// The plan's technologies and bands on a mast of the same operator.
        case upgrade
        /// The same with a higher mast in the place of the old one.
        case raisedMast = "raised-mast"
        /// Equipment on a mast that another operator shares.
        case sharedMast = "shared-mast"
    }

    /// Position among the places.
    public var placeNumber: Int
    /// Where it is built.
    public var place: CandidatePlace
    /// What is done there.
    public var work: Work
    /// Height of the mast above the ground once it is done, metres.
    public var mastHeightMeters: Double
    /// Who builds; empty = not assigned.
    public var operators: [Operator]

    /// Makes a design.
    public init(placeNumber: Int, place: CandidatePlace, work: Work, mastHeightMeters: Double, operators: [Operator]) {
        self.placeNumber = placeNumber
        self.place = place
        self.work = work
        self.mastHeightMeters = mastHeightMeters
        self.operators = operators
    }

    /// The word in layers and documents, such as `new-mast-45m`.
    public var word: String { "\(work.rawValue)-\(Int(mastHeightMeters))m" }

    /// All designs of some places, place by place, lower masts first.
    ///
    /// - Parameter minimumOperators: of the rule; a site of more operators at once is of no use.
    /// - Complexity: O(places × heights × groups of operators).
    public static func all(_ places: [CandidatePlace], _ world: World, _ settings: PlanSettings, minimumOperators: Int) -> [OptionDesign] {
        places.enumerated().flatMap { number, place in
            guard let position = place.existingSite else {
                let heights = place.mastHeightMeters.map { [$0] } ?? settings.heightsMeters
                // A cost of the planner's own is that of one mast.
                let builds = place.statedCostVND == nil ? heights : [place.mastHeightMeters ?? settings.mastHeightMeters]
                return builds.flatMap { height in
                    groups(settings, atMost: place.statedCostVND == nil ? minimumOperators : 1).map {
                        OptionDesign(placeNumber: number, place: place, work: .newMast, mastHeightMeters: height, operators: $0)
                    }
                }
            }
            return existing(number, place, world.sites[position], settings, minimumOperators)
        }
    }

    /// Groups of operators that may build together, smaller ones first.
    private static func groups(_ settings: PlanSettings, atMost limit: Int) -> [[Operator]] {
        guard !settings.operators.isEmpty else { return [settings.operator.map { [$0] } ?? []] }
        let all = settings.operators
        let subsets = (1..<(1 << all.count)).map { mask in all.indices.filter { mask & (1 << $0) != 0 }.map { all[$0] } }
        return subsets.filter { $0.count <= max(1, limit) }.enumerated()
            .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }.map(\.element)
    }

    private static func existing(
        _ number: Int, _ place: CandidatePlace, _ site: Site, _ settings: PlanSettings, _ minimumOperators: Int
    ) -> [OptionDesign] {
        let height = site.mastHeightMeters ?? Station.defaultMastHeightMeters
        func design(_ work: Work, _ meters: Double, _ operators: [Operator]) -> OptionDesign {
            OptionDesign(placeNumber: number, place: place, work: work, mastHeightMeters: meters, operators: operators)
        }
        var designs: [OptionDesign] = []
        let ownerBuilds =
            settings.operators.isEmpty ? settings.operator.map { $0 == site.operator } ?? true : settings.operators.contains(site.operator)
        if ownerBuilds {
            designs.append(design(.upgrade, height, [site.operator]))
            designs += settings.heightsMeters.filter { $0 > height }.map { design(.raisedMast, $0, [site.operator]) }
        }
        // Who does not share, or does not want to be seen, is not asked.
        if site.isShared, !site.isConfidential, settings.operator != nil || !settings.operators.isEmpty {
            designs += groups(settings, atMost: minimumOperators).filter { !$0.contains(site.operator) }.map {
                design(.sharedMast, height, $0)
            }
        }
        return designs
    }

    /// Names for the optimiser, each once: the place's id, followed by what is built and by whom where a place has more than one design.
    public static func ids(_ designs: [OptionDesign]) -> [String] {
        let counts = Dictionary(designs.map { ($0.placeNumber, 1) }, uniquingKeysWith: +)
        return designs.map { design in
            guard counts[design.placeNumber] ?? 0 > 1 else { return design.place.id }
            return ([design.place.id, design.word] + design.operators.map(\.id)).joined(separator: " ")
        }
    }
}
