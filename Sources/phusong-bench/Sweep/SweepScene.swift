import Foundation
import GeoFiles
import Geodesy
import Radio
import Terrain

/// The real tile, a finer grid made of it, and the mast on it.
struct SweepScene {
    let options: SweepOptions

    var site: Coordinate { Coordinate(longitude: options.longitude, latitude: options.latitude) }

    /// Reads the ground around the site.
    func tile() throws -> TerrainGrid {
        // The whole tile: SPLAT! reads all of it as well.
        let margin = max(1, options.radiusKm / 80)
        let box = BoundingBox(
            west: site.longitude - margin, south: site.latitude - margin, east: site.longitude + margin, north: site.latitude + margin)
        let read = try TerrainReader().read(options.terrain, name: options.terrain, box: box, surface: .dsm)
        guard let grid = read.grid else {
            throw BenchmarkFailure("\(options.terrain) has no height around the site; name another with --terrain")
        }
        return grid
    }

    /// The same ground with three posts for each, bilinear: no more detail, but the work of a 30 m grid.
    func refined(_ grid: TerrainGrid) throws -> TerrainGrid {
        let factor = SweepOptions.refinement
        let (columns, rows) = ((grid.columns - 1) * factor + 1, (grid.rows - 1) * factor + 1)
        let (width, height) = (grid.stepLongitude / Double(factor), grid.stepLatitude / Double(factor))
        var heights = [Float](repeating: .nan, count: columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let place = Coordinate(longitude: grid.west + Double(column) * width, latitude: grid.north - Double(row) * height)
                heights[row * columns + column] = Float(grid.heightMeters(at: place))
            }
        }
        return try TerrainGrid(
            west: grid.west, north: grid.north, stepLongitude: width, stepLatitude: height, columns: columns, rows: rows,
            heightsMeters: heights, surface: grid.surface)
    }

    /// A mast with three sectors on so many bands.
    func transmitter(bands: Int, at place: Coordinate? = nil) -> SweepTransmitter {
        SweepTransmitter(
            place: place ?? site, antennaHeightMeters: SweepOptions.mastHeightMeters,
            cells: SweepOptions.frequenciesMHz.prefix(bands).map { frequency in
                SweepCell(
                    frequencyMHz: frequency, conductedPowerDBm: 17.7,
                    sectors: [0.0, 120, 240].map {
                        Sector(
                            antenna: .sector(maximumGainDBi: frequency < 1_000 ? 15 : 17.5), azimuthDegrees: $0, electricalTiltDegrees: 3)
                    })
            })
    }

    func sweep(_ grid: TerrainGrid, radiusKm: Double? = nil) throws -> RadialSweep {
        try RadialSweep(
            terrain: grid, climate: .northernMountains, receiverHeightsMeters: [SweepOptions.phoneHeightMeters],
            radiusMeters: 1_000 * (radiusKm ?? options.radiusKm))
    }
}
