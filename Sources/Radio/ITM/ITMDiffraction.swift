import Foundation

/// Loss behind the horizon: two knife edges and a round Earth, weighted by how rough the ground is.
///
/// Source: ERL 79-ITS 67, §3.2 and Eqs. (3.23)–(3.38c); Hufford, "The Algorithm", Eqs. (4.12)–(4.20); L. E. Vogler, "Calculation of groundwave attenuation in the far
/// diffraction region", Radio Science 68D (7), 1964.
struct ITMDiffraction {
    let path: ITMPath
    /// Loss that clutter at the terminals adds, dB. ERL 79-ITS 67, Eq. (3.38c).
    private let clutterDB: Double

    init(_ path: ITMPath) {
        self.path = path
        let terrain = path.terrain
        let sigma = TerrainIrregularity.sigmaMeters(
            TerrainIrregularity.deltaMeters(terrain.deltaMeters, withinMeters: path.smoothSightMeters))
        clutterDB = min(15, 5 * log10(1 + 1e-5 * terrain.heightsMeters[0] * terrain.heightsMeters[1] * path.frequencyMHz * sigma))
    }

    /// Loss beyond free space at a distance behind both horizons, dB.
    func lossDB(atMeters distance: Double) -> Double {
        let weight = roundEarthWeight(distance)
        return weight * RoundEarth(path, atMeters: distance).lossDB + (1 - weight) * knifeEdgesDB(distance) + clutterDB
    }

    /// w, the share of the round Earth. ERL 79-ITS 67, Eq. (3.23), with C = 10 for terminals whose place is known.
    private func roundEarthWeight(_ distance: Double) -> Double {
        let terrain = path.terrain
        let delta = TerrainIrregularity.deltaMeters(terrain.deltaMeters, withinMeters: distance)
        let product = terrain.heightsMeters[0] * terrain.heightsMeters[1]
        let gain = terrain.effectiveHeightsMeters[0] * terrain.effectiveHeightsMeters[1] - product
        let heightTerm = (1 + gain / (product + 10)).squareRoot()
        let distanceTerm = (-path.lineOfSightAngle * path.earthRadiusMeters + path.horizonSumMeters) / distance
        let roughness = (heightTerm + distanceTerm) * min(delta * path.waveNumber, 6283.2)
        return 25.1 / (25.1 + roughness.squareRoot())
    }

    /// Two knife edges, one at each horizon. Technical Note 101, Eqs. (I.1) and (I.7).
    private func knifeEdgesDB(_ distance: Double) -> Double {
        let angle = path.angleBeyondSight(atMeters: distance)
        let beyond = distance - path.horizonSumMeters
        func edge(_ horizon: Double) -> Double {
            // 1/4π, rounded as in the source.
            Self.fresnelDB(squaredV: 0.0795775 * path.waveNumber * angle * angle * horizon * beyond / (beyond + horizon))
        }
        return edge(path.terrain.horizonsMeters[0]) + edge(path.terrain.horizonsMeters[1])
    }

    /// A(ν, 0), dB. Technical Note 101, Eqs. (III.24b) and (III.24c).
    private static func fresnelDB(squaredV: Double) -> Double {
        squaredV < 5.76 ? 6.02 + 9.11 * squaredV.squareRoot() - 1.27 * squaredV : 12.953 + 10 * log10(squaredV)
    }
}

/// Vogler's method of three radii: the ground before each horizon and the stretch between them, each a piece of a sphere.
private struct RoundEarth {
    let lossDB: Double

    /// - Parameter distance: metres, behind both horizons.
    init(_ path: ITMPath, atMeters distance: Double) {
        let terrain = path.terrain
        let horizons = terrain.horizonsMeters
        let angle = path.angleBeyondSight(atMeters: distance)
        let cubeRootFrequency = pow(path.frequencyMHz, 1 / 3.0)
        /// Normalized distance, and K, of a stretch over a sphere.
        func stretch(radiusMeters: Double, lengthMeters: Double) -> (x: Double, k: Double) {
            let curvature = pow((4 / 3.0) * Self.meanRadiusMeters / radiusMeters, 1 / 3.0)
            let k = 0.017778 * curvature / cubeRootFrequency / path.airAndGround.impedance.magnitude
            return ((1.607 - k) * curvature * curvature * cubeRootFrequency * lengthMeters / 1000, k)
        }
        func before(_ end: Int) -> (x: Double, k: Double) {
            let horizon = horizons[end]
            return stretch(radiusMeters: 0.5 * horizon * horizon / terrain.effectiveHeightsMeters[end], lengthMeters: horizon)
        }
        let (transmitter, receiver) = (before(0), before(1))
        let radius = (distance - horizons.sum()) / angle
        let x = stretch(radiusMeters: radius, lengthMeters: radius * angle).x + transmitter.x + receiver.x
        // Technical Note 101, Eq. (8.4); Hufford, "The Algorithm", Eq. (4.20).
        lossDB =
            0.05751 * x - 10 * log10(x) - Self.heightGainDB(x: transmitter.x, k: transmitter.k)
            - Self.heightGainDB(x: receiver.x, k: receiver.k) - 20
    }

    private static let meanRadiusMeters = 6_370e3

    /// F(x, K), dB. Hufford, "The Algorithm", §6.
    private static func heightGainDB(x: Double, k: Double) -> Double {
        let far = 17.372 * log(x) - 117
        guard x < 200 else {
            let loss = 0.05751 * x - 4.343 * log(x)
            guard x < 2000 else { return loss }
            let weight = 0.0134 * x * exp(-0.005 * x)
            return (1 - weight) * loss + weight * far
        }
        let w = -log(k)
        if k < 1e-5 || x * w * w * w > 5495 { return x > 1 ? far : -117 }
        return 2.5e-5 * x * x / k - 8.686 * w - 15
    }
}
