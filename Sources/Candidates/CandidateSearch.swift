import Geodesy
import Geometry
import Planning
import Terrain

/// The places where a project may build, and those that were looked at and left out.
public struct FoundCandidates: Hashable, Sendable {
    /// Why a place is left out.
    public enum Rejection: String, CaseIterable, Hashable, Sendable, Codable {
        /// It lies in a forbidden area.
        case forbidden
        /// The ground is steeper than the limit.
        case tooSteep = "too-steep"
        /// No road is as near as the limit.
        case tooFarFromRoad = "too-far-from-road"
        /// A better place is nearer than the spacing.
        case tooClose = "too-close"
    }

    /// A place that is left out.
    public struct Rejected: Hashable, Sendable {
        /// The place as it was found.
        public var place: CandidatePlace
        /// The first reason that was met, in the order of the cases.
        public var reason: Rejection
    }

    /// Where masts may stand, in the order of the search; their ids are unique.
    public var places: [CandidatePlace]
    /// The places left out, in the order of the search.
    public var rejected: [Rejected]

    /// Describes what a search found.
    public init(places: [CandidatePlace], rejected: [Rejected] = []) {
        self.places = places
        self.rejected = rejected
    }
}

/// Gathers the places of a project: those of the planner's table, dead villages, high ground around them, and masts that stand already.
public struct CandidateSearch: Sendable {
    private let world: World
    private let settings: PlanSettings
    private let hasTable: Bool
    private let terrain: TerrainGrid?

    /// - Parameters:
    ///   - hasTable: whether the project has a candidate table: then nothing else is generated unless it asks for it.
    ///   - terrain: nil where there is none: then there are no high spots and no slopes.
    public init(_ world: World, settings: PlanSettings, hasTable: Bool, terrain: TerrainGrid?) {
        self.world = world
        self.settings = settings
        self.hasTable = hasTable
        self.terrain = terrain
    }

    /// Finds the places, in an order that depends on the inputs alone: table, villages, high spots, existing masts.
    ///
    /// - Parameter deadZones: positions in `World.villages`, ascending.
    /// - Throws: `GeometryError` when the forbidden areas cannot be indexed.
    /// - Complexity: O(dead zones × (posts within reach + spots × dead zones in reach × samples)).
    public func find(deadZones: [Int]) throws -> FoundCandidates {
        let generates = settings.candidates ?? CandidateSettings(sources: hasTable ? [] : [.villages], spacingMeters: 0)
        var found: [CandidatePlace] = hasTable ? world.candidates : []
        let given = found.count
        if generates.sources.contains(.villages) {
            found += CandidateGeneration(roadWithinMeters: settings.roadWithinMeters).places(world, deadZones: deadZones)
        }
        let roads = world.roads.isEmpty ? nil : LineIndex(world.roads)
        if generates.sources.contains(.highSpots), let terrain {
            found += highSpots(generates, terrain, deadZones, roads)
        }

        let forbidden = world.forbidden.isEmpty ? nil : try AreaIndex(world.forbidden)
        let slopes = generates.maximumSlopeDegrees.flatMap { limit in terrain.map { (HighSpots($0), limit) } }
        var result = FoundCandidates(places: [])
        for (number, place) in found.enumerated() {
            var reason: FoundCandidates.Rejection?
            if let forbidden, !forbidden.areas(containing: place.place).isEmpty {
                reason = .forbidden
            } else if let (spots, limit) = slopes, spots.slopeDegrees(at: place.place) > limit {
                reason = .tooSteep
            } else if let limit = generates.maximumRoadMeters,
                roads?.nearestPlace(to: place.place, withinMeters: limit) == nil, place.distanceToRoadMeters.map({ $0 > limit }) ?? true
            {
                reason = .tooFarFromRoad
            } else if number >= given, generates.spacingMeters > 0,
                result.places.contains(where: { Self.isNear($0.place, place.place, generates.spacingMeters) })
            {
                reason = .tooClose
            }
            if let reason { result.rejected.append(.init(place: place, reason: reason)) } else { result.places.append(place) }
        }
        if generates.sources.contains(.existingSites) { result.places += existingSites(generates, deadZones) }
        result.places = Self.withUniqueIDs(result.places)
        return result
    }

