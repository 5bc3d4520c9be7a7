import Geodesy
import Geometry
import Terrain

/// Ground counted by what reaches it, km², cell by cell on the ellipsoid.
public struct RasterTally: Sendable {
    /// What one layer brings to the area.
    public struct Layer: Hashable, Sendable {
        /// Any level was computed.
        public var levelKm2 = 0.0
        /// The rule's threshold is likely enough; `good` included.
        public var basicKm2 = 0.0
        /// The rule's good level is likely enough.
        public var goodKm2 = 0.0
    }

    /// All ground in the area within the grid.
    public private(set) var areaKm2 = 0.0
    /// Ground whose height is known.
    public private(set) var knownKm2 = 0.0
    /// In the order of the coverage's layers.
    public private(set) var layers: [Layer]
    /// Usable ground of the first layer by its best server, over the whole grid, by position in `World.sites`.
    public private(set) var servedKm2: [Int32: Double] = [:]
    private let mask: RasterMask?

    /// - Parameter area: what counts; empty = the whole grid.
    public init(_ coverage: RasterCoverage, area: [MultiPolygon]) {
        layers = [Layer](repeating: Layer(), count: coverage.layers.count)
        mask = area.isEmpty ? nil : RasterMask(area, over: coverage.terrain)
    }

    /// Counts a finished tile.
    public mutating func count(_ tile: RasterTile, _ coverage: RasterCoverage) {
        let terrain = coverage.terrain
        let (basic, good) = (coverage.basicDBm, coverage.goodDBm)
        for row in tile.rows {
            let cell = Self.cellKm2(terrain, row: row)
            let inside = mask?.row(row, columns: tile.columns)
            let line = (row - tile.rows.lowerBound) * tile.columns.count
            var (area, known) = (0, 0)
            for offset in 0..<tile.columns.count where inside?[offset] ?? true {
                area += 1
                if !terrain.heightsMeters[row * terrain.columns + tile.columns.lowerBound + offset].isNaN { known += 1 }
            }
            areaKm2 += Double(area) * cell
            knownKm2 += Double(known) * cell
            for (index, layer) in tile.layers.enumerated() {
                var counts = (level: 0, basic: 0, good: 0)
                for offset in 0..<tile.columns.count {
                    let level = Double(layer.rsrpDBm[line + offset])
                    guard !level.isNaN else { continue }
                    if index == 0, level >= basic { servedKm2[layer.site[line + offset], default: 0] += cell }
                    guard inside?[offset] ?? true else { continue }
                    counts.level += 1
                    if level >= basic { counts.basic += 1 }
                    if level >= good { counts.good += 1 }
                }
                layers[index].levelKm2 += Double(counts.level) * cell
                layers[index].basicKm2 += Double(counts.basic) * cell
                layers[index].goodKm2 += Double(counts.good) * cell
            }
        }
    }

    /// Area of the cell around a post of a row, km².
    private static func cellKm2(_ terrain: TerrainGrid, row: Int) -> Double {
        let middle = terrain.north - Double(row) * terrain.stepLatitude
        let (dx, dy) = (terrain.stepLongitude / 2, terrain.stepLatitude / 2)
        let ring = [(-dx, -dy), (dx, -dy), (dx, dy), (-dx, dy)].map { Coordinate(longitude: $0.0, latitude: middle + $0.1) }
        return abs(Geodesic.signedAreaSquareMeters(ring: ring)) / 1e6
    }
}
