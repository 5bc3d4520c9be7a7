import Geodesy

@testable import Geometry

/// A generator with a fixed seed, so that a failing test fails again (SplitMix64, Steele, Lea & Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

enum RandomShapes {
    /// Places on a coarse lattice, so that many fall on vertices and edges, mixed with scattered ones.
    static func points(_ count: Int, _ generator: inout SeededGenerator) -> [Coordinate] {
        (0..<count).map { index in
            index.isMultiple(of: 2)
                ? Coordinate(
                    longitude: 105 + Double(Int.random(in: 0...40, using: &generator)) / 20,
                    latitude: 21 + Double(Int.random(in: 0...40, using: &generator)) / 20)
                : Coordinate(
                    longitude: Double.random(in: 105...107, using: &generator), latitude: Double.random(in: 21...23, using: &generator))
        }
    }

    /// A star-shaped area, now and then with a hole, now and then of two parts; vertices on the lattice where `onLattice`.
    static func area(vertices: Int, onLattice: Bool, _ generator: inout SeededGenerator) -> MultiPolygon {
        if onLattice {
            let x = Double(Int.random(in: 0...30, using: &generator)) / 20 + 105
            let y = Double(Int.random(in: 0...30, using: &generator)) / 20 + 21
            let a = Double(Int.random(in: 4...10, using: &generator)) / 20
            let ring = [(x, y), (x + a, y), (x + a, y + a), (x + a / 2, y + a / 2), (x, y + a)]
            let hole = [(x + 0.05, y + 0.05), (x + 0.05, y + 0.1), (x + 0.1, y + 0.05)]
            let places = { (ring: [(Double, Double)]) in ring.map { Coordinate(longitude: $0.0, latitude: $0.1) } }
            return MultiPolygon(exterior: places(ring), holes: [places(hole)])
        }
        let first = star(vertices, Double.random(in: 105...106, using: &generator), &generator)
        guard Bool.random(using: &generator) else { return MultiPolygon([first]) }
        return MultiPolygon([first, star(vertices, Double.random(in: 106.5...107, using: &generator), &generator)])
    }

    private static func star(_ vertices: Int, _ longitude: Double, _ generator: inout SeededGenerator) -> Polygon {
        let latitude = Double.random(in: 21...23, using: &generator)
        let center = Coordinate(longitude: longitude, latitude: latitude)
        func ring(_ range: ClosedRange<Double>) -> [Coordinate] {
            (0..<vertices).map { index in
                Geodesic.destination(
                    from: center, azimuthDegrees: Double(index) * 360 / Double(vertices),
                    distanceMeters: Double.random(in: range, using: &generator))
            }
        }
        return Polygon(exterior: ring(9_000...20_000), holes: Bool.random(using: &generator) ? [ring(2_000...6_000)] : [])
    }
}
