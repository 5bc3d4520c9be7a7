import Foundation

/// What hills, slopes and sea add to the level, dB.
///
/// Source: Okumura et al., 1968, §4, Figs. 28 to 35, as fitted in NTIA Report TR-15-517, Appendix A.
enum ExtendedHataCorrections {
    /// Rolling hills, median.
    static func rollingHillsDB(deltaMeters: Double) -> Double {
        let log = log10(max(15, deltaMeters))
        return -1.5072013 + log * (8.458676 - 6.102538 * log)
    }

    /// Rolling hills, by where the mobile stands between hilltop and valley.
    static func placeAmongHillsDB(_ ground: ExtendedHataGround, mobileGroundMeters height: Double) -> Double {
        guard ground.deltaMeters >= 10 else { return 0 }
        let log = log10(ground.deltaMeters)
        let gain = -11.728795 + log * (15.544272 - 1.8154766 * log)
        let (tenth, half, ninth) = ground.quantilesMeters
        if height >= tenth { return gain }
        if height <= ninth { return -gain }
        return height >= half ? gain * (height - half) / (tenth - half) : -gain * (half - height) / (half - ninth)
    }

    /// General slope. Okumura et al., Fig. 34.
    static func slopeDB(mrad: Double, distanceKm: Double) -> Double {
        let curve: [(km: Double, factor: Double)] = mrad <= 0 ? [(10, 0.25), (30, 0.8)] : [(10, 0.125), (30, 0.35), (60, 0.6)]
        return mrad * interpolated(curve.map { ($0.km, $0.factor) }, at: distanceKm)
    }

    /// Mixed land and sea. Okumura et al., Fig. 35.
    static func seaDB(_ ground: ExtendedHataGround, distanceKm: Double) -> Double {
        guard ground.seaShare > 0 else { return 0 }
        func gain(_ shares: [Double], _ base: [Double], _ mobile: [Double]) -> Double {
            let atBase = interpolated(Array(zip(shares, base)), at: ground.seaShare)
            let atMobile = interpolated(Array(zip(shares, mobile)), at: ground.seaShare)
            switch ground.seaEnd {
            case .base: return atBase
            case .mobile: return atMobile
            case .both: return 0.5 * (atBase + atMobile)
            }
        }
        let near = gain(shares30, base30, mobile30)
        let far = gain(shares60, base60, mobile60)
        return near + (far - near) * min(1, max(0, (distanceKm - 30) / 30))
    }

    private static let shares30 = [0, 0.15, 0.35, 0.45, 0.6, 0.65, 0.725, 0.775, 0.85, 1]
    private static let base30: [Double] = [0, 1, 3, 4, 6, 7, 8, 9, 10, 11]
    private static let mobile30 = [0, 4, 5.5, 7, 8.5, 9, 9.5, 9.8, 10.25, 11]
    private static let shares60 = [0, 0.15, 0.3, 0.4, 0.5, 0.6, 0.725, 0.85, 0.9, 1]
    private static let base60 = [0, 2, 4, 5.5, 7, 9, 11, 13, 14, 15]
    private static let mobile60 = [0, 4.25, 6.25, 9.2, 10.5, 11.75, 13, 14, 14.25, 15]

    /// Straight between the points, level beyond them.
    private static func interpolated(_ points: [(Double, Double)], at x: Double) -> Double {
        guard let first = points.first, let last = points.last else { return 0 }
        if x <= first.0 { return first.1 }
        for (left, right) in zip(points, points.dropFirst()) where x <= right.0 {
            return left.1 + (right.1 - left.1) * (x - left.0) / (right.0 - left.0)
        }
        return last.1
    }
}
