/// Finds the point that comes nearest to blocking a clear ray: the largest ν, or the smallest clearance in Fresnel zones.
///
/// That point need not be a vertex of the hull: points near the ends have narrow zones. The scan is exact; blocks that cannot hold the answer are
/// passed over by their highest point. All heights are over the curved Earth unrolled (H = h − bulge·d²), where rays are straight lines.
struct ClearanceSearch: ~Copyable {
    private static let blockShift = 5
    private let heights: UnsafeMutablePointer<Double>
    private let blockHighest: UnsafeMutablePointer<Double>
    private let stepKm: Double

    init(capacity: Int, stepKm: Double) {
        heights = .allocate(capacity: capacity)
        heights.initialize(repeating: 0, count: capacity)
        let blocks = capacity >> Self.blockShift + 1
        blockHighest = .allocate(capacity: blocks)
        blockHighest.initialize(repeating: 0, count: blocks)
        self.stepKm = stepKm
    }

    deinit {
        heights.deallocate()
        blockHighest.deallocate()
    }

    /// Adds point `index`; points come in order from 1.
    @inline(__always) mutating func push(_ index: Int, _ height: Double) {
        heights[index] = height
        let block = index >> Self.blockShift
        let starts = index == 1 || index & (1 << Self.blockShift - 1) == 0
        blockHighest[block] = starts ? height : max(height, blockHighest[block])
    }

    /// What the search finds.
    struct Finding {
        /// ν·|ν| in some unit that rises with it; −∞ when all points stand clear by more than `floor`.
        var signedSquare: Double
        /// The last of equal points; 0 = none.
        var index: Int
    }

    /// The largest above·|above|/(d1·d2), m²/km², over points `first`…`last` of a path to point `end`.
    ///
    /// - Parameters:
    ///   - start: height of the ray at the transmitter.
    ///   - slope: of the ray, m/km.
    ///   - floor: values below this need not be found.
    func worst(from first: Int, through last: Int, end: Int, start: Double, slope: Double, floor: Double) -> Finding {
        var best = Finding(signedSquare: floor, index: 0)
        let length = Double(end) * stepKm
        let half = length / 2
        var index = first
        while index <= last {
            let block = index >> Self.blockShift
            let until = min(last, (block + 1) << Self.blockShift - 1)
            let (near, far) = (Double(index) * stepKm, Double(until) * stepKm)
            let clear = min(start + slope * near, start + slope * far) - blockHighest[block]
            let widest = near > half ? near : far < half ? far : half
            // The hair keeps rounding from passing over an equal point.
            if clear <= 0 || clear * clear * (1 - 1e-12) <= -best.signedSquare * (widest * (length - widest)) {
                for point in index...until {
                    let d = Double(point) * stepKm
                    let above = heights[point] - (start + slope * d)
                    let signed = above * above.magnitude / (d * (length - d))
                    if signed >= best.signedSquare { best = Finding(signedSquare: signed, index: point) }
                }
            }
            index = until + 1
        }
        return best
    }
}
