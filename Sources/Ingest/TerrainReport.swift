import GeoFiles
import Geodesy
import Terrain

/// What a project's terrain is made of, and how much of the project stands on it: the terrain part of `phusong check --json`.
public struct TerrainReport: Codable, Hashable, Sendable {
    /// A raster that could be opened.
    public struct Raster: Codable, Hashable, Sendable {
        /// The file as the project names it.
        public var file: String
        /// GDAL's name of the format.
        public var driver: String
        /// `AUTHORITY:CODE` of its coordinate reference system, else the system's name.
        public var crs: String
        /// Geometric mean of a cell's sides in the raster's middle, metres, to the centimetre.
        public var resolutionMeters: Double
        /// West, south, east, north in degrees.
        public var box: [Double]
        /// How it came into the grid.
        public var use: TerrainRaster.Use
        /// Cells in the area without data.
        public var voidCells: Int
        /// Part of the grid that it gave values to, 0 to 1; later rasters may have painted over it.
        public var gridShare: Double

        init(_ raster: TerrainRaster) {
            func rounded(_ value: Double, _ digits: Double) -> Double { (value * digits).rounded() / digits }
            file = raster.name
            driver = raster.driver
            crs = raster.crs
            resolutionMeters = rounded(raster.resolutionMeters, 100)
            let edges = raster.boundingBox
            box = [edges.west, edges.south, edges.east, edges.north].map { rounded($0, 1e7) }
            use = raster.use
            voidCells = raster.voidCells
            gridShare = rounded(raster.gridShare, 1e6)
        }
    }

    /// The grid that came of the rasters.
    public struct Grid: Codable, Hashable, Sendable {
        /// Posts from west to east.
        public var columns: Int
        /// Posts from north to south.
        public var rows: Int
        /// From one column to the next, degrees.
        public var stepLongitudeDegrees: Double
        /// From one row to the next, degrees.
        public var stepLatitudeDegrees: Double
        /// West, south, east, north in degrees, from the first to the last post.
        public var box: [Double]
        /// Posts that have a height, 0 to 1.
        public var knownShare: Double
    }

    /// Two rasters of the same ground.
    public struct Overlap: Codable, Hashable, Sendable {
        /// The one that was used.
        public var upper: String
        /// The one that shows only where the upper one has no data.
        public var lower: String
    }

    /// A one-degree square in which villages or sites stand on unknown ground.
    public struct Tile: Codable, Hashable, Sendable {
        /// Such as `N22E105`.
        public var tile: String
        /// Villages whose centre lies there on unknown ground.
        public var villages: Int
        /// Sites that stand there on unknown ground, on air or not.
        public var sites: Int
    }

    /// How many of some places stand on known ground.
    public struct Standing: Codable, Hashable, Sendable {
        /// How many there are.
        public var total: Int
        /// Of these, how many stand where a height is known.
        public var onKnownGround: Int
        /// 0 to 1; 0 when there are none.
        public var share: Double { total == 0 ? 0 : Double(onKnownGround) / Double(total) }
    }

    /// The source as the project names it.
    public var source: String
    /// What the heights stand for.
    public var surface: TerrainSurface
    /// Every terrain raster that could be opened, in the order of painting; then those that were left out.
    public var rasters: [Raster] = []
    /// Every land-cover raster that could be opened, in the same order.
    public var clutterRasters: [Raster] = []
    /// Pairs of terrain rasters that overlap by more than a shared edge, lower ones first.
    public var overlaps: [Overlap] = []
    /// Nil when no raster gave a height.
    public var grid: Grid?
    /// The villages by their centres.
    public var villages: Standing
    /// The sites, on air or not.
    public var sites: Standing
    /// Part of the villages that stand on known ground, 0 to 1.
    public var cover: Double
    /// Squares where no raster reaches a village or site, from south to north.
    public var missingTiles: [Tile] = []
    /// Squares where a raster has a hole under a village or site.
    public var voidTiles: [Tile] = []
}
