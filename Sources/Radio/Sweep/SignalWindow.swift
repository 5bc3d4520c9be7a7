/// The part of a terrain grid that a mast may reach, with one level for each post.
public struct SignalWindow: Sendable, Hashable {
    /// Position of the upper left post in the grid.
    public let firstColumn: Int
    /// Row of the same post, counted from the north.
    public let firstRow: Int
    /// Posts from west to east; 0 when the mast reaches none.
    public let columns: Int
    /// Posts from north to south; 0 when the mast reaches none.
    public let rows: Int
    /// dBm, row-major, north-up; NaN beyond the radius and where the path crosses unknown ground.
    public let valuesDBm: [Float]
}
