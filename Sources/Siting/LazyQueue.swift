/// A binary heap of options by gain per charge, exact in 128-bit integers; ties go to the lower index.
struct LazyQueue: Sendable {
    struct Entry: Sendable {
        var gain: Int64
        var charge: Int64
        var option: Int

        /// Whether this entry is to be taken before the other. A charge of 0 with any gain beats everything that costs.
        func isBefore(_ other: Entry) -> Bool {
            let left = Int128(gain) * Int128(other.charge)
            let right = Int128(other.gain) * Int128(charge)
            if left != right { return left > right }
            if charge == 0 && other.charge == 0 && gain != other.gain { return gain > other.gain }
            if charge != other.charge && (charge == 0 || other.charge == 0) { return charge == 0 }
            return option < other.option
        }
    }

    private var heap: [Entry]

    init(_ entries: [Entry]) {
        heap = entries
        for position in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(position) }
    }

    var first: Entry? { heap.first }

    mutating func removeFirst() {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        heap[0] = last
        sink(0)
    }

    /// Lowers the gain of the first entry.
    mutating func lowerFirst(to gain: Int64) {
        heap[0].gain = gain
        sink(0)
    }

    private mutating func sink(_ start: Int) {
        var position = start
        while true {
            var best = position
            for child in [2 * position + 1, 2 * position + 2] where child < heap.count && heap[child].isBefore(heap[best]) { best = child }
            guard best != position else { return }
            heap.swapAt(best, position)
            position = best
        }
    }
}
