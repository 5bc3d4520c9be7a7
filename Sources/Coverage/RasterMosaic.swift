import Radio

/// The strongest masts of one tile while windows come in, in any order.
///
/// A swept level is blurred at the edge of a shadow, so that the strongest by sweep need not be the best server: the few strongest of each layer
/// are kept as contenders, and their exact paths decide.
struct RasterMosaic: Sendable {
    /// Masts kept for each post of a layer. Where all operators compete twice as many stand near each other.
    static func contenders(_ layer: RasterLayer) -> Int { layer.carrier == nil ? 8 : 4 }

    /// Memory for one post of all layers.
    static func bytesPerPost(_ contenders: [Int]) -> Int {
        contenders.reduce(0, +) * (MemoryLayout<Float>.size + MemoryLayout<Int32>.size)
    }

    /// A mast that may be the best server of a post.
    struct Contender: Hashable, Sendable {
        var mast: Int
        /// By sweep.
        var levelDBm: Float
    }

    private let columns: Range<Int>
    private let rows: Range<Int>
    private let contenders: [Int]
    /// For each layer and post the contenders one after another, strongest first; −∞ where there is none.
    private var levels: [[Float]]
    private var masts: [[Int32]]

    /// - Parameter contenders: how many are kept for each post, layer by layer, at least one.
    init(columns: Range<Int>, rows: Range<Int>, contenders: [Int]) {
        self.columns = columns
        self.rows = rows
        self.contenders = contenders
        let posts = columns.count * rows.count
        levels = contenders.map { [Float](repeating: -.infinity, count: posts * $0) }
        masts = contenders.map { [Int32](repeating: -1, count: posts * $0) }
    }

    /// Lets one cell's window compete in some layers. Complexity: O(posts of the window in the tile).
    mutating func take(_ window: SignalWindow, mast: Int32, layers: [Int]) {
        let across = columns.clamped(to: window.firstColumn..<window.firstColumn + window.columns)
        let down = rows.clamped(to: window.firstRow..<window.firstRow + window.rows)
        guard !across.isEmpty, !down.isEmpty, window.valuesDBm.count >= window.columns * window.rows else { return }
        window.valuesDBm.withUnsafeBufferPointer { values in
            for layer in layers {
                let kept = contenders[layer]
                levels[layer].withUnsafeMutableBufferPointer { levels in
                    masts[layer].withUnsafeMutableBufferPointer { masts in
                        for row in down {
                            let from = (row - window.firstRow) * window.columns - window.firstColumn
                            let to = (row - rows.lowerBound) * columns.count - columns.lowerBound
                            for column in across {
                                let first = (to + column) * kept
                                Self.insert(values[from + column], mast, first, first + kept - 1, levels, masts)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Puts a mast into its place among the contenders of a post. Each mast stands there once, with the strongest of its cells; equal levels
    /// stand in the order of the masts, so that the order of arrival is of no matter.
    @inline(__always) private static func insert(
        _ level: Float, _ mast: Int32, _ first: Int, _ last: Int, _ levels: UnsafeMutableBufferPointer<Float>,
        _ masts: UnsafeMutableBufferPointer<Int32>
    ) {
        // Not a number is greater than nothing and equal to nothing.
        guard level > levels[last] || (level == levels[last] && mast < masts[last]) else { return }
        var free = last
        for place in first..<last where masts[place] == mast { free = place }
        if masts[free] == mast, levels[free] >= level { return }
        while free > first, level > levels[free - 1] || (level == levels[free - 1] && mast < masts[free - 1]) {
            levels[free] = levels[free - 1]
            masts[free] = masts[free - 1]
            free -= 1
        }
        levels[free] = level
        masts[free] = mast
    }

    /// The contenders of one post, strongest first.
    func contenders(layer: Int, row: Int, column: Int) -> [Contender] {
        let first = ((row - rows.lowerBound) * columns.count + column - columns.lowerBound) * contenders[layer]
        return (first..<first + contenders[layer]).filter { masts[layer][$0] >= 0 }.map {
            Contender(mast: Int(masts[layer][$0]), levelDBm: levels[layer][$0])
        }
    }
}
