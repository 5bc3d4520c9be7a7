import Geodesy
import Geometry

/// Outlines of areas that touch, as pieces of line that neighbours share: each border is kept once, and made simpler in the same way for both of
/// its sides, so that no gaps open between them.
///
/// Complexity: O(n log n) in the places, for outlines that do not wind back on themselves all the time.
struct OutlineTopology {
    /// Pieces of line in parts of a degree: `[lon, lat, …]`, each pair after the first as the step from the one before.
    private(set) var arcs: [[Int]] = []
    /// How many parts a degree has: ten thousand (11 m) where the tolerance is far above that, else a hundred thousand.
    let unitsPerDegree: Int
    /// For each area its rings; each ring the numbers of its pieces in order, `-1 - number` where the piece runs backwards.
    private(set) var rings: [[[Int]]] = []

    private struct Point: Hashable, Comparable {
        var x: Int32
        var y: Int32
        static func < (left: Self, right: Self) -> Bool { (left.x, left.y) < (right.x, right.y) }
    }

    /// Places are compared in hundred-thousandths of a degree.
    private static let fineUnits = 100_000.0
    private static let coarseTolerance = 0.0005
    private var numbers: [[Point]: Int] = [:]

    /// Cuts and simplifies.
    ///
    /// - Parameter tolerance: how far a simpler line may leave the true one, degrees. Islands smaller than that vanish.
    init(_ areas: [MultiPolygon], tolerance: Double) {
        unitsPerDegree = tolerance >= Self.coarseTolerance ? 10_000 : Int(Self.fineUnits)
        let outlines = areas.map { area in area.polygons.flatMap(\.rings).map(Self.points).filter { $0.count >= 3 } }
        var neighbours: [Point: [Point]] = [:]
        for ring in outlines.joined() {
            for (number, point) in ring.enumerated() {
                for other in [ring[number == 0 ? ring.count - 1 : number - 1], ring[number + 1 == ring.count ? 0 : number + 1]]
                where !(neighbours[point, default: []].contains(other)) { neighbours[point, default: []].append(other) }
            }
        }
        let units = tolerance * Self.fineUnits
        for area in outlines {
            rings.append(
                area.map { ring in
                    Self.pieces(ring) { (neighbours[$0]?.count ?? 0) > 2 }.compactMap { number(of: $0, units) }
                }.filter { !$0.isEmpty })
        }
    }

    /// The places of a ring without repeats and without the closing one.
    private static func points(_ ring: [Coordinate]) -> [Point] {
        var points: [Point] = []
        for place in ring where place.isValid {
            let point = Point(
                x: Int32((place.longitude * fineUnits).rounded()), y: Int32((place.latitude * fineUnits).rounded()))
            if point != points.last { points.append(point) }
        }
        if points.count > 1, points.first == points.last { points.removeLast() }
        return points
    }

    /// A ring cut where borders meet; a ring that meets none starts and ends at its least place.
    private static func pieces(_ ring: [Point], isNode: (Point) -> Bool) -> [[Point]] {
        let nodes = ring.indices.filter { isNode(ring[$0]) }
        guard let first = nodes.first else {
            let start = ring.indices.min { ring[$0] < ring[$1] } ?? 0
            return [Array(ring[start...] + ring[..<start]) + [ring[start]]]
        }
        return nodes.indices.map { position in
            let (from, to) = (nodes[position], position + 1 < nodes.count ? nodes[position + 1] : first)
            return to > from ? Array(ring[from...to]) : Array(ring[from...] + ring[...to])
        }
    }

    /// The number of a piece, in the direction in which it is wanted; nil for an island that vanishes.
    private mutating func number(of piece: [Point], _ tolerance: Double) -> Int? {
        let reversed = Array(piece.reversed())
        // One direction stands for both.
        let isForward = piece.lexicographicallyPrecedes(reversed) || piece == reversed
        let key = isForward ? piece : reversed
        if let known = numbers[key] { return known < 0 ? nil : isForward ? known : -1 - known }
        let simple = Self.simplified(key, tolerance)
        guard simple.count > 2 || simple.first != simple.last else {
            numbers[key] = -1
            return nil
        }
        let number = arcs.count
        numbers[key] = number
        arcs.append(steps(simple))
        return isForward ? number : -1 - number
    }

    private func steps(_ line: [Point]) -> [Int] {
        let part = Double(unitsPerDegree) / Self.fineUnits
        var (x, y) = (0, 0)
        return line.flatMap { point in
            let (nextX, nextY) = (Int((Double(point.x) * part).rounded()), Int((Double(point.y) * part).rounded()))
            defer { (x, y) = (nextX, nextY) }
            return [nextX - x, nextY - y]
        }
    }

    /// Douglas and Peucker's way: a place stays where the line without it would leave it by more than the tolerance. A closed line is first
    /// opened at its farthest place.
    private static func simplified(_ line: [Point], _ tolerance: Double) -> [Point] {
        guard line.count > 2 else { return line }
        var keeps = [Bool](repeating: false, count: line.count)
        (keeps[0], keeps[line.count - 1]) = (true, true)
        var spans = [(0, line.count - 1)]
        while let (from, to) = spans.popLast() {
            var (farthest, distance) = (from, tolerance)
            for number in from..<to where number > from {
                let away = Self.distance(line[number], line[from], line[to])
                if away > distance { (farthest, distance) = (number, away) }
            }
            guard farthest > from else { continue }
            keeps[farthest] = true
            spans += [(from, farthest), (farthest, to)]
        }
        return line.indices.filter { keeps[$0] }.map { line[$0] }
    }

    /// From a place to the stretch between two others, in units.
    private static func distance(_ place: Point, _ start: Point, _ end: Point) -> Double {
        let (dx, dy) = (Double(end.x) - Double(start.x), Double(end.y) - Double(start.y))
        let (px, py) = (Double(place.x) - Double(start.x), Double(place.y) - Double(start.y))
        let length = dx * dx + dy * dy
        let along = length == 0 ? 0 : max(0, min(1, (px * dx + py * dy) / length))
        let (x, y) = (px - along * dx, py - along * dy)
        return (x * x + y * y).squareRoot()
    }
}
