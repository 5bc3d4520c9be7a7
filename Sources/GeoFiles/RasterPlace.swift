import CGDAL
import Geodesy

/// Where the cells of a raster lie on the Earth.
final class RasterPlace {
    /// A raster in WGS 84 whose rows run along parallels, north first: its cell centres are posts of a grid.
    struct Posts {
        /// Longitude of the first column's and latitude of the first row's centres, degrees.
        let west, north: Double
        /// Degrees from post to post, > 0.
        let stepLongitude, stepLatitude: Double
    }

    /// Nil when the raster has another system, is turned, or runs from south to north.
    let posts: Posts?
    /// For posts from the first to the last centre, else around all cells; WGS 84.
    let boundingBox: BoundingBox
    /// Width and height of a cell in the middle, metres.
    let cellMeters: (width: Double, height: Double)
    private let transformer: UnsafeMutableRawPointer

    /// Geometric mean of a cell's sides, metres.
    var resolutionMeters: Double { (cellMeters.width * cellMeters.height).squareRoot() }

    /// Nil when the cells cannot be brought to longitude and latitude.
    init?(_ dataset: GDALDataset, _ system: RasterSystem, columns: Int, rows: Int, geoTransform numbers: [Double]) {
        let options = GDALTextList(["DST_SRS=EPSG:4326"])
        guard let transformer = GDALCreateGenImgProjTransformer2(dataset.handle, nil, options.pointer) else { return nil }
        withExtendedLifetime(options) {}
        self.transformer = transformer
        let isPosts = system.isWGS84 && numbers[2] == 0 && numbers[4] == 0 && numbers[1] > 0 && numbers[5] < 0
        let posts: Posts? =
            isPosts
            ? Posts(
                west: numbers[0] + numbers[1] / 2, north: numbers[3] + numbers[5] / 2, stepLongitude: numbers[1],
                stepLatitude: -numbers[5]) : nil
        self.posts = posts

        let (width, height) = (Double(columns), Double(rows))
        let middle = Self.coordinates(transformer, [(width / 2, height / 2), (width / 2 + 1, height / 2), (width / 2, height / 2 + 1)])
        let outline = (0...20).flatMap { step -> [(Double, Double)] in
            let part = Double(step) / 20
            return [(part * width, 0), (part * width, height), (0, part * height), (width, part * height), (part * width, height / 2)]
        }
        let around = Self.coordinates(transformer, outline).compactMap { $0 }
        guard let box = BoundingBox(around), let centre = middle[0], let right = middle[1], let below = middle[2],
            box.south >= -91, box.north <= 91, box.west >= -361, box.east <= 361
        else {
            // Not fully made: deinit does not run.
            GDALDestroyGenImgProjTransformer(transformer)
            return nil
        }
        boundingBox =
            posts.map {
                BoundingBox(
                    west: $0.west, south: $0.north - Double(rows - 1) * $0.stepLatitude,
                    east: $0.west + Double(columns - 1) * $0.stepLongitude, north: $0.north)
            } ?? box
        cellMeters = (Geodesic.distanceMeters(centre, right), Geodesic.distanceMeters(centre, below))
    }

    deinit { GDALDestroyGenImgProjTransformer(transformer) }

    /// The range of cells that a box touches, with a margin for interpolation; empty ranges outside the raster.
    func window(of box: BoundingBox, columns: Int, rows: Int) -> (columns: Range<Int>, rows: Range<Int>) {
        // A net over the box: its edges alone would miss what a bent projection does inside.
        var xs: [Double] = []
        var ys: [Double] = []
        for row in 0...20 {
            for column in 0...20 {
                xs.append(box.west + (box.east - box.west) * Double(column) / 20)
                ys.append(box.south + (box.north - box.south) * Double(row) / 20)
            }
        }
        var zs = [Double](repeating: 0, count: xs.count)
        var done = [Int32](repeating: 0, count: xs.count)
        _ = GDALGenImgProjTransform(transformer, 1, Int32(xs.count), &xs, &ys, &zs, &done)
        func range(_ values: [Double], _ limit: Int) -> Range<Int> {
            let known = zip(values, done).filter { $0.1 != 0 && $0.0.isFinite }.map(\.0)
            guard let low = known.min(), let high = known.max() else { return 0..<0 }
            // Between the knots of the net a curve leaves its chord by far less than a hundredth of the width.
            let margin = 4 + (high - low) / 100
            let first = max(0, min(Double(limit), (low - margin).rounded(.down)))
            let last = max(first, min(Double(limit), (high + margin).rounded(.up)))
            return Int(first)..<Int(last)
        }
        return (range(xs, columns), range(ys, rows))
    }

    private static func coordinates(_ transformer: UnsafeMutableRawPointer, _ cells: [(Double, Double)]) -> [Coordinate?] {
        var xs = cells.map(\.0)
        var ys = cells.map(\.1)
        var zs = [Double](repeating: 0, count: cells.count)
        var done = [Int32](repeating: 0, count: cells.count)
        _ = GDALGenImgProjTransform(transformer, 0, Int32(cells.count), &xs, &ys, &zs, &done)
        return cells.indices.map { index in
            done[index] != 0 && xs[index].isFinite && ys[index].isFinite ? Coordinate(longitude: xs[index], latitude: ys[index]) : nil
        }
    }
}
