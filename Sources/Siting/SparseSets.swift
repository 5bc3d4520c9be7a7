/// A list of index sets in compressed rows: one array of items, one array of starts.
struct SparseSets: Sendable {
    private(set) var start: [Int] = [0]
    private(set) var items: [Int32] = []

    init() {}

    var count: Int { start.count - 1 }

    subscript(row: Int) -> ArraySlice<Int32> { items[start[row]..<start[row + 1]] }

    func size(_ row: Int) -> Int { start[row + 1] - start[row] }

    mutating func append(_ row: some Sequence<Int32>) {
        items.append(contentsOf: row)
        start.append(items.count)
    }

    /// The same relation seen from the items. Rows come out ascending. O(rows + items + `columns`).
    func transposed(columns: Int) -> SparseSets {
        var result = SparseSets()
        var next = [Int](repeating: 0, count: columns + 1)
        for item in items { next[Int(item) + 1] += 1 }
        for column in 0..<columns { next[column + 1] += next[column] }
        result.start = next
        result.items = [Int32](repeating: 0, count: items.count)
        for row in 0..<count {
            for item in self[row] {
                result.items[next[Int(item)]] = Int32(row)
                next[Int(item)] += 1
            }
        }
        return result
    }
}
