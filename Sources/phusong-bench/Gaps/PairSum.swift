import Geometry

/// What a join found, in two numbers that other programs can compute as well.
struct PairSum: Codable, Hashable, Sendable {
    /// Number of pairs of a village and a footprint that covers it.
    var pairs: Int
    /// A sum over all pairs modulo 2⁶⁴, in decimal digits (JSON's numbers are too short for it); the order of pairs does not matter.
    var checksum: String

    init(pairs: Int, checksum: String) {
        self.pairs = pairs
        self.checksum = checksum
    }

    init(_ covering: CoveringPolygons) {
        var sum: UInt64 = 0
        for (village, polygons) in covering.enumerated() {
            for polygon in polygons {
                let mixed =
                    UInt64(village + 1) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(Int(polygon) + 1) &* 0xBF58_476D_1CE4_E5B9
                sum &+= mixed ^ (mixed >> 29)
            }
        }
        self.init(pairs: covering.pairCount, checksum: String(sum))
    }
}
