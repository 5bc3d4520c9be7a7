import Foundation
import Testing

@testable import Radio

/// The short forms of the sweep against the long ones they stand for.
@Suite struct SweepPartTests {
    @Test func theMiddleRootOfTheCubicIsThatOfTheCosines() {
        for step in -2_000...2_000 {
            let x = Double(step) / 2_000
            #expect(abs(SweepSphere.middleRoot(x) - cos(.pi / 3 + acos(x) / 3)) < 2e-9)
        }
    }

    @Test func slopesBecomeAngles() {
        for slope in stride(from: -400.0, through: 400, by: 0.37) {
            #expect(abs(SweepFinish.mrad(slope) - RadioHorizon.mrad(slope)) < 1e-8)
        }
    }

    /// What ducts cost at least is claimed from β alone: a smaller β, as rough ground and high antennas make it, never costs less.
    @Test func variationInTimeFallsWithBeta() {
        for distance in [1.0, 5, 20, 50, 100, 150, 200] {
            for latitude in [0.0, 8, 15, 23, 60] {
                let greatest = AnomalousIncidence.percent(centreLatitude: latitude, zones: ZoneLengths(inlandKm: distance))
                let least = SweepTables.timeVariationDB(greatest, distance)
                #expect(greatest < 50 && least > 0)
                for exponent in stride(from: 0.0, through: 100, by: 0.25) {
                    #expect(SweepTables.timeVariationDB(max(greatest * pow(10, -exponent), 1e-100), distance) >= least - 1e-9)
                }
            }
        }
    }

    @Test(arguments: [(30_000.0, 30.0), (3_000, 90), (50, 30), (199_000, 90), (27_183, 87)])
    func ringsHaveArcsOfOneStepAtMost(radius: Double, spacing: Double) {
        let rings = SweepRings(radiusMeters: radius, spacingMeters: spacing)
        #expect(rings.stepMeters <= spacing * 1.000001)
        #expect(rings.radials(on: 0) == 1)
        for ring in 1...rings.last {
            let radials = rings.radials(on: ring)
            #expect(Double(radials) >= 2 * .pi * Double(ring) - 1e-9)
            #expect(radials << Int(rings.thinning[ring]) == rings.radials)
            #expect(radials < 4 * Int(2 * .pi * Double(ring)) + 64)
        }
        #expect(Double(rings.samples) < 4.5 * Double(rings.last * rings.last) + 400 * Double(rings.last))
        for radial in 0..<rings.radials {
            let first = rings.firstRing(ofRadial: radial)
            #expect(first >= 1)
            if first <= rings.last { #expect(radial.isMultiple(of: 1 << Int(rings.thinning[first]))) }
            if first > 1 { #expect(!radial.isMultiple(of: 1 << Int(rings.thinning[first - 1]))) }
        }
    }
}
