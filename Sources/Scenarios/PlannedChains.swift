import Candidates
import Planning

/// The chains that a plan states, followed link by link over the network that the project allows. Knows nothing of the search.
struct PlannedChains {
    /// What the link of each site costs, by the network.
    private(set) var costVND: [String: Int64] = [:]
    /// Sites whose link is not allowed, or whose chain does not end at the network in time.
    private(set) var wrong: [String] = []

    init(_ plan: PlanDocument, _ places: [CandidatePlace], _ network: BackhaulNetwork, _ world: World) {
        let sites = Dictionary(plan.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var allowed: [String: [(parent: String?, link: BackhaulLink)]] = [:]
        for link in network.links {
            let parent: String? =
                switch link.parent {
                case .candidate(let other): places[other].id
                case .site(let site): world.sites[site].id
                case .satellite: nil
                }
            allowed[places[link.from].id, default: []].append((parent, link))
        }
        var standing = Set(world.sites.lazy.filter { $0.status == .active && $0.evidence == .declared }.map(\.id))
        let onFibre = Set(world.sites.lazy.filter { $0.hasFibre == true }.map(\.id))
        // Where the table tells fibre, a chain ends at fibre only.
        if world.sites.contains(where: { $0.hasFibre != nil && standing.contains($0.id) }) { standing.formIntersection(onFibre) }
        for site in plan.sites {
            guard let kind = site.link else {
                // Only what the planner priced as a whole, and a mast that stands, needs no link.
                let place = places.first { $0.id == site.id }
                if place?.statedCostVND == nil, place?.existingSite == nil { wrong.append(site.id) }
                continue
            }
            guard let link = allowed[site.id]?.first(where: { $0.parent == site.parent && $0.link.kind == kind })?.link,
                link.costVND == site.costParts.transmissionVND
            else {
                wrong.append(site.id)
                continue
            }
            costVND[site.id] = link.costVND
            var (here, hops, ids): (String?, Int, [String]) = (site.id, 0, [])
            while let id = here, let step = sites[id], hops <= network.maximumHops {
                hops += 1
                if let parent = step.parent { ids.append(parent) }
                here = step.parent.flatMap { standing.contains($0) ? nil : $0 }
            }
            if here != nil || hops > network.maximumHops || ids != site.chain { wrong.append(site.id) }
        }
    }
}
