import Geometry
import Terrain

/// Which posts of a grid lie in an area, row by row: even-odd crossings of each part's rings with the row. O(crossings) for each row.
public struct RasterMask: Sendable {
    /// A stretch of columns in one row.
    private let spansByRow: [[Range<Int>]]

    /// - Parameter areas: areas whose union counts; they may overlap.
    public init(_ areas: [MultiPolygon], over terrain: TerrainGrid) {
        var spans = [[Range<Int>]](repeating: [], count: terrain.rows)
        for part in areas.lazy.flatMap(\.polygons) {
            var crossings: [Int: [Double]] = [:]
            for ring in part.rings {
                for (a, b) in zip(ring, ring.dropFirst()) where a.latitude != b.latitude {
                    let (upper, lower) = a.latitude > b.latitude ? (a, b) : (b, a)
                    // Half-open in latitude, so that a row through a corner crosses there once.
                    let first = max(0, ((terrain.north - upper.latitude) / terrain.stepLatitude).rounded(.up))
                    let last = min(Double(terrain.rows), ((terrain.north - lower.latitude) / terrain.stepLatitude).rounded(.up))
                    guard first < last else { continue }
                    for row in Int(first)..<Int(last) {
                        let latitude = terrain.north - Double(row) * terrain.stepLatitude
                        let share = (upper.latitude - latitude) / (upper.latitude - lower.latitude)
                        let longitude = upper.longitude + share * (lower.longitude - upper.longitude)
                        crossings[row, default: []].append((longitude - terrain.west) / terrain.stepLongitude)
                    }
                }
            }
            for (row, places) in crossings {
                let sorted = places.sorted()
                for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
                    let from = Int(min(Double(terrain.columns), max(0, sorted[pair].rounded(.up))))
                    let to = Int(min(Double(terrain.columns), max(0, sorted[pair + 1].rounded(.up))))
                    if from < to { spans[row].append(from..<to) }
                }
            }
        }
        spansByRow = spans
    }

    /// Whether the posts of one row lie in the area.
    public func row(_ row: Int, columns: Range<Int>) -> [Bool] {
        var inside = [Bool](repeating: false, count: columns.count)
        for span in spansByRow[row] {
            for column in span.clamped(to: columns) { inside[column - columns.lowerBound] = true }
        }
        return inside
    }
}
