/// The upper convex hull of points that come from left to right. Keeps the slope of every edge, so that pushes and queries need no division but one.
///
/// A push costs amortised O(1), a query O(log vertices). Collinear points in between are dropped.
struct UpperHull: ~Copyable {
    private let x: UnsafeMutablePointer<Double>
    private let y: UnsafeMutablePointer<Double>
    /// Slope of the edge that ends at a vertex; of no meaning at the first.
    private let slope: UnsafeMutablePointer<Double>
    private var count = 0

    /// Room for `capacity` points.
    init(capacity: Int) {
        let room = max(1, capacity)
        x = .allocate(capacity: room)
        y = .allocate(capacity: room)
        slope = .allocate(capacity: room)
        x.initialize(repeating: 0, count: room)
        y.initialize(repeating: 0, count: room)
        slope.initialize(repeating: 0, count: room)
    }

    deinit {
        x.deallocate()
        y.deallocate()
        slope.deallocate()
    }

    mutating func removeAll() { count = 0 }

    /// Adds a point to the right of all others. At most `capacity` pushes after `removeAll`.
    @inline(__always) mutating func push(_ px: Double, _ py: Double) {
        var last = count &- 1
        while last > 0, slope[last] * (px - x[last]) <= py - y[last] { last &-= 1 }
        if last >= 0 { slope[last &+ 1] = (py - y[last]) / (px - x[last]) }
        last &+= 1
        x[last] = px
        y[last] = py
        count = last &+ 1
    }

    /// Abscissa and ordinate of a vertex.
    @inline(__always) func point(_ vertex: Int) -> (x: Double, y: Double) { (x[vertex], y[vertex]) }

    /// The vertex that stands highest as seen from a point to the right of all vertices; the nearest of equals. There is at least one vertex.
    @inline(__always) func tangent(fromX px: Double, y py: Double) -> Int {
        // Left of the answer every edge, drawn on, passes over the eye or through it; right of it below. The answer is mostly near the eye.
        var high = count &- 1
        var stride = 1
        var low = high
        while low > 0, slope[low] * (px - x[low]) < py - y[low] {
            high = low
            low = max(0, low &- stride)
            if high < count &- 3 { stride &<<= 1 }
        }
        guard low < high else { return low }
        // The edge at `high` passes below, that at `low` (or the first vertex) does not.
        while high &- low > 1 {
            let middle = (low &+ high) / 2
            if slope[middle] * (px - x[middle]) < py - y[middle] { high = middle } else { low = middle }
        }
        return low
    }

    /// The vertex that stands highest over a line of a slope; the first of equals. There is at least one vertex.
    @inline(__always) func supporting(slope lineSlope: Double) -> Int {
        var (low, high) = (0, count)
        while high &- low > 1 {
            let middle = (low &+ high) / 2
            if slope[middle] > lineSlope { low = middle } else { high = middle }
        }
        return low
    }
}
