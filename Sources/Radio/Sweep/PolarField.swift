/// Values around a mast, on rings at equal steps; inner rings have fewer radials.
public struct PolarField: Sendable {
    /// What the values are.
    public enum Quantity: Hashable, Sendable {
        /// Level of each cell, dBm: its power and gain less the loss.
        case levelDBm
        /// Median basic transmission loss of each cell's frequency, dB.
        case lossDB
    }

    let rings: SweepRings
    /// Layer after layer, cells first and receiver heights within them; a layer is its rings one after another.
    let values: [Float]
    /// Cells of the transmitter.
    public let cells: Int
    /// Receiver heights of the sweep.
    public let receiverHeights: Int

    /// Number of the outermost ring; ring 0 is the mast itself.
    public var lastRing: Int { rings.last }
    /// Distance from one ring to the next, metres.
    public var stepMeters: Double { rings.stepMeters }

    /// Number of radials on a ring: evenly spread, the first one northward, clockwise.
    public func radials(onRing ring: Int) -> Int { rings.radials(on: ring) }

    /// Direction of a radial at the mast, degrees clockwise from north.
    public func azimuthDegrees(radial: Int, onRing ring: Int) -> Double { 360 * Double(radial) / Double(rings.radials(on: ring)) }

    /// One value; NaN where the path crosses unknown ground.
    public subscript(cell: Int, receiverHeight: Int, ring: Int, radial: Int) -> Float {
        values[(cell * receiverHeights + receiverHeight) * rings.samples + rings.offsets[ring] + radial]
    }
}
