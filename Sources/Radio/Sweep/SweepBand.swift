import Foundation

/// One frequency, with all that does not change along a sweep: vertical polarization over average land.
///
/// Source: Recommendation ITU-R P.1812-8, Eqs. (8), (28) to (36), (44) and (47).
struct SweepBand {
    let frequencyMHz: Double
    /// 1/√λ, 1/√m.
    let inverseRootWavelength: Double
    /// Free space over one kilometre, dB.
    let freeSpaceDB: Double
    /// Troposcatter less free space along the ground, without its angle, dB.
    let scatterDB: Double
    /// What coupling into ducts costs at least beyond free space, less what depends on the path, dB.
    let ductDB: Double
    /// Loss in ducts for each milliradian, dB.
    let ductPerMradDB: Double
    /// ∛f, f in GHz.
    let rootFrequency: Double
    private let frequencyGHz: Double
    /// k·∛R of the surface admittance.
    private let admittance: Double
    private let medianEarth: Earth

    /// Factors of the residue series for one Earth radius.
    private struct Earth {
        var distance: Double
        var height: Double
        var floorDB: Double

        @inline(__always) init(cubeRoot: Double, admittance: Double, rootFrequency: Double) {
            let k = admittance / cubeRoot
            let k2 = k * k
            let ground = (1 + 1.6 * k2 + 0.67 * k2 * k2) / (1 + 4.5 * k2 + 1.53 * k2 * k2)
            let constants = SmoothEarthConstants.p1812
            distance = constants.distance * ground * rootFrequency / (cubeRoot * cubeRoot)
            height = constants.height * ground * ground * rootFrequency * rootFrequency / cubeRoot
            floorDB = 2 + Decibels.twenty(k)
        }
    }

    init(frequencyMHz: Double, climate: RadioClimate) {
        self.frequencyMHz = frequencyMHz
        let frequency = frequencyMHz / 1000
        frequencyGHz = frequency
        inverseRootWavelength = Wavelength.inverseRoot(frequencyGHz: frequency)
        freeSpaceDB = LineOfSightLoss.freeSpaceDB(distanceKm: 1, heightDifferenceMeters: 0, frequencyGHz: frequency)
        scatterDB =
            TroposcatterLoss.lossDB(
                distanceKm: 1, angularDistanceMrad: 0, frequencyGHz: frequency, timePercent: 50,
                refractivityNUnits: climate.seaLevelRefractivityNUnits) - freeSpaceDB
        let radius = EffectiveEarth.medianRadiusKm(lapseRateNUnitsPerKm: climate.lapseRateNUnitsPerKm)
        let longWaveDB = frequency < 0.5 ? 45.375 - 137 * frequency + 92.5 * frequency * frequency : 0
        ductDB = 102.45 - 92.4 + longWaveDB
        rootFrequency = cbrt(frequency)
        ductPerMradDB = 5e-5 * radius * rootFrequency
        let (permittivity, conductivity) = (22.0, 0.003)
        let imaginary = 18 * conductivity / frequency
        let relative = (permittivity - 1) * (permittivity - 1) + imaginary * imaginary
        admittance =
            SmoothEarthConstants.p1812.admittance / (rootFrequency * relative.squareRoot().squareRoot())
            * (permittivity * permittivity + imaginary * imaginary).squareRoot()
        medianEarth = Earth(cubeRoot: cbrt(radius), admittance: admittance, rootFrequency: rootFrequency)
    }

    /// The first term over the median Earth, dB.
    @inline(__always) func firstTermDB(_ sphere: SweepSphere) -> Double { firstTermDB(sphere, medianEarth) }

    /// The first term over the Earth that just brings the receiver to its horizon, dB.
    @inline(__always) func marginalFirstTermDB(_ sphere: SweepSphere) -> Double {
        firstTermDB(
            sphere, Earth(cubeRoot: cbrt(sphere.marginalRadiusKm), admittance: admittance, rootFrequency: rootFrequency))
    }

    @inline(__always) private func firstTermDB(_ sphere: SweepSphere, _ earth: Earth) -> Double {
        let x = earth.distance * sphere.distanceKm
        let distanceTerm =
            x >= 1.6 ? 11 + Decibels.ten(x) - 17.6 * x : -Decibels.twenty(x) - 5.6488 * pow(x, 1.425)
        let transmitter = max(earth.floorDB, Self.heightGain(earth.height * sphere.transmitterMeters))
        let receiver = max(earth.floorDB, Self.heightGain(earth.height * sphere.receiverMeters))
        return -distanceTerm - transmitter - receiver
    }

    @inline(__always) private static func heightGain(_ b: Double) -> Double {
        b > 2 ? 17.6 * (b - 1.1).squareRoot() - 0.5 * Decibels.ten(b - 1.1) - 8 : Decibels.twenty(b + 0.1 * b * b * b)
    }

    /// Shielding of one terminal, Eq. (48), dB.
    @inline(__always) func shieldingDB(_ horizonMrad: Double, _ horizonKm: Double) -> Double {
        let above = horizonMrad - 0.1 * horizonKm
        guard above > 0 else { return 0 }
        return Decibels.twenty(1 + 0.361 * above * (frequencyGHz * horizonKm).squareRoot()) + 0.264 * above * rootFrequency
    }
}

/// Powers of ten by the natural logarithm, which is the fastest of the exact ones.
enum Decibels {
    /// 10·lg x.
    @inline(__always) static func ten(_ x: Double) -> Double { 4.342944819032518 * log(x) }
    /// 20·lg x.
    @inline(__always) static func twenty(_ x: Double) -> Double { 8.685889638065037 * log(x) }
}
