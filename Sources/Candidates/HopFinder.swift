import Coverage
import Geodesy
import Geometry
import Planning
import Radio
import Terrain

/// Looks for the microwave hop that would join a new mast to the network.
public struct HopFinder: Sendable {
    /// A hop to an existing site.
    public struct Found: Hashable, Sendable {
        /// Position in `World.sites`.
        public var site: Int
        /// The hop to it.
        public var hop: MicrowaveHop

        /// Describes a hop.
        public init(site: Int, hop: MicrowaveHop) {
            self.site = site
            self.hop = hop
        }
    }

    /// Sites looked at for a clear hop, nearest first. Ours: beyond the dozenth another site is hardly nearer to clear ground, and each costs a profile.
    public static let sitesTried = 24

    private let world: World
    private let terrain: TerrainGrid
    private let budget: HopBudget
    private let sites: [Int]
    private let index: PointIndex

    /// - Returns: nil where there is no ground to judge hops by.
    ///
    /// - Parameter sites: positions in `World.sites` that a hop may lead to; nil = every declared site on air.
    public init?(_ world: World, terrain: TerrainGrid?, budget: HopBudget = HopBudget(), sites chosen: [Int]? = nil) {
        guard let terrain else { return nil }
        self.world = world
        self.terrain = terrain
        self.budget = budget
        sites = chosen ?? world.sites.indices.filter { world.sites[$0].status == .active && world.sites[$0].evidence == .declared }
        index = PointIndex(sites.map { world.sites[$0].place })
    }

    /// The hop from a mast to an existing site, whatever its verdict. O(samples of the path).
    public func hop(from place: Coordinate, mastHeightMeters: Double, to site: Int) -> MicrowaveHop {
        hop(
            from: place, mastHeightMeters: mastHeightMeters, to: world.sites[site].place,
            otherMastHeightMeters: world.sites[site].mastHeightMeters ?? Station.defaultMastHeightMeters)
    }

    /// The hop from a mast to another one, whatever its verdict. O(samples of the path).
    public func hop(from place: Coordinate, mastHeightMeters: Double, to other: Coordinate, otherMastHeightMeters: Double) -> MicrowaveHop {
        var profile = TerrainProfile()
        terrain.sample(from: place, to: other, spacingMeters: terrain.sampleSpacingMeters, into: &profile)
        return MicrowaveHop(profile, fromHeightMeters: mastHeightMeters, toHeightMeters: otherMastHeightMeters, budget: budget)
    }

    /// The nearest site to which a hop is clear, among the nearest ``sitesTried`` places; nil when there is none.
    public func nearestClear(from place: Coordinate, mastHeightMeters: Double) -> Found? {
        let longest = (MicrowaveBand.allCases.map(\.longestKm).max() ?? 0) * 1000
        var tried: Set<Coordinate> = []
        for near in index.within(radiusMeters: longest, of: place) {
            let site = sites[near.index]
            guard tried.insert(world.sites[site].place).inserted else { continue }
            if tried.count > Self.sitesTried { return nil }
            let hop = hop(from: place, mastHeightMeters: mastHeightMeters, to: site)
            if hop.verdict == .clear { return Found(site: site, hop: hop) }
        }
        return nil
    }
}
