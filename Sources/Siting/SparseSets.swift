import Dispatch

/// A list of index sets in compressed rows: one array of items, one array of starts.
struct SparseSets: Sendable {
    private(set) var start: [Int] = [0]
    private(set) var items: [Int32] = []

    init() {}

    /// Room for so many rows and items.
    init(rows: Int, items count: Int) {
        start.reserveCapacity(rows + 1)
        items.reserveCapacity(count)
    }

    var count: Int { start.count - 1 }

    subscript(row: Int) -> ArraySlice<Int32> { items[start[row]..<start[row + 1]] }

    func size(_ row: Int) -> Int { start[row + 1] - start[row] }

    mutating func append(_ row: some Sequence<Int32>) {
        items.append(contentsOf: row)
        start.append(items.count)
    }

    /// Appends to the row that ``endRow()`` will close.
    mutating func push(_ item: Int32) { items.append(item) }

    mutating func endRow() { start.append(items.count) }

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

    /// Sums a value over each row. The inner loop of every bound: bare memory, no copies. O(items).
    ///
    /// Each row is summed by one thread in the order of its items, so the result does not depend on how many there are.
    func sums<Number: AdditiveArithmetic & Sendable>(of values: [Number], into result: inout [Number], threads: Int = 1) {
        let rows = count
        let pieces = items.count < Self.enoughForThreads ? 1 : max(1, min(threads, rows))
        result.withUnsafeMutableBufferPointer { result in
            // Each piece writes rows of its own.
            nonisolated(unsafe) let result = result
            values.withUnsafeBufferPointer { values in
                nonisolated(unsafe) let values = values
                @Sendable func sum(_ piece: Int) {
                    for row in (rows * piece / pieces)..<(rows * (piece + 1) / pieces) {
                        result[row] = Self.sum(start[row], start[row + 1], items, values)
                    }
                }
                if pieces == 1 { sum(0) } else { DispatchQueue.concurrentPerform(iterations: pieces) { sum($0) } }
            }
        }
    }

    /// Below this many items a piece of work is too short to be shared.
    private static let enoughForThreads = 500_000

    private static func sum<Number: AdditiveArithmetic>(
        _ from: Int, _ to: Int, _ items: [Int32], _ values: UnsafeBufferPointer<Number>
    ) -> Number {
        items.withUnsafeBufferPointer { items in
            var sum = Number.zero
            for slot in from..<to { sum += values[Int(items[slot])] }
            return sum
        }
    }
}
