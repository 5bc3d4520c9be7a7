import Candidates
import Planning
import Radio
import Siting

extension BackhaulNetwork {
    /// The network among the candidates of a project; nil where the project asks for no chains.
    init?(_ candidates: [(place: CandidatePlace, mastHeightMeters: Double)], _ loaded: LoadedProject) {
        guard let settings = loaded.project.plan.backhaul else { return nil }
        self.init(
            candidates.map { Node(place: $0.place.place, mastHeightMeters: $0.mastHeightMeters, isJoined: $0.place.statedCostVND != nil) },
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
    private let options: [SiteOption]
    private let world: World

    init(_ network: BackhaulNetwork, _ solution: SitingSolution, _ options: [SiteOption], _ world: World) {
        linkOf = Dictionary(solution.links.map { (network.links[$0].from, network.links[$0]) }, uniquingKeysWith: { first, _ in first })
        self.options = options
        self.world = world
    }

    /// - Parameter option: a chosen option; nil for one whose cost holds its connection.
    func of(_ option: Int) -> Chain? {
        guard let link = linkOf[option] else { return nil }
        var ids: [String] = []
        var here: BackhaulLink? = link
        while let step = here, ids.count <= linkOf.count {
            switch step.parent {
            case .candidate(let next):
                ids.append(options[next].place.id)
                here = linkOf[next]
            case .site(let site):
                ids.append(world.sites[site].id)
                here = nil
            case .satellite: here = nil
            }
        }
        func tenth(_ number: Double) -> Double { (number * 10).rounded() / 10 }
        let hop = link.hop.map { hop in
            (
                hop: PlanDocument.Hop(
                    verdict: hop.verdict, bandGHz: hop.band?.frequencyGHz, rainMarginDB: hop.rainMarginDB.map(tenth),
                    clearParent: ids.first, clearParentKm: (hop.distanceKm * 1000).rounded() / 1000,
                    clearParentBandGHz: hop.band?.frequencyGHz),
                roomMeters: hop.roomMeters.map(tenth)
            )
        }
        return Chain(kind: link.kind, ids: ids, kilometres: link.kilometres, costVND: link.costVND, hop: hop)
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
