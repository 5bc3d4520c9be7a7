import Geodesy

/// Heights of one area in memory: a grid of posts in WGS 84 degrees, row-major, north-up, metres above sea level, NaN = no data.
///
/// A post is the centre of a raster cell. Between posts the height is bilinear. Where a post has no data the ground is *unknown*: it is never
/// taken as sea level. Clutter heights, where there are any, have the shape of the heights and the value of the nearest cell.
@frozen public struct TerrainGrid: Sendable {
    /// Longitude of the first column's posts, degrees.
    public let west: Double
    /// Latitude of the first row's posts, degrees.
    public let north: Double
    /// Degrees of longitude from one column to the next, > 0.
    public let stepLongitude: Double
    /// Degrees of latitude from one row to the next one south of it, > 0.
    public let stepLatitude: Double
    /// Number of columns, at least 2.
    public let columns: Int
    /// Number of rows, at least 2.
    public let rows: Int
    /// Metres above sea level, row-major, north-up, NaN = no data; `rows × columns` values.
    public let heightsMeters: [Float]
    /// Height of trees and houses above the ground in metres, same shape; nil on a surface model or without a clutter raster.
    public let clutterMeters: [Float]?
    /// What the heights stand for.
    public let surface: TerrainSurface

    /// Makes a grid.
    ///
    /// - Throws: `TerrainError.shape` when the counts do not fit together, a step is not positive, or clutter stands on a surface model.
    public init(
        west: Double, north: Double, stepLongitude: Double, stepLatitude: Double, columns: Int, rows: Int, heightsMeters: [Float],
        clutterMeters: [Float]? = nil, surface: TerrainSurface
    ) throws(TerrainError) {
        guard columns >= 2, rows >= 2, heightsMeters.count == columns * rows, clutterMeters.map({ $0.count == columns * rows }) ?? true
        else { throw .shape("a grid of \(columns) × \(rows) posts does not fit \(heightsMeters.count) heights") }
        guard stepLongitude > 0, stepLatitude > 0, west.isFinite, north.isFinite else {
            throw .shape("a grid needs finite origins and positive steps")
        }
        guard surface == .dtm || clutterMeters == nil else { throw .shape("a surface model holds its clutter already") }
        self.west = west
        self.north = north
        self.stepLongitude = stepLongitude
        self.stepLatitude = stepLatitude
        self.columns = columns
        self.rows = rows
        self.heightsMeters = heightsMeters
        self.clutterMeters = clutterMeters
        self.surface = surface
    }

    /// From the first to the last post in either direction.
    public var boundingBox: BoundingBox {
        BoundingBox(
            west: west, south: north - Double(rows - 1) * stepLatitude, east: west + Double(columns - 1) * stepLongitude, north: north)
    }

    /// The spacing at which paths are sampled, metres: the narrower side of a cell, so that no post is stepped over.
    ///
    /// It is taken at the edge, on the side of the pole, of the band of latitudes that the whole grid lies in (up to 25°, 40°, 50°, 60°, 70°, 80°),
    /// not at the grid's own middle: a level must not change because a far village made the grid wider. All of Viet Nam lies in the first band.
    public var sampleSpacingMeters: Double {
        let box = boundingBox
        let farthest = max(abs(box.south), abs(box.north))
        let latitude = Self.bandEdges.first { farthest <= $0 } ?? 85
        let corner = Coordinate(longitude: 0, latitude: latitude)
        let east = Geodesic.distanceMeters(corner, Coordinate(longitude: stepLongitude, latitude: latitude))
        let north = Geodesic.distanceMeters(corner, Coordinate(longitude: 0, latitude: latitude - stepLatitude))
        return min(east, north)
    }

    private static let bandEdges = [25.0, 40, 50, 60, 70, 80]

    /// Bilinear height in metres; NaN outside the grid and beside posts without data.
    public func heightMeters(at place: Coordinate) -> Double {
        heightMeters(column: (place.longitude - west) / stepLongitude, row: (north - place.latitude) / stepLatitude)
    }

    /// Clutter height of the nearest cell in metres; 0 without clutter, outside the grid and where the land cover is not known.
    public func clutterMeters(at place: Coordinate) -> Double {
        clutterMeters(column: (place.longitude - west) / stepLongitude, row: (north - place.latitude) / stepLatitude)
    }

    /// The one-degree tiles inside whose edges any post has a height. Complexity: O(posts).
    public var knownTiles: Set<TerrainTile> {
        var known: Set<TerrainTile> = []
        for row in 0..<rows {
            let latitude = north - Double(row) * stepLatitude
            // A post on an edge belongs to both sides and says nothing of either.
            if abs(latitude - latitude.rounded()) < stepLatitude / 2 { continue }
            for column in 0..<columns where !heightsMeters[row * columns + column].isNaN {
                let longitude = west + Double(column) * stepLongitude
                if abs(longitude - longitude.rounded()) < stepLongitude / 2 { continue }
                known.insert(TerrainTile(holding: Coordinate(longitude: longitude, latitude: latitude)))
            }
        }
        return known
    }

    /// How far beyond the outermost posts a place still belongs to the grid, in cells: a hair, for coordinates that were computed.
    @usableFromInline static let slackCells = 1e-6

    /// Bilinear height at grid coordinates (0 = first post).
    @inlinable func heightMeters(column: Double, row: Double) -> Double {
        guard column >= -Self.slackCells, row >= -Self.slackCells, column <= Double(columns - 1) + Self.slackCells,
            row <= Double(rows - 1) + Self.slackCells
        else { return .nan }
        let left = min(max(Int(column), 0), columns - 2)
        let top = min(max(Int(row), 0), rows - 2)
        let east = min(max(column - Double(left), 0), 1)
        let south = min(max(row - Double(top), 0), 1)
        let corner = top * columns + left
        let (a, b) = (Double(heightsMeters[corner]), Double(heightsMeters[corner + 1]))
        let (c, d) = (Double(heightsMeters[corner + columns]), Double(heightsMeters[corner + columns + 1]))
        // A post of no weight must not spoil the sum: the edge of a tile is known although the cell beyond it is not.
        let upper = east == 0 ? a : east == 1 ? b : a + (b - a) * east
        if south == 0 { return upper }
        let lower = east == 0 ? c : east == 1 ? d : c + (d - c) * east
        return south == 1 ? lower : upper + (lower - upper) * south
    }

    @inlinable func clutterMeters(column: Double, row: Double) -> Double {
        guard let clutterMeters, column > -0.5, row > -0.5, column < Double(columns) - 0.5, row < Double(rows) - 0.5 else { return 0 }
        let value = clutterMeters[Int((row + 0.5).rounded(.down)) * columns + Int((column + 0.5).rounded(.down))]
        return value.isNaN ? 0 : Double(value)
    }
}
