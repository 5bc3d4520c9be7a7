import Radio

/// The best servers of one tile while windows come in, in any order: the strongest wins, among equals the site that stands first in the table.
struct RasterMosaic: Sendable {
    private let columns: Range<Int>
    private let rows: Range<Int>
    private var levels: [[Float]]
    private var sites: [[Int32]]

    init(columns: Range<Int>, rows: Range<Int>, layers: Int) {
        self.columns = columns
        self.rows = rows
        let count = columns.count * rows.count
        levels = [[Float]](repeating: [Float](repeating: -.infinity, count: count), count: layers)
        sites = [[Int32]](repeating: [Int32](repeating: -1, count: count), count: layers)
    }

    /// Lets one cell's window compete in some layers. Complexity: O(posts of the window in the tile).
    mutating func take(_ window: SignalWindow, site: Int32, layers: [Int]) {
        let across = columns.clamped(to: window.firstColumn..<window.firstColumn + window.columns)
        let down = rows.clamped(to: window.firstRow..<window.firstRow + window.rows)
        guard !across.isEmpty, !down.isEmpty, window.valuesDBm.count >= window.columns * window.rows else { return }
        window.valuesDBm.withUnsafeBufferPointer { values in
            for layer in layers {
                levels[layer].withUnsafeMutableBufferPointer { best in
                    sites[layer].withUnsafeMutableBufferPointer { server in
                        for row in down {
                            let from = (row - window.firstRow) * window.columns - window.firstColumn
                            let to = (row - rows.lowerBound) * columns.count - columns.lowerBound
                            for column in across {
                                // Not a number is greater than nothing and equal to nothing.
                                let level = values[from + column]
                                let known = best[to + column]
                                guard level > known || (level == known && site < server[to + column]) else { continue }
                                best[to + column] = level
                                server[to + column] = site
                            }
                        }
                    }
                }
            }
        }
    }

    /// The tile as it stands. Levels become hundredths of a decibel: what is finer is no knowledge, and would triple the files.
    func tile() -> RasterTile {
        RasterTile(
            columns: columns, rows: rows,
            layers: zip(levels, sites).map { levels, sites in
                RasterTile.Layer(
                    rsrpDBm: levels.map { $0.isFinite ? ($0 * 100).rounded() / 100 : .nan }, site: sites)
            })
    }
}
