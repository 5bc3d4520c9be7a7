import Foundation
import Geodesy

/// The posts of a grid before it has heights.
struct TerrainLattice {
    /// First column's longitude and first row's latitude, degrees.
    let west, north: Double
    /// Degrees between posts, > 0.
    let stepLongitude, stepLatitude: Double
    let columns, rows: Int

    var posts: Int { columns * rows }

    var boundingBox: BoundingBox {
        BoundingBox(
            west: west, south: north - Double(rows - 1) * stepLatitude, east: west + Double(columns - 1) * stepLongitude, north: north)
    }

    /// The lattice for some rasters, and how many times it was coarsened to stay within the budget (1 = not at all).
    ///
    /// Step and phase are those of the finest raster whose cells are posts already (``RasterPlace/Posts``), divided by a whole number where
    /// another raster is finer by more than a quarter: the posts of the first stay posts. Without such a raster the step follows the
    /// finest one's cell in the middle of the box, counted from whole degrees. The lattice spans the box, one post more to each side, as far as
    /// the rasters reach.
    static func make(_ places: [RasterPlace], box: BoundingBox, budget: Int) -> (lattice: TerrainLattice, coarsening: Int)? {
        guard let finest = places.min(by: { $0.resolutionMeters < $1.resolutionMeters }), let first = places.first else { return nil }
        let aligned = places.filter { $0.posts != nil }.min { $0.resolutionMeters < $1.resolutionMeters }
        let longitude: Axis
        let latitude: Axis
        if let aligned, let posts = aligned.posts {
            let parts = max(1, (aligned.resolutionMeters / finest.resolutionMeters - 0.25).rounded(.up))
            longitude = Axis(step: posts.stepLongitude / parts, origin: posts.west)
            latitude = Axis(step: posts.stepLatitude / parts, origin: posts.north)
        } else {
            let middle = Coordinate(longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2)
            let degree = 1.0 / 16
            let east = Geodesic.distanceMeters(middle, Coordinate(longitude: middle.longitude + degree, latitude: middle.latitude)) / degree
            let north =
                Geodesic.distanceMeters(middle, Coordinate(longitude: middle.longitude, latitude: middle.latitude - degree)) / degree
            longitude = Axis(step: finest.resolutionMeters / east, origin: 0)
            latitude = Axis(step: finest.resolutionMeters / north, origin: 0)
        }
        let reach = places.reduce(first.boundingBox) { $0.union($1.boundingBox) }
        var coarsening = 1
        while true {
            let (x, y) = (longitude.coarsened(coarsening), latitude.coarsened(coarsening))
            let columns = x.posts(from: box.west, to: box.east, within: (reach.west, reach.east))
            let rows = y.posts(from: box.south, to: box.north, within: (reach.south, reach.north))
            let excess = columns.count / Double(budget) * rows.count
            if excess <= 1 {
                return (
                    TerrainLattice(
                        west: x.position(columns.first), north: y.position(rows.last), stepLongitude: x.step, stepLatitude: y.step,
                        columns: Int(columns.count), rows: Int(rows.count)), coarsening
                )
            }
            coarsening = max(coarsening + 1, Int((Double(coarsening) * excess.squareRoot() * 0.98).rounded(.down)))
        }
    }

    /// The rows and columns of posts inside a box; empty when there are none.
    func posts(in box: BoundingBox) -> (columns: Range<Int>, rows: Range<Int>) {
        func range(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
            let first = max(0, min(Double(count), (low - Self.slack).rounded(.up)))
            let last = max(first, min(Double(count), (high + Self.slack).rounded(.down) + 1))
            return Int(first)..<Int(last)
        }
        return (
            range((box.west - west) / stepLongitude, (box.east - west) / stepLongitude, columns),
            range((north - box.north) / stepLatitude, (north - box.south) / stepLatitude, rows)
        )
    }

    /// Where a raster's first cell lies on the lattice when its cells are posts of it; nil when they are not.
    func coincidence(_ raster: RasterFile) -> (column: Int, row: Int)? {
        guard let posts = raster.place.posts else { return nil }
        let column = (posts.west - west) / stepLongitude
        let row = (north - posts.north) / stepLatitude
        func fits(_ position: Double, _ step: Double, _ own: Double, _ count: Int) -> Bool {
            abs(position - position.rounded()) < Self.tolerance && abs(position) < 1e9
                && abs(step / own - 1) * Double(count) < Self.tolerance
        }
        guard fits(column, posts.stepLongitude, stepLongitude, raster.columns), fits(row, posts.stepLatitude, stepLatitude, raster.rows)
        else { return nil }
        return (Int(column.rounded()), Int(row.rounded()))
    }

    /// How far from a post a cell centre may lie to be it, in cells.
    private static let tolerance = 1e-3
    /// Rounding of computed positions, in cells.
    private static let slack = 1e-6

    /// Posts along one direction, at `origin + n × step`.
    private struct Axis {
        let step: Double
        let origin: Double
        /// Posts per degree when that is a whole number and whole degrees are posts: positions are then exact.
        let perDegree: Double?

        init(step: Double, origin: Double) {
            let count = (1 / step).rounded()
            let index = origin * count
            if count >= 1, abs(step * count - 1) < 1e-7, abs(index - index.rounded()) < TerrainLattice.tolerance {
                self.step = 1 / count
                self.origin = 0
                perDegree = count
            } else {
                self.step = step
                self.origin = origin
                perDegree = nil
            }
        }

        func coarsened(_ factor: Int) -> Axis {
            factor == 1 ? self : Axis(step: step * Double(factor), origin: origin)
        }

        func position(_ index: Double) -> Double { perDegree.map { index / $0 } ?? origin + index * step }

        /// First and last post and their number, at least two.
        func posts(from low: Double, to high: Double, within reach: (low: Double, high: Double)) -> (
            first: Double, last: Double, count: Double
        ) {
            func index(_ value: Double) -> Double { (value - origin) / step }
            let first = max((index(low) + TerrainLattice.slack).rounded(.down) - 1, (index(reach.low) - TerrainLattice.slack).rounded(.up))
            let last = min((index(high) - TerrainLattice.slack).rounded(.up) + 1, (index(reach.high) + TerrainLattice.slack).rounded(.down))
            // A raster narrower than the step still gives a grid, with posts of no data beside it.
            let end = max(last, first + 1)
            return (first, end, end - first + 1)
        }
    }
}
