import Foundation
import Geodesy
import Terrain
import Testing

@testable import Radio

/// A sweep gives at every sample what the point-to-point model gives over the samples of the radial up to there.
@Suite struct SweepEqualityTests {
    private struct Worst {
        var differenceDB: Double
        var text: String
    }

    @Test(arguments: SweepGround.allCases, [false, true]) func everySampleIsThatOfTheTwin(ground: SweepGround, withClutter: Bool) throws {
        try compare(ground, withClutter, postsPerDegree: 1_200, radius: 2_000...16_000)
    }

    /// Where ducts and the troposphere carry what diffraction does not.
    @Test(arguments: [SweepGround.sea, .plain, .islands, .mountains], [false, true])
    func longPathsAreThoseOfTheTwin(ground: SweepGround, withClutter: Bool) throws {
        try compare(ground, withClutter, postsPerDegree: 200, radius: 30_000...95_000)
    }

    private func compare(
        _ ground: SweepGround, _ withClutter: Bool, postsPerDegree: Double, radius radii: ClosedRange<Double>
    ) throws {
        let scale = 1_200 / postsPerDegree
        var dice = Dice(seed: 42)
        var worst: [Worst] = []
        var (compared, unknown) = (0, 0)
        for round in 0..<6 {
            let grid = try ground.grid(postsPerDegree: postsPerDegree, withClutter: withClutter, seed: 7 + UInt64(round))
            let heights = [dice.pick([1.5, 1.5, 4]), dice.pick([8.0, 30])]
            let radius = dice.number(radii)
            let place = Coordinate(longitude: 105 + scale * dice.number(0.12...0.2), latitude: 21.5 + scale * dice.number(0.12...0.2))
            let transmitter = Self.transmitter(place, &dice)
            let sweep = try RadialSweep(
                terrain: grid, climate: dice.pick([.northernMountains, .lowlands]), receiverHeightsMeters: heights, radiusMeters: radius)
            let fields = try [PolarField.Quantity.lossDB, .levelDBm].map { try sweep.polar(from: transmitter, $0) }
            let model = PointToPointModel(climate: sweep.climate)
            var profile = TerrainProfile()
            for _ in 0..<150 {
                let ring = dice.number(0...1) < 0.1 ? Int(dice.number(1...12)) : Int(dice.number(1...Double(sweep.rings.last)))
                let count = fields[0].radials(onRing: ring)
                let radial = Int(dice.number(0...Double(count) - 0.001))
                let azimuth = fields[0].azimuthDegrees(radial: radial, onRing: ring)
                let end = Geodesic.destination(from: place, azimuthDegrees: azimuth, distanceMeters: radius)
                let receiver = Geodesic.destination(
                    from: place, azimuthDegrees: azimuth, distanceMeters: Double(ring) * fields[0].stepMeters)
                let path: TerrainProfile
                if ring < 4 {
                    grid.sample(from: place, to: receiver, into: &profile)
                    path = profile
                } else {
                    grid.sample(from: place, to: end, spacingMeters: fields[0].stepMeters * (1 + 1e-9), into: &profile)
                    path = TerrainProfile(
                        stepMeters: fields[0].stepMeters, heightsMeters: Array(profile.heightsMeters[0...ring]),
                        clutterMeters: profile.clutterMeters.isEmpty ? [] : Array(profile.clutterMeters[0...ring]))
                }
                guard path.firstGap == nil else {
                    unknown += 1
                    #expect(fields.allSatisfy { $0[0, 0, ring, radial].isNaN && $0[2, 1, ring, radial].isNaN })
                    continue
                }
                for (number, height) in heights.enumerated() {
                    let scan = model.scan(
                        path, transmitterHeightMeters: transmitter.antennaHeightMeters, receiverHeightMeters: height,
                        middleLatitude: (place.latitude + receiver.latitude) / 2)
                    let elevation = max(scan.rayElevationDegrees, scan.horizonElevationDegrees ?? -90)
                    for (index, cell) in transmitter.cells.enumerated() {
                        let loss = model.lossDB(scan, frequencyMHz: cell.frequencyMHz, polarization: .vertical)
                        let gain = cell.sectors.map {
                            $0.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: elevation)
                        }.max()
                        let level = cell.conductedPowerDBm + (try #require(gain)) - loss
                        let lossError = abs(Double(fields[0][index, number, ring, radial]) - loss)
                        let levelError = abs(Double(fields[1][index, number, ring, radial]) - level)
                        compared += 1
                        let text =
                            "round \(round) ring \(ring) of \(radius) m, radial \(radial), \(cell.frequencyMHz) MHz, receiver \(height) m, "
                            + "loss \(loss) dB, \(scan.isLineOfSight ? "in sight" : "hidden"): \(lossError) and \(levelError)"
                        // NaN must not pass as small.
                        let error = max(lossError, levelError)
                        worst.append(Worst(differenceDB: error.isNaN ? .infinity : error, text: text))
                    }
                }
            }
        }
        worst.sort { $0.differenceDB > $1.differenceDB }
        #expect(compared + 6 * unknown == 5_400 && compared > 4_500)
        let worstText = worst.prefix(5).map(\.text).joined(separator: "\n")
        // Values are kept as Float: 1.5·10⁻⁵ dB at 200 dB.
        #expect(worst[0].differenceDB < 1e-4, "\(worstText)")
        if ProcessInfo.processInfo.environment["SWEEP_WORST"] != nil { print(ground, withClutter, worst[0].differenceDB, worst[0].text) }
    }

    private static func transmitter(_ place: Coordinate, _ dice: inout Dice) -> SweepTransmitter {
        let tilt = dice.number(0...8)
        let azimuth = dice.number(0...360)
        return SweepTransmitter(
            place: place, antennaHeightMeters: dice.pick([10, 30, 45, 80]),
            cells: [
                SweepCell(
                    frequencyMHz: dice.pick([60, 450, 700]), conductedPowerDBm: 17,
                    sectors: [Sector(antenna: .omni(maximumGainDBi: 15), electricalTiltDegrees: tilt)]),
                SweepCell(
                    frequencyMHz: dice.pick([900, 1_800, 2_100]), conductedPowerDBm: 15,
                    sectors: [0.0, 120, 240].map {
                        Sector(antenna: .sector(maximumGainDBi: 17.5), azimuthDegrees: azimuth + $0, electricalTiltDegrees: tilt)
                    }),
                SweepCell(
                    frequencyMHz: dice.pick([2_600, 3_500, 5_900]), conductedPowerDBm: 15,
                    sectors: [0.0, 90].map {
                        Sector(
                            antenna: .sector(maximumGainDBi: 17.5), azimuthDegrees: azimuth + $0, electricalTiltDegrees: 2,
                            mechanicalTiltDegrees: tilt)
                    }),
            ])
    }
}
