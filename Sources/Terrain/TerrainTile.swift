import Geodesy

/// A one-degree tile by the name under which SRTM and its heirs are handed out, as in `N21E105`.
public struct TerrainTile: Hashable, Sendable, Comparable, CustomStringConvertible, Codable {
    /// Latitude of the southern edge, whole degrees.
    public let south: Int
    /// Longitude of the western edge, whole degrees.
    public let west: Int

    /// The tile that holds a place; a place on an edge belongs to the tile north or east of it.
    public init(holding place: Coordinate) {
        south = Int(place.latitude.rounded(.down))
        west = Int(place.longitude.rounded(.down))
    }

    /// The tile with these southern and western edges, whole degrees.
    public init(south: Int, west: Int) {
        self.south = south
        self.west = west
    }

    /// `N21E105`: hemisphere and two digits of latitude, hemisphere and three digits of longitude.
    public var description: String {
        func padded(_ value: Int, _ digits: Int) -> String {
            let text = String(abs(value))
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        return "\(south < 0 ? "S" : "N")\(padded(south, 2))\(west < 0 ? "W" : "E")\(padded(west, 3))"
    }

    /// Orders from south to north, then from west to east.
    public static func < (left: TerrainTile, right: TerrainTile) -> Bool { (left.south, left.west) < (right.south, right.west) }
}
