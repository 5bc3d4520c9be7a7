import Geodesy
import Planning
import Radio

extension RadioClimate {
    /// North of this the mountains' numbers are taken, degrees: our own line, along the foot of the northern mountains.
    public static let mountainsSouthernLatitude = 20.5

    /// The usual air of Viet Nam at a latitude, for projects that state none.
    public static func usual(atLatitude latitude: Double) -> RadioClimate {
        latitude >= mountainsSouthernLatitude ? .northernMountains : .lowlands
    }

    /// The usual air at the middle latitude of a world's area, else of its villages and sites; of the lowlands when there are none.
    public static func usual(in world: World) -> RadioClimate {
        let corners = world.area.flatMap(\.polygons).flatMap(\.exterior)
        guard let box = BoundingBox(corners) ?? BoundingBox(world.villages.map(\.centre) + world.sites.map(\.place)) else {
            return .lowlands
        }
        return usual(atLatitude: (box.south + box.north) / 2)
    }
}