    /// Whether two places are nearer than so many metres; most pairs are told apart by their latitudes.
    private static func isNear(_ place: Coordinate, _ other: Coordinate, _ meters: Double) -> Bool {
        abs(place.latitude - other.latitude) * 110_000 < meters && Geodesic.distanceMeters(place, other) < meters
    }

    /// Masts on air within reach of a dead zone, in the order of the site table.
    private func existingSites(_ generates: CandidateSettings, _ deadZones: [Int]) -> [CandidatePlace] {
        let index = PointIndex(deadZones.map { world.villages[$0].centre })
        return world.sites.indices.compactMap { position in
            let site = world.sites[position]
            guard site.status == .active, site.evidence == .declared, let near = index.nearest(to: site.place),
                near.distanceMeters <= generates.existingSiteWithinMeters
            else { return nil }
            var place = CandidatePlace(
                id: "at-\(site.id)", name: site.id, place: site.place, power: .grid,
                nearVillageID: world.villages[deadZones[near.index]].id,
                isSynthetic: site.isSynthetic)
            place.existingSite = position
            return place
        }
    }

    /// How many spots of a village are judged by sight, the most outstanding ones. Ours.
    private static let spotsJudged = 40
    /// How far a spot is asked to see, metres. Ours: beyond, a village without line of sight decides nothing.
    private static let sightMeters = 8000.0

    /// For every dead zone the spots that see it, those that see most households of dead zones first, then the nearest to a road; each spot once, in the
    /// order of the villages.
    private func highSpots(
        _ generates: CandidateSettings, _ terrain: TerrainGrid, _ deadZones: [Int], _ roads: LineIndex?
    ) -> [CandidatePlace] {
        let (spots, sight) = (HighSpots(terrain), SightLine(terrain: terrain))
        let index = PointIndex(deadZones.map { world.villages[$0].centre })
        let mast = settings.heightsMeters.last ?? settings.mastHeightMeters
        var seenWeight: [Coordinate: Int64] = [:]
        func sees(_ spot: HighSpots.Spot, _ village: Int) -> Bool {
            sight.isClear(from: spot.place, heightMeters: mast, to: world.villages[village].centre, otherHeightMeters: 1.5)
        }
        func weight(_ spot: HighSpots.Spot) -> Int64 {
            if let known = seenWeight[spot.place] { return known }
            let seen = index.within(radiusMeters: Self.sightMeters, of: spot.place).map { deadZones[$0.index] }.filter { sees(spot, $0) }
            let weight = seen.reduce(Int64(0)) { $0 + world.villages[$1].targetWeight }
            seenWeight[spot.place] = weight
            return weight
        }
        var taken: Set<Coordinate> = []
        var places: [CandidatePlace] = []
        for position in deadZones {
            let village = world.villages[position]
            let near = spots.around(village.centre, withinMeters: generates.highSpotWithinMeters).prefix(Self.spotsJudged)
            let judged = near.filter { sees($0, position) }.map { spot in
                let road = roads?.nearestPlace(to: spot.place, withinMeters: 20_000)?.distanceMeters
                return (spot: spot, weight: weight(spot), road: road, meters: Geodesic.distanceMeters(village.centre, spot.place))
            }
            let order = judged.sorted {
                ($1.weight, $0.road ?? .infinity, $0.meters) < ($0.weight, $1.road ?? .infinity, $1.meters)
            }
            for (number, best) in order.prefix(generates.highSpotsPerVillage).enumerated() where taken.insert(best.spot.place).inserted {
                places.append(
                    CandidatePlace(
                        id: "h-\(village.id)-\(number + 1)", name: village.name, place: best.spot.place, nearVillageID: village.id,
                        distanceToRoadMeters: best.road, isSynthetic: village.isSynthetic))
            }
        }
        return places
    }

    /// A site and a village may have names that lead to one id.
    private static func withUniqueIDs(_ places: [CandidatePlace]) -> [CandidatePlace] {
        var taken: Set<String> = []
        return places.map { place in
            var place = place
            let base = place.id
            var number = 2
            while !taken.insert(place.id).inserted {
                place.id = "\(base)-\(number)"
                number += 1
            }
            return place
        }
    }
}
