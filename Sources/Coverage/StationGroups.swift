import Geodesy
import Geometry
import Planning

/// Stations by the place where they stand: operators share masts, and one look at the ground serves all of them.
struct StationGroups: Sendable {
    struct Group: Sendable {
        let place: Coordinate
        var stations: [Station]
        let isGroundKnown: Bool
        var rangeMeters: Double
    }

    let groups: [Group]
    private let index: PointIndex
    private let rangeMeters: Double

    init(_ stations: [Station], isGroundKnown: (Coordinate) -> Bool) {
        var positions: [Coordinate: Int] = [:]
        var groups: [Group] = []
        for station in stations {
            if let known = positions[station.place] {
                groups[known].stations.append(station)
                groups[known].rangeMeters = max(groups[known].rangeMeters, station.rangeMeters)
            } else {
                positions[station.place] = groups.count
                groups.append(
                    Group(
                        place: station.place, stations: [station], isGroundKnown: isGroundKnown(station.place),
                        rangeMeters: station.rangeMeters))
            }
        }
        self.groups = groups
        index = PointIndex(groups.map(\.place))
        rangeMeters = groups.map(\.rangeMeters).max() ?? 0
    }

    /// The groups in range of a place, or of any other place within a distance of it, nearest first.
    func near(_ place: Coordinate, aroundMeters: Double = 0) -> [PointIndex.Neighbor] {
        groups.isEmpty ? [] : index.within(radiusMeters: rangeMeters + aroundMeters, of: place)
    }
}
