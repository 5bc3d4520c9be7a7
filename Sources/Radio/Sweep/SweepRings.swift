import Foundation
import Terrain

/// How a disc is covered: rings of samples at equal steps from the mast, with fewer radials near it.
///
/// Each ring has the fewest radials, thinned by halves, whose arcs on it are no longer than a step.
struct SweepRings: Hashable, Sendable {
    /// Distance from one ring to the next, metres.
    let stepMeters: Double
    /// Number of the outermost ring; ring 0 is the mast.
    let last: Int
    /// Radials that reach the outermost ring.
    let radials: Int
    /// For each ring, by how many bits its radials are thinned.
    let thinning: [UInt8]
    /// For each ring, where its values start; one more than rings.
    let offsets: [Int]
    /// For each number of trailing zero bits of a radial, the first ring that has it.
    let firstRing: [Int]

    /// A ring never has fewer radials than this.
    static let fewestRadials = 32
    /// Nearer than this many steps a path is resampled to five samples of its own.
    static let nearRings = shortestPath - 1
    /// Steps that a path has at least, as profiles have it.
    static let shortestPath = TerrainProfile.minimumSamples - 1

    init(radiusMeters: Double, spacingMeters: Double) {
        last = max(Self.shortestPath, Int((radiusMeters / spacingMeters - 1e-9).rounded(.up)))
        stepMeters = radiusMeters / Double(last)
        let wanted = 2 * Double.pi * Double(last)
        var bits = 0
        while Double(Self.fewestRadials << (bits + 1)) <= wanted { bits += 1 }
        let fewest = max(Self.fewestRadials, Int((wanted / Double(1 << bits)).rounded(.up)))
        radials = fewest << bits
        var thinning: [UInt8] = [UInt8(bits)]
        var offsets = [0, 1]
        for ring in 1...last {
            var shift = bits
            while shift > 0, Double(radials >> shift) < 2 * .pi * Double(ring) { shift -= 1 }
            thinning.append(UInt8(shift))
            offsets.append(offsets[ring] + radials >> shift)
        }
        self.thinning = thinning
        self.offsets = offsets
        firstRing = (0...bits).map { zeros in max(1, thinning.firstIndex(where: { Int($0) <= zeros }) ?? thinning.count) }
    }

    /// Radials on a ring; 1 at the mast.
    func radials(on ring: Int) -> Int { offsets[ring + 1] - offsets[ring] }

    /// The first ring that has a radial.
    func firstRing(ofRadial radial: Int) -> Int { firstRing[min(firstRing.count - 1, radial.trailingZeroBitCount)] }

    /// Samples of all rings.
    var samples: Int { offsets[last + 1] }
}
