import Candidates
import Planning
import Radio
import Siting

extension BackhaulNetwork {
    /// The network among the candidates of a project; nil where the project asks for no chains.
    ///
    /// A hop is judged from the lowest mast that may be built at a place: it is clear then from the higher ones too, whichever the plan chooses.
    init?(_ places: [CandidatePlace], _ loaded: LoadedProject) {
        let plan = loaded.project.plan
        guard let settings = plan.backhaul else { return nil }
        self.init(
            places.map { place in
                Node(
                    place: place.place,
                    mastHeightMeters: place.mastHeightMeters ?? (place.statedCostVND == nil ? plan.heightsMeters.first : nil)
                        ?? plan.mastHeightMeters,
                    isJoined: place.statedCostVND != nil || place.existingSite != nil)
            },
            loaded.read.world, settings: settings, costPerKilometreVND: loaded.project.plan.costs.transmissionVNDPerKilometre,
            terrain: loaded.environment?.terrain)
    }
}

/// The links of a plan, followed to the network.
struct Chains {
    /// How one proposed site is joined.
    struct Chain {
        var kind: BackhaulKind
        /// From the parent on, up to an existing site; empty for a satellite terminal.
        var ids: [String]
        var kilometres: Double?
        var costVND: Int64
        /// The hop to the parent with its room; nil unless it is microwave.
        var hop: (hop: PlanDocument.Hop, roomMeters: Double?)?
    }

    private let linkOf: [Int: BackhaulLink]
    private let places: [CandidatePlace]
    private let world: World
    /// Heights of the masts that the plan builds, by place.
    private let heights: [Int: Double]
    private let hops: HopFinder?

    /// - Parameter hops: judges hops between the masts as they are built; nil without ground.
    init(
        _ network: BackhaulNetwork, _ solution: SitingSolution, _ options: [SiteOption], _ places: [CandidatePlace], _ world: World,
        hops: HopFinder?
    ) {
        heights = Dictionary(
            solution.chosen.map { (options[$0].design.placeNumber, options[$0].mastHeightMeters) }, uniquingKeysWith: { first, _ in first })
        self.hops = hops
        linkOf = Dictionary(solution.links.map { (network.links[$0].from, network.links[$0]) }, uniquingKeysWith: { first, _ in first })
        self.places = places
        self.world = world
    }

    /// - Parameter option: a chosen option; nil for one whose cost holds its connection.
    func of(_ option: SiteOption) -> Chain? {
        guard let link = linkOf[option.design.placeNumber] else { return nil }
        var ids: [String] = []
        var here: BackhaulLink? = link
        while let step = here, ids.count <= linkOf.count {
            switch step.parent {
            case .candidate(let next):
                ids.append(places[next].id)
                here = linkOf[next]
            case .site(let site):
                ids.append(world.sites[site].id)
                here = nil
            case .satellite: here = nil
            }
        }
        func tenth(_ number: Double) -> Double { (number * 10).rounded() / 10 }
        let hop = link.hop.map { judged in
            let hop = asBuilt(link, option) ?? judged
            return (
                hop: PlanDocument.Hop(
                    verdict: hop.verdict, bandGHz: hop.band?.frequencyGHz, rainMarginDB: hop.rainMarginDB.map(tenth),
                    clearParent: ids.first, clearParentKm: (hop.distanceKm * 1000).rounded() / 1000,
                    clearParentBandGHz: hop.band?.frequencyGHz),
                roomMeters: hop.roomMeters.map(tenth)
            )
        }
        return Chain(kind: link.kind, ids: ids, kilometres: link.kilometres, costVND: link.costVND, hop: hop)
    }

    /// The hop of a link between the masts of the plan, which may be higher than those it was judged by.
    private func asBuilt(_ link: BackhaulLink, _ option: SiteOption) -> MicrowaveHop? {
        let (place, height) = (option.place.place, option.mastHeightMeters)
        switch link.parent {
        case .satellite: return nil
        case .site(let site): return hops?.hop(from: place, mastHeightMeters: height, to: site)
        case .candidate(let parent):
            return heights[parent].flatMap {
                hops?.hop(from: place, mastHeightMeters: height, to: places[parent].place, otherMastHeightMeters: $0)
            }
        }
    }
}

extension CostParts {
    /// The same with the cost of a link.
    func joined(by costVND: Int64) -> CostParts {
        var parts = self
        parts.transmissionVND += costVND
        return parts
    }
}
