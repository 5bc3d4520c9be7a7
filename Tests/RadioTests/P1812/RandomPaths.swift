import Geodesy

@testable import Radio

/// A seeded source of random numbers: the same paths on every machine.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &self) }
    mutating func pick<T>(_ choices: [T]) -> T { choices[Int(next() % UInt64(choices.count))] }
}

/// Mountains made of a random walk.
enum RandomPath {
    static func heights(count: Int, reliefMeters: Double, _ dice: inout Dice) -> [Double] {
        var height = dice.number(0...500)
        let stride = reliefMeters / Double(count).squareRoot()
        return (0..<count).map { _ in
            height = max(0, height + dice.number(-stride...stride))
            return height
        }
    }

    static func profile(count: Int, lengthKm: Double, reliefMeters: Double, withClutter: Bool, _ dice: inout Dice) throws -> PathProfile {
        let step = lengthKm / Double(count - 1)
        let heights = heights(count: count, reliefMeters: reliefMeters, &dice)
        let density = dice.pick([0.01, 0.3, 0.9])
        let clutter = heights.map { _ in dice.number(0...1) < density ? dice.pick([10.0, 15, 20]) : 0 }
        return try PathProfile(
            distancesKm: (0..<count).map { Double($0) * step }, heightsMeters: heights, clutterHeightsMeters: withClutter ? clutter : [])
    }
}

extension P1812Inputs {
    /// A mast in the mountains of Tuyên Quang and a telephone.
    static func mast(frequencyGHz: Double = 0.9, transmitterHeightMeters: Double = 45, receiverHeightMeters: Double = 1.5) -> P1812Inputs {
        P1812Inputs(
            frequencyGHz: frequencyGHz, transmitterHeightMeters: transmitterHeightMeters, receiverHeightMeters: receiverHeightMeters,
            polarization: .vertical, transmitter: Coordinate(longitude: 105.2, latitude: 22.1),
            receiver: Coordinate(longitude: 105.3, latitude: 22.2), climate: .northernMountains)
    }
}
