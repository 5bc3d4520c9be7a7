import Foundation

/// Loss of what the upper air scatters over the horizon.
///
/// Source: NBS Technical Note 101, §9; Hufford, "The Algorithm", Eqs. (4.63)–(4.67) and §6.
struct ITMTroposcatter {
    let path: ITMPath

    /// A loss and the frequency gain H0 that it holds, dB.
    struct Answer {
        var lossDB: Double
        var gainDB: Double
    }

    /// Loss beyond free space at a distance, dB; nil where the antennas are so low that the model has no answer ("The Algorithm", p. 11).
    ///
    /// - Parameter fartherGainDB: H0 at a greater distance; it stands in where H0 exceeds 15 dB ("The Algorithm", p. 12).
    func answer(atMeters distance: Double, fartherGainDB: Double? = nil) -> Answer? {
        let gain: Double
        if let fartherGainDB, fartherGainDB > 15 {
            gain = fartherGainDB
        } else {
            guard let own = frequencyGainDB(distance) else { return nil }
            gain = own > 15 ? fartherGainDB ?? own : own
        }
        let angle = path.angleBeyondSight(atMeters: distance)
        let refraction = 0.1 * (path.airAndGround.surfaceRefractivityNUnits - 301) * exp(-angle * distance / 40e3)
        let loss =
            Self.attenuationDB(angle * distance) + 10 * log10(path.waveNumber * ITMPath.megahertzMeters * pow(angle, 4)) - refraction
            + gain
        return Answer(lossDB: loss, gainDB: gain)
    }

    /// H0, dB. Technical Note 101, §9.2.
    private func frequencyGainDB(_ distance: Double) -> Double? {
        let (horizons, heights) = (path.terrain.horizonsMeters, path.terrain.effectiveHeightsMeters)
        let isTransmitterFirst = horizons[0] >= horizons[1]
        let asymmetry = abs(horizons[0] - horizons[1])
        let heightRatio = isTransmitterFirst ? heights[1] / heights[0] : heights[0] / heights[1]
        let angle = path.terrain.horizonAngles.sum() + distance / path.earthRadiusMeters
        let r = 2 * path.waveNumber * angle * heights
        if r[0] < 0.2 && r[1] < 0.2 { return nil }
        let s = (distance - asymmetry) / (distance + asymmetry)
        let q = min(max(0.1, heightRatio / s), 10)
        let crossOver = (distance - asymmetry) * (distance + asymmetry) * angle * 0.25 / distance
        let n = path.airAndGround.surfaceRefractivityNUnits
        let efficiency =
            (crossOver / 1.7556e3) * (1 + (0.031 - n * 2.32e-3 + n * n * 5.67e-6) * exp(-pow(min(1.7, crossOver / 8e3), 6)))
        let mean = (Self.gainDB(r[0], efficiency) + Self.gainDB(r[1], efficiency)) / 2
        let change = min(mean, 6 * (0.6 - log10(max(efficiency, 1))) * log10(max(0.1, s)) * log10(q))
        let gain = max(mean + change, 0)
        guard efficiency < 1 else { return gain }
        let root2 = 2.0.squareRoot()
        let product = (1 + root2 / r[0]) * (1 + root2 / r[1])
        let without = 10 * log10(product * product * r.sum() / (r.sum() + 2 * root2))
        return efficiency * gain + (1 - efficiency) * without
    }

    /// H01(r, η), dB, between the curves of whole η. "The Algorithm", Eq. (6.13).
    private static func gainDB(_ r: Double, _ efficiency: Double) -> Double {
        let held = min(max(efficiency, 1), 5)
        let index = Int(held)
        let rest = held - Double(index)
        func curve(_ number: Int) -> Double {
            10 * log10(1 + curves[number - 1].a / (r * r * r * r) + curves[number - 1].b / (r * r))
        }
        return rest == 0 ? curve(index) : (1 - rest) * curve(index) + rest * curve(index + 1)
    }

    private static let curves: [(a: Double, b: Double)] = [(25, 24), (80, 45), (177, 68), (395, 80), (705, 105)]

    /// F(θd), dB. "The Algorithm", Eq. (6.9).
    private static func attenuationDB(_ product: Double) -> Double {
        let (a, b, c): (Double, Double, Double) =
            product <= 10e3 ? (133.4, 0.332e-3, -10) : product <= 70e3 ? (104.6, 0.212e-3, -2.5) : (71.8, 0.157e-3, 5)
        return a + b * product + c * log10(product)
    }
}
