/// Points in square cells, for finding those within a distance.
struct PointGrid: Sendable {
    private let points: [SyntheticSiting.Point]
    private let cell: Double
    private let columns: Int
    private let starts: [Int]
    private let members: [Int32]

    /// - Parameter cell: side of a cell in the points' unit. Valid: > 0.
    /// - Complexity: O(points + cells).
    init(_ points: [SyntheticSiting.Point], cell: Double) {
        self.points = points
        self.cell = cell
        let reach = points.reduce(0) { max($0, $1.x, $1.y) }
        let columns = Int(reach / cell) + 1
        self.columns = columns
        func number(_ point: SyntheticSiting.Point) -> Int { Int(point.y / cell) * columns + Int(point.x / cell) }
        var next = [Int](repeating: 0, count: columns * columns + 1)
        for point in points { next[number(point) + 1] += 1 }
        for index in 1..<next.count { next[index] += next[index - 1] }
        starts = next
        var members = [Int32](repeating: 0, count: points.count)
        for (index, point) in points.enumerated() {
            let slot = number(point)
            members[next[slot]] = Int32(index)
            next[slot] += 1
        }
        self.members = members
    }

    /// Calls with the index of every point at a distance ≤ `radius`, cell by cell.
    func forEach(near place: SyntheticSiting.Point, within radius: Double, _ body: (Int) -> Void) {
        let limit = radius * radius
        func range(_ value: Double) -> ClosedRange<Int>? {
            let low = max(0, Int(((value - radius) / cell).rounded(.down)))
            let high = min(columns - 1, Int(((value + radius) / cell).rounded(.down)))
            return low <= high ? low...high : nil
        }
        guard let rows = range(place.y), let across = range(place.x) else { return }
        for row in rows {
            for slot in starts[row * columns + across.lowerBound]..<starts[row * columns + across.upperBound + 1] {
                let index = Int(members[slot])
                let (dx, dy) = (points[index].x - place.x, points[index].y - place.y)
                if dx * dx + dy * dy <= limit { body(index) }
            }
        }
    }
}
