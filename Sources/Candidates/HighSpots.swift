import Foundation
import Geodesy
import Terrain

/// Finds ground that stands above what is around it: hilltops, ridges and the shoulders of ridges.
///
/// By the topographic position index, the height of a post less the mean height of its neighbourhood (A. Weiss, "Topographic position and landforms
/// analysis", ESRI User Conference 2001). A shoulder halfway down a slope has a high index without being a summit, and is often beside a path.
public struct HighSpots: Sendable {
    /// A post that stands out.
    public struct Spot: Hashable, Sendable {
        /// Where the post is, WGS 84.
        public var place: Coordinate
        /// Above sea level, metres.
        public var heightMeters: Double
        /// Above the mean of the neighbourhood, metres.
        public var positionMeters: Double
    }

    /// Half the side of the square neighbourhood, metres. Ours: the scale of the hills between villages.
    public static let neighbourhoodMeters = 500.0
    /// A spot is the highest index so far around it, metres.
    public static let apartMeters = 200.0
    /// The least index. Ours: two thirds of a low mast's worth of room.
    public static let leastPositionMeters = 20.0

    private let terrain: TerrainGrid

    /// Looks over some terrain.
    public init(_ terrain: TerrainGrid) { self.terrain = terrain }

    /// The spots around a place, the most outstanding first, ties from north-west.
    ///
    /// Posts beside unknown ground are no spots.
    ///
    /// - Complexity: O(posts within reach).
    public func around(_ place: Coordinate, withinMeters: Double) -> [Spot] {
        guard place.isValid, withinMeters > 0 else { return [] }
        let metersPerColumn = terrain.stepLongitude * 111_320 * cos(place.latitude * .pi / 180)
        let metersPerRow = terrain.stepLatitude * 110_574
        guard metersPerColumn > 0 else { return [] }
        func cells(_ meters: Double, _ size: Double) -> Int { max(1, Int((meters / size).rounded())) }
        let (halfColumns, halfRows) = (cells(Self.neighbourhoodMeters, metersPerColumn), cells(Self.neighbourhoodMeters, metersPerRow))
        let (apartColumns, apartRows) = (cells(Self.apartMeters, metersPerColumn), cells(Self.apartMeters, metersPerRow))
        let (column, row) = (
            (place.longitude - terrain.west) / terrain.stepLongitude, (terrain.north - place.latitude) / terrain.stepLatitude
        )
        guard abs(column) < 1e7, abs(row) < 1e7 else { return [] }
        let (reachColumns, reachRows) = (cells(withinMeters, metersPerColumn), cells(withinMeters, metersPerRow))
        let marginColumns = halfColumns + apartColumns + 1
        let marginRows = halfRows + apartRows + 1
        let firstColumn = max(0, Int(column) - reachColumns - marginColumns)
        let lastColumn = min(terrain.columns - 1, Int(column) + reachColumns + marginColumns)
        let firstRow = max(0, Int(row) - reachRows - marginRows)
        let lastRow = min(terrain.rows - 1, Int(row) + reachRows + marginRows)
        guard firstColumn < lastColumn, firstRow < lastRow else { return [] }
        let (width, height) = (lastColumn - firstColumn + 1, lastRow - firstRow + 1)

        // Sums over rectangles from the corner: a neighbourhood's mean is four look-ups.
        var sums = [Double](repeating: 0, count: (width + 1) * (height + 1))
        var counts = [Int32](repeating: 0, count: sums.count)
        for y in 0..<height {
            var (sum, count): (Double, Int32) = (0, 0)
            for x in 0..<width {
                let value = terrain.heightsMeters[(firstRow + y) * terrain.columns + firstColumn + x]
                if !value.isNaN { (sum, count) = (sum + Double(value), count + 1) }
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + sum
                counts[(y + 1) * (width + 1) + x + 1] = counts[y * (width + 1) + x + 1] + count
            }
        }
        var index = [Double](repeating: -.infinity, count: width * height)
        let full = Int32((2 * halfColumns + 1) * (2 * halfRows + 1))
        for y in halfRows..<max(halfRows, height - halfRows) {
            for x in halfColumns..<max(halfColumns, width - halfColumns) {
                let (top, bottom) = ((y - halfRows) * (width + 1), (y + halfRows + 1) * (width + 1))
                let (left, right) = (x - halfColumns, x + halfColumns + 1)
                guard counts[bottom + right] - counts[top + right] - counts[bottom + left] + counts[top + left] == full else { continue }
                let mean = (sums[bottom + right] - sums[top + right] - sums[bottom + left] + sums[top + left]) / Double(full)
                index[y * width + x] = Double(terrain.heightsMeters[(firstRow + y) * terrain.columns + firstColumn + x]) - mean
            }
        }

        var spots: [(spot: Spot, cell: Int)] = []
        for y in 1..<(height - 1) {
            for x in 1..<(width - 1) {
                let here = index[y * width + x]
                guard here >= Self.leastPositionMeters, isHighest(index, x, y, width, height, 1, 1),
                    isHighest(index, x, y, width, height, apartColumns, apartRows)
                else { continue }
                let post = Coordinate(
                    longitude: terrain.west + Double(firstColumn + x) * terrain.stepLongitude,
                    latitude: terrain.north - Double(firstRow + y) * terrain.stepLatitude)
                guard Geodesic.distanceMeters(place, post) <= withinMeters else { continue }
                let meters = Double(terrain.heightsMeters[(firstRow + y) * terrain.columns + firstColumn + x])
                spots.append(
                    (Spot(place: post, heightMeters: meters, positionMeters: here), (firstRow + y) * terrain.columns + firstColumn + x))
            }
        }
        return spots.sorted { ($1.spot.positionMeters, $0.cell) < ($0.spot.positionMeters, $1.cell) }.map(\.spot)
    }

    /// Whether nothing around is higher; equals count for the one in the north-west.
    private func isHighest(
        _ index: [Double], _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ columns: Int, _ rows: Int
    ) -> Bool {
        let here = index[y * width + x]
        for other in max(0, y - rows)...min(height - 1, y + rows) {
            for column in max(0, x - columns)...min(width - 1, x + columns) {
                let value = index[other * width + column]
                // Beside unknown ground nobody knows what is highest.
                if value == -.infinity || value > here || (value == here && (other, column) < (y, x)) { return false }
            }
        }
        return true
    }

    /// The steepness of the ground at a place in degrees: central differences over one post to each side. NaN beside unknown ground.
    public func slopeDegrees(at place: Coordinate) -> Double {
        func height(_ columns: Double, _ rows: Double) -> Double {
            terrain.heightMeters(
                at: Coordinate(
                    longitude: place.longitude + columns * terrain.stepLongitude, latitude: place.latitude + rows * terrain.stepLatitude))
        }
        let east = (height(1, 0) - height(-1, 0)) / (2 * terrain.stepLongitude * 111_320 * cos(place.latitude * .pi / 180))
        let north = (height(0, 1) - height(0, -1)) / (2 * terrain.stepLatitude * 110_574)
        return atan((east * east + north * north).squareRoot()) * 180 / .pi
    }
}
