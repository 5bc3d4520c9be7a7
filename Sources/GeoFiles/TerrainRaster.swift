import Geodesy
import Terrain

/// One raster of a terrain source, and what became of it.
public struct TerrainRaster: Hashable, Sendable, Codable {
    /// How a raster came into the grid.
    public enum Use: String, Hashable, Sendable, Codable {
        /// Its cells are posts of the grid: the values are the file's own.
        case copied
        /// Resampled by GDAL onto the posts.
        case warped
        /// Nothing of it was used; the problems say why.
        case unused
    }

    /// The raster as people name it.
    public let name: String
    /// The file on disk.
    public let path: String
    /// GDAL's name of the format.
    public let driver: String
    /// `AUTHORITY:CODE` of its coordinate reference system, else the system's name.
    public let crs: String
    /// Geometric mean of a cell's sides in the raster's middle, metres.
    public let resolutionMeters: Double
    /// WGS 84. For a raster whose cells can be posts from the first to the last cell's centre, else around all cells.
    public let boundingBox: BoundingBox
    /// How it came into the grid.
    public internal(set) var use = Use.unused
    /// Cells in the area without data, heights that no ground has included.
    public internal(set) var voidCells = 0
    /// Posts that it gave a height, over all posts of the grid, 0 to 1. Later rasters may have painted over it.
    public internal(set) var gridShare = 0.0

    init(_ raster: RasterFile, _ candidate: RasterCandidate) {
        name = candidate.name
        path = candidate.path
        driver = raster.driver
        crs = raster.system.label
        resolutionMeters = raster.place.resolutionMeters
        boundingBox = raster.place.boundingBox
    }
}

/// Two rasters that both hold a stretch of ground.
public struct RasterOverlap: Hashable, Sendable, Codable {
    /// The one whose heights were used.
    public let upper: String
    /// The one whose heights show only where the upper one has none.
    public let lower: String
}

/// What was read from a terrain source.
public struct TerrainRead: Sendable {
    /// Heights, and clutter where a land-cover raster was asked for; nil when no raster gave a single height.
    public internal(set) var grid: TerrainGrid?
    /// Every terrain raster that could be opened, in the order of painting; then those that were left out.
    public internal(set) var rasters: [TerrainRaster] = []
    /// Every land-cover raster that could be opened, in the same order.
    public internal(set) var clutterRasters: [TerrainRaster] = []
    /// Pairs of terrain rasters that overlap by more than a shared edge, lower ones first.
    public internal(set) var overlaps: [RasterOverlap] = []
    /// Defects of terrain rasters, by file in order of names; then those of the whole source.
    public internal(set) var problems: [RasterProblem] = []
    /// Defects of land-cover rasters.
    public internal(set) var clutterProblems: [RasterProblem] = []
    /// Land-cover values that have no height, with the number of posts that have them, ascending. They count as open ground.
    public internal(set) var unknownClasses: [(value: Int, posts: Int)] = []
}
