import Geodesy
import Geometry
import Planning
import Radio
import Siting
import Terrain

/// A link that could join a new site to its parent.
public struct BackhaulLink: Hashable, Sendable {
    /// The parent of a link.
    public enum Parent: Hashable, Sendable {
        /// Position among the candidates.
        case candidate(Int)
        /// Position in `World.sites`.
        case site(Int)
        /// No place on the ground.
        case satellite
    }

    /// Position of the new site among the candidates.
    public var from: Int
    /// Where the link leads.
    public var parent: Parent
    /// What is built.
    public var kind: BackhaulKind
    /// Straight-line length; nil for satellites.
    public var kilometres: Double?
    /// What building it costs, đồng, ≥ 0.
    public var costVND: Int64
    /// The hop of a microwave link.
    public var hop: MicrowaveHop?
}

/// The links among candidates and existing sites of which chains may be built.
///
/// Each candidate has its cheapest link to a site that stands, and those to other candidates that are cheaper than that one: no plan needs another
/// link. A candidate with a cost of its own (`cost_vnd`) is joined already, by whatever the planner had in mind.
public struct BackhaulNetwork: Sendable {
    /// A candidate as the network sees it.
    public struct Node: Hashable, Sendable {
        /// Where the mast would stand, WGS 84.
        public var place: Coordinate
        /// Height of the mast by which its hops are judged, metres above ground: the lowest that may be built there.
        public var mastHeightMeters: Double
        /// Its cost holds its connection.
        public var isJoined: Bool

        /// Describes a candidate.
        public init(place: Coordinate, mastHeightMeters: Double, isJoined: Bool) {
            self.place = place
            self.mastHeightMeters = mastHeightMeters
            self.isJoined = isJoined
        }
    }

    /// Candidates that are looked at as parents of another, nearest first. Ours: beyond, a chain gets longer and not cheaper.
    public static let neighboursTried = 12

    /// The candidates, in their order.
    public let nodes: [Node]
    /// The longest chain from a new site to the network, in links.
    public let maximumHops: Int
    /// By candidate, the link to a standing site first.
    public let links: [BackhaulLink]

    /// Finds the links.
    ///
    /// - Parameters:
    ///   - costPerKilometreVND: of fibre.
    ///   - terrain: nil where there is no ground to judge hops by: then there are no microwave links.
    /// - Complexity: O(candidates × (``HopFinder/sitesTried`` + ``neighboursTried``)) profiles at most.
    public init(_ nodes: [Node], _ world: World, settings: BackhaulSettings, costPerKilometreVND: Int64, terrain: TerrainGrid?) {
        self.nodes = nodes
        maximumHops = settings.maximumHops
        let standing = Self.roots(world)
        let hops =
            settings.kinds.contains(.microwave) ? HopFinder(world, terrain: terrain, budget: settings.hopBudget, sites: standing) : nil
        let siteIndex = PointIndex(standing.map { world.sites[$0].place })
        func fibre(_ meters: Double) -> Int64? {
            // Whole thousands: a straight line says nothing finer, and the optimiser's numbers stay exact.
            Int64(exactly: (Double(costPerKilometreVND) * meters / 1_000_000).rounded() * 1000)
        }

        var roots = [BackhaulLink?](repeating: nil, count: nodes.count)
        for (from, node) in nodes.enumerated() where !node.isJoined {
            var found: [BackhaulLink] = []
            if settings.kinds.contains(.fibre), let near = siteIndex.nearest(to: node.place), let cost = fibre(near.distanceMeters) {
                found.append(
                    BackhaulLink(
                        from: from, parent: .site(standing[near.index]), kind: .fibre, kilometres: near.distanceMeters / 1000, costVND: cost
                    ))
            }
            if let hop = hops?.nearestClear(from: node.place, mastHeightMeters: node.mastHeightMeters) {
                found.append(
                    BackhaulLink(
                        from: from, parent: .site(hop.site), kind: .microwave, kilometres: hop.hop.distanceKm,
                        costVND: settings.microwaveHopVND, hop: hop.hop))
            }
            if settings.kinds.contains(.satellite) {
                found.append(BackhaulLink(from: from, parent: .satellite, kind: .satellite, costVND: settings.satelliteVND))
            }
            roots[from] = found.min { ($0.costVND, $0.kind) < ($1.costVND, $1.kind) }
        }

        let open = nodes.indices.filter { !nodes[$0].isJoined }
        let index = PointIndex(open.map { nodes[$0].place })
        let longest = (MicrowaveBand.allCases.map(\.longestKm).max() ?? 0) * 1000
        var links: [BackhaulLink] = []
        for from in open {
            let root = roots[from]
            if let root { links.append(root) }
            let limit = root?.costVND ?? .max
            guard settings.maximumHops > 1 else { continue }
            for near in index.within(radiusMeters: longest, of: nodes[from].place).lazy.filter({ open[$0.index] != from })
                .prefix(Self.neighboursTried)
            {
                let to = open[near.index]
                var best: BackhaulLink?
                if settings.kinds.contains(.fibre), let cost = fibre(near.distanceMeters), cost < limit {
                    best = BackhaulLink(
                        from: from, parent: .candidate(to), kind: .fibre, kilometres: near.distanceMeters / 1000, costVND: cost)
                }
                if let hops, settings.microwaveHopVND < min(limit, best?.costVND ?? .max) {
                    let hop = hops.hop(
                        from: nodes[from].place, mastHeightMeters: nodes[from].mastHeightMeters, to: nodes[to].place,
                        otherMastHeightMeters: nodes[to].mastHeightMeters)
                    if hop.verdict == .clear {
                        best = BackhaulLink(
                            from: from, parent: .candidate(to), kind: .microwave, kilometres: hop.distanceKm,
                            costVND: settings.microwaveHopVND, hop: hop)
                    }
                }
                if let best { links.append(best) }
            }
        }
        self.links = links
    }

    /// Where chains may end: declared sites on air, and of those only the ones stated to be on fibre where the table states it of any.
    public static func roots(_ world: World) -> [Int] {
        let standing = world.sites.indices.filter { world.sites[$0].status == .active && world.sites[$0].evidence == .declared }
        let stated = standing.contains { world.sites[$0].hasFibre != nil }
        return stated ? standing.filter { world.sites[$0].hasFibre == true } : standing
    }

    /// The same in the optimiser's words: nodes are the candidates' positions.
    public var siting: SitingNetwork {
        SitingNetwork(
            nodes: nodes.count,
            links: links.map { link in
                let to: Int? = if case .candidate(let other) = link.parent { other } else { nil }
                return SitingNetwork.Link(from: link.from, to: to, costVND: link.costVND)
            }, maximumHops: maximumHops)
    }
}
