import Geodesy
import Geometry
import Planning

/// Makes places for new masts when the planner gives none: every dead village's own place, moved to the nearest road within reach.
///
/// A mast beside the road is built and powered far more cheaply than one on a footpath; a village without any road nearby keeps its own
/// centre as the candidate, marked by the missing road distance.
public struct CandidateGeneration: Sendable {
    /// How far a place may move from its village to stand beside a road, metres.
    public var roadWithinMeters: Double

    /// Describes how places are made.
    public init(roadWithinMeters: Double) { self.roadWithinMeters = roadWithinMeters }

    /// One place per dead village (positions in `World.villages`, ascending), in that order; villages that share a road point share the place.
    public func places(_ world: World, deadZones: [Int]) -> [CandidatePlace] {
        let roads = world.roads.isEmpty ? nil : LineIndex(world.roads)
        var places: [CandidatePlace] = []
        var taken: Set<Coordinate> = []
        for position in deadZones {
            let village = world.villages[position]
            let nearest = roads?.nearestPlace(to: village.centre, withinMeters: roadWithinMeters)
            let place = nearest?.place ?? village.centre
            guard taken.insert(place).inserted else { continue }
            places.append(
                CandidatePlace(
                    id: "c-\(village.id)", name: village.name, place: place,
                    power: village.electricity == .none ? .solar : .grid, nearVillageID: village.id,
                    distanceToRoadMeters: nearest == nil ? nil : 0, isSynthetic: village.isSynthetic))
        }
        return places
    }
}
