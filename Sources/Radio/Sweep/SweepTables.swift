import Foundation

/// What depends on the ring alone, or on nothing: shared by all radials.
struct SweepTables {
    /// Median effective Earth radius ae, km.
    let earthRadiusKm: Double
    /// 500/ae, m/km².
    let bulge: Double
    /// √(0.002·ae), km/√m.
    let marginalPerRoot: Double
    let rings: SweepRings
    let stepKm: Double
    /// 20·lg d of each ring, d in km.
    let distanceDB: [Double]
    /// 1 − Fk of each ring. Eq. (58).
    let farFactor: [Double]
    /// Least A(p) of each ring, dB: Eq. (53) with μ2 = μ3 = 1, which falls when β rises.
    let leastTimeVariationDB: [Double]
    /// For each ring the product of the antennas' heights over the smooth Earth from which on it costs nothing at any of the frequencies, m².
    let freeHeightProduct: [Double]
    /// The first ring of at least 250 m.
    let firstModelRing: Int
    /// Longest √λ of the bands, squared, m.
    let longestWavelength: Double

    init(climate: RadioClimate, rings: SweepRings, leastLatitude: Double, bands: [SweepBand]) {
        self.rings = rings
        stepKm = rings.stepMeters / 1000
        earthRadiusKm = EffectiveEarth.medianRadiusKm(lapseRateNUnitsPerKm: climate.lapseRateNUnitsPerKm)
        bulge = 500 / earthRadiusKm
        marginalPerRoot = (0.002 * earthRadiusKm).squareRoot()
        var (distances, far, least, free) = ([-Double.infinity], [0.0], [0.0], [0.0])
        let wavelength = bands.map { 1 / ($0.inverseRootWavelength * $0.inverseRootWavelength) }.max() ?? 0
        for ring in 1...rings.last {
            let d = Double(ring) * stepKm
            distances.append(Decibels.twenty(d))
            far.append(0.5 * (1 + tanh(1.5 * (d - 20) / 20)))
            let beta = AnomalousIncidence.percent(centreLatitude: leastLatitude, zones: ZoneLengths(inlandKm: d))
            least.append(Self.timeVariationDB(beta, d))
            // With t = d1/d the ray clears a smooth Earth by ht·(1 − t) + hr·t − bulge·d²·t·(1 − t), where 17.456·√(λ·d·t·(1 − t)) is required.
            // The first two are 2·√(ht·hr·t·(1 − t)) at least, and √(t·(1 − t)) is a half at most.
            let root = SmoothEarthConstants.p1812.clearance * (wavelength * d).squareRoot() + 0.5 * bulge * d * d
            free.append(0.25 * root * root * (1 + 1e-9))
        }
        distanceDB = distances
        farFactor = far
        leastTimeVariationDB = least
        freeHeightProduct = free
        firstModelRing = (1...rings.last).first { Double($0) * rings.stepMeters >= P1812.shortestKm * 1000 } ?? rings.last + 1
        longestWavelength = wavelength
    }

    /// Lends the numbers in a form that can be passed about without counting references.
    func withScale<Value>(_ work: (SweepScale) -> Value) -> Value {
        distanceDB.withUnsafeBufferPointer { distances in
            farFactor.withUnsafeBufferPointer { far in
                leastTimeVariationDB.withUnsafeBufferPointer { least in
                    freeHeightProduct.withUnsafeBufferPointer { free in
                        rings.offsets.withUnsafeBufferPointer { offsets in
                            rings.thinning.withUnsafeBufferPointer { thinning in
                                work(
                                    SweepScale(
                                        earthRadiusKm: earthRadiusKm, bulge: bulge, marginalPerRoot: marginalPerRoot, stepKm: stepKm,
                                        lastRing: rings.last, firstModelRing: firstModelRing, longestWavelength: longestWavelength,
                                        distanceDB: distances, farFactor: far, leastTimeVariationDB: least, freeHeightProduct: free,
                                        offsets: offsets,
                                        thinning: thinning))
                            }
                        }
                    }
                }
            }
        }
    }

    /// A(50 %) for a β, dB. Eqs. (53), (56).
    static func timeVariationDB(_ beta: Double, _ distanceKm: Double) -> Double {
        let logBeta = log10(beta)
        let gamma =
            1.076 / pow(2.0058 - logBeta, 1.012)
            * exp(-(9.51 - 4.8 * logBeta + 0.198 * logBeta * logBeta) * 1e-6 * pow(distanceKm, 1.13))
        return -12 + (1.2 + 3.7e-3 * distanceKm) * log10(50 / beta) + 12 * pow(50 / beta, gamma)
    }
}

/// ``SweepTables`` lent for the time of a sweep: all plain numbers and pointers, only read.
struct SweepScale: @unchecked Sendable {
    let earthRadiusKm: Double
    let bulge: Double
    let marginalPerRoot: Double
    let stepKm: Double
    let lastRing: Int
    let firstModelRing: Int
    let longestWavelength: Double
    let distanceDB: UnsafeBufferPointer<Double>
    let farFactor: UnsafeBufferPointer<Double>
    let leastTimeVariationDB: UnsafeBufferPointer<Double>
    let freeHeightProduct: UnsafeBufferPointer<Double>
    let offsets: UnsafeBufferPointer<Int>
    let thinning: UnsafeBufferPointer<UInt8>
}
