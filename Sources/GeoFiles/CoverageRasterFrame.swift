/// Where the cells of a coverage raster lie: a post of the terrain is the centre of a cell. WGS 84, north-up.
public struct CoverageRasterFrame: Hashable, Sendable {
    /// Longitude of the first column's centres, degrees.
    public var west: Double
    /// Latitude of the first row's centres, degrees.
    public var north: Double
    /// Width of a cell, degrees, > 0.
    public var stepLongitude: Double
    /// Height of a cell, degrees, > 0; rows go south.
    public var stepLatitude: Double
    /// Cells from west to east.
    public var columns: Int
    /// Cells from north to south.
    public var rows: Int

    /// Describes a frame. Nothing is checked here: the writer refuses one without cells.
    public init(west: Double, north: Double, stepLongitude: Double, stepLatitude: Double, columns: Int, rows: Int) {
        self.west = west
        self.north = north
        self.stepLongitude = stepLongitude
        self.stepLatitude = stepLatitude
        self.columns = columns
        self.rows = rows
    }

    /// GDAL's six numbers: from the corner of the first cell.
    var geoTransform: [Double] {
        [west - stepLongitude / 2, stepLongitude, 0, north + stepLatitude / 2, 0, -stepLatitude]
    }
}

/// What a band of a coverage raster says of itself.
public struct CoverageRasterBand: Hashable, Sendable {
    /// Its description, as programs show it: `rsrp_dbm`.
    public var name: String
    /// Unit tag: `dBm`; `1` for a pure number.
    public var unit: String
    /// Further tags of the band, by name.
    public var tags: [String: String]

    /// Describes a band.
    public init(name: String, unit: String, tags: [String: String] = [:]) {
        self.name = name
        self.unit = unit
        self.tags = tags
    }
}
