/// A rectangle of posts that is computed at one time, and what came of it.
public struct RasterTile: Sendable {
    /// The best server of one layer, row-major over the tile.
    public struct Layer: Sendable {
        /// Median level of the best server, dBm, to a hundredth; NaN where nothing is known to arrive.
        public var rsrpDBm: [Float]
        /// Position in `World.sites` of the best server; −1 where there is none.
        public var site: [Int32]
    }

    /// Its columns in the terrain's grid, counted from the west.
    public let columns: Range<Int>
    /// Its rows in the terrain's grid, counted from the north.
    public let rows: Range<Int>
    /// In the order of the coverage's layers.
    public internal(set) var layers: [Layer]

    /// Splits a grid into tiles that keep the memory for their values under a budget, in rows from the north-west.
    ///
    /// Edges are multiples of a file's blocks. A grid within the budget is one tile, so that no mast is swept twice.
    static func split(columns: Int, rows: Int, layers: [RasterLayer], budgetBytes: Int) -> [(columns: Range<Int>, rows: Range<Int>)] {
        let posts = max(blockPosts * blockPosts, budgetBytes / max(1, bytesPerPost(layers)))
        guard columns * rows > posts else { return [(0..<columns, 0..<rows)] }
        let side = Int(Double(posts).squareRoot())
        func blocks(_ length: Int) -> Int { max(blockPosts, length / blockPosts * blockPosts) }
        let width = columns <= side ? columns : blocks(side)
        let height = blocks(posts / width)
        return stride(from: 0, to: rows, by: height).flatMap { row in
            stride(from: 0, to: columns, by: width).map { column in
                (column..<min(columns, column + width), row..<min(rows, row + height))
            }
        }
    }

    /// The contenders of a post and what comes of them.
    static func bytesPerPost(_ layers: [RasterLayer]) -> Int {
        RasterMosaic.bytesPerPost(layers.map(RasterMosaic.contenders)) + layers.count
            * (MemoryLayout<Float>.size + MemoryLayout<Int32>.size)
    }

    /// Side of a block in the files that are written.
    static let blockPosts = 512
}
