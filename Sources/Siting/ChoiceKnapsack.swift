/// The linear relaxation of "at most one option per place, charges within the capacity, most value".
///
/// Per place the useful options form an upper convex hull; its edges, taken in order of value per charge, solve the relaxation exactly
/// (P. Sinha & A. Zoltners, "The multiple-choice knapsack problem", Operations Research 27, 1979). An option without a place is a place of
/// its own;
/// with all charges 1 this is simply the best option of the p best places. Works on `Double` while searching and on `Int128` where it must
/// be exact.
struct ChoiceKnapsack<Number: SignedNumeric & Comparable & Sendable>: Sendable {
    /// One edge of a hull: going from `from` (−1: nothing) to `option` adds this value for this charge.
    struct Edge: Sendable {
        var value: Number
        var charge: Number
        var from: Int
        var option: Int
    }

    /// The edge that fits only in part, and the capacity left for it.
    struct Critical: Sendable {
        var edge: Edge
        var room: Number
    }

    private(set) var value: Number = 0
    private(set) var critical: Critical?
    /// Options fully taken, best value per charge first.
    private(set) var taken: [Int] = []

    init(model: CoverModel, charge: [Number], capacity: Number, value worth: [Number]) {
        var edges: [Edge] = []
        for option in 0..<model.optionCount where model.place[option] < 0 && worth[option] > 0 {
            edges.append(Edge(value: worth[option], charge: charge[option], from: -1, option: option))
        }
        for place in 0..<model.placeMembers.count { Self.appendHull(model.placeMembers[place], charge, worth, to: &edges) }
        edges.sort { a, b in
            let (left, right) = (a.value * b.charge, b.value * a.charge)
            if left != right { return left > right }
            return (a.charge, a.option) < (b.charge, b.option)
        }
        var room = capacity
        var isTaken = [Bool](repeating: false, count: model.optionCount)
        for edge in edges {
            if edge.charge > room {
                critical = Critical(edge: edge, room: room)
                break
            }
            room -= edge.charge
            value += edge.value
            if edge.from >= 0 { isTaken[edge.from] = false }
            isTaken[edge.option] = true
        }
        taken = edges.lazy.map(\.option).filter { isTaken[$0] }
    }

    private static func appendHull(_ members: ArraySlice<Int32>, _ charge: [Number], _ worth: [Number], to edges: inout [Edge]) {
        let useful = members.map { Int($0) }.filter { worth[$0] > 0 }
        let order = useful.sorted { (a: Int, b: Int) -> Bool in
            if charge[a] != charge[b] { return charge[a] < charge[b] }
            if worth[a] != worth[b] { return worth[a] > worth[b] }
            return a < b
        }
        var hull: [Edge] = []
        var (topValue, topCharge): (Number, Number) = (0, 0)
        for option in order where worth[option] > topValue {
            var edge = Edge(
                value: worth[option] - topValue, charge: charge[option] - topCharge, from: hull.last?.option ?? -1, option: option)
            while let last = hull.last, last.value * edge.charge <= edge.value * last.charge {
                hull.removeLast()
                edge = Edge(value: edge.value + last.value, charge: edge.charge + last.charge, from: last.from, option: option)
            }
            hull.append(edge)
            (topValue, topCharge) = (worth[option], charge[option])
        }
        edges += hull
    }
}
