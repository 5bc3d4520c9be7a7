/// One path at one frequency: terrain, air and ground, and what follows from them everywhere in the method.
struct ITMPath {
    let terrain: ITMTerrain
    let airAndGround: ITMAirAndGround
    let frequencyMHz: Double
    /// How far each terminal would see over a smooth Earth, metres.
    let smoothHorizonsMeters: SIMD2<Double>
    /// θe, radians; negative where the horizons see each other. ERL 79-ITS 67, §3.
    let lineOfSightAngle: Double

    init(_ terrain: ITMTerrain, _ airAndGround: ITMAirAndGround, frequencyMHz: Double) {
        self.terrain = terrain
        self.airAndGround = airAndGround
        self.frequencyMHz = frequencyMHz
        smoothHorizonsMeters = (2 * terrain.effectiveHeightsMeters * airAndGround.earthRadiusMeters).squareRoot()
        lineOfSightAngle = -max(terrain.horizonAngles.sum(), -terrain.horizonsMeters.sum() / airAndGround.earthRadiusMeters)
    }

    var earthRadiusMeters: Double { airAndGround.earthRadiusMeters }
    /// dLs, metres: as far as smooth Earth is in sight.
    var smoothSightMeters: Double { smoothHorizonsMeters.sum() }
    /// dL, metres: both horizons.
    var horizonSumMeters: Double { terrain.horizonsMeters.sum() }
    /// k, 1/m.
    var waveNumber: Double { frequencyMHz / Self.megahertzMeters }
    /// Light's way in a microsecond over 2π, MHz·m.
    static let megahertzMeters = 47.7

    /// The bend of a path of a length beyond the line of sight, radians. Hufford, "The Algorithm", Eq. (4.12).
    func angleBeyondSight(atMeters distance: Double) -> Double { distance / earthRadiusMeters - lineOfSightAngle }

    /// What of the path lies near the limits of the method.
    var warnings: ITMWarnings {
        var warnings: ITMWarnings = []
        let (angles, horizons, distance) = (terrain.horizonAngles, terrain.horizonsMeters, terrain.distanceMeters)
        if abs(angles[0]) > 0.2 { warnings.insert(.transmitterHorizonAngle) }
        if abs(angles[1]) > 0.2 { warnings.insert(.receiverHorizonAngle) }
        if horizons[0] < 0.1 * smoothHorizonsMeters[0] { warnings.insert(.transmitterHorizonNear) }
        if horizons[1] < 0.1 * smoothHorizonsMeters[1] { warnings.insert(.receiverHorizonNear) }
        if horizons[0] > 3 * smoothHorizonsMeters[0] { warnings.insert(.transmitterHorizonFar) }
        if horizons[1] > 3 * smoothHorizonsMeters[1] { warnings.insert(.receiverHorizonFar) }
        if airAndGround.surfaceRefractivityNUnits < 250 { warnings.insert(.surfaceRefractivity) }
        let heights = terrain.effectiveHeightsMeters
        if distance < abs(heights[0] - heights[1]) / 0.2 { warnings.insert(.pathSteep) }
        if distance < 1e3 { warnings.insert(.pathShort) }
        if distance > 1_000e3 { warnings.insert(.pathLong) }
        if distance > 2_000e3 { warnings.insert(.pathVeryLong) }
        return warnings
    }
}
