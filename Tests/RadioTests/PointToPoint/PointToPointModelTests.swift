import Foundation
import Geodesy
import Terrain
import Testing

@testable import Radio

@Suite("The fast twin of P.1812") struct PointToPointModelTests {
    static let frequencies = [30.0, 450, 703, 900, 1_800, 2_600, 6_000]

    @Test(arguments: [false, true]) func equalsTheReferenceModel(withClutter: Bool) throws {
        var dice = Dice(seed: withClutter ? 21 : 20)
        var clearPaths = 0
        for _ in 0..<300 {
            let climate = dice.pick([RadioClimate.northernMountains, .lowlands])
            let model = PointToPointModel(climate: climate)
            let profile = try RandomPath.profile(
                count: Int(dice.number(5...700)), lengthKm: dice.number(0.25...60), reliefMeters: dice.pick([3, 20, 150, 600, 2_500]),
                withClutter: withClutter, &dice)
            var inputs = P1812Inputs.mast(
                transmitterHeightMeters: dice.number(10...100), receiverHeightMeters: dice.number(1.5...10))
            inputs.climate = climate
            inputs.smoothPath = .attachment4
            let latitude = dice.number(8...23)
            let scan = model.scan(
                TerrainProfile(profile), transmitterHeightMeters: inputs.transmitterHeightMeters,
                receiverHeightMeters: inputs.receiverHeightMeters, middleLatitude: latitude)
            clearPaths += scan.isLineOfSight ? 1 : 0
            #expect(!scan.isBelowModelRange)
            for frequency in Self.frequencies {
                for polarization in Polarization.allCases {
                    inputs.frequencyGHz = frequency / 1000
                    inputs.polarization = polarization
                    let reference = P1812.predict(inputs, over: profile, centreLatitude: latitude).lossDB
                    let fast = model.lossDB(scan, frequencyMHz: frequency, polarization: polarization)
                    #expect(abs(fast - reference) < 1e-9, "\(fast) instead of \(reference) at \(frequency) MHz")
                }
            }
        }
        #expect(clearPaths > 5 && clearPaths < 250)
    }

    /// A plain search with arcs and roots as the Recommendation writes them, beside which the fused pass is checked.
    @Test func geometryIsThatOfAPlainSearch() throws {
        var dice = Dice(seed: 5)
        let model = PointToPointModel(climate: .northernMountains)
        let radius = 6371 * 157 / (157 - 45.0)
        for _ in 0..<200 {
            let withClutter = dice.pick([true, false])
            let profile = try RandomPath.profile(
                count: Int(dice.number(5...300)), lengthKm: dice.number(0.3...50), reliefMeters: dice.pick([3, 20, 150, 600, 1_500]),
                withClutter: withClutter, &dice)
            let mast = dice.number(10...80)
            let scan = model.scan(
                TerrainProfile(profile), transmitterHeightMeters: mast, receiverHeightMeters: 1.5, middleLatitude: 22)
            let (d, length) = (profile.distancesKm, profile.lengthKm)
            let last = d.count - 1
            let (top, phone) = (profile.heightsMeters[0] + mast, profile.heightsMeters[last] + 1.5)
            let inner = 1..<last
            let tops = inner.map { profile.heightsMeters[$0] + (withClutter ? profile.clutterHeightsMeters[$0] : 0) }
            let nus = zip(inner, tops).map { index, height in
                let (first, second) = (d[index], length - d[index])
                let above = height + 500 * first * second / radius - (top * second + phone * first) / length
                return above * sqrt(2_000 * (first + second) / (1e6 * first * second))
            }
            let angles = zip(inner, tops).map { index, height in atan((height - top) / (1000 * d[index]) - d[index] / (2 * radius)) }
            let ray = atan((phone - top) / (1000 * length) - length / (2 * radius))
            let horizon = try #require(angles.max())
            #expect(scan.isLineOfSight == (horizon < ray))
            #expect(abs(scan.rayElevationDegrees - ray * 180 / .pi) < 1e-9)
            if horizon > ray {
                let elevation = try #require(scan.horizonElevationDegrees)
                #expect(abs(elevation - horizon * 180 / .pi) < 1e-9)
                #expect(elevation > scan.rayElevationDegrees)
            } else {
                #expect(scan.horizonElevationDegrees == nil)
            }
            let worst = try #require(nus.max())
            #expect(abs(nus[scan.worstSample - 1] - worst) < 1e-9)
            let (first, second) = (d[scan.worstSample], length - d[scan.worstSample])
            let above = tops[scan.worstSample - 1] + 500 * first * second / radius - (top * second + phone * first) / length
            #expect(abs(scan.obstacleClearanceMeters + above) < 1e-6)
            let wavelength = 0.2998 / 2.1
            #expect((scan.obstacleSample(frequencyMHz: 2_100) != nil) == (worst / sqrt(wavelength) > -0.78))
            #expect(scan.obstacleSample == scan.obstacleSample(frequencyMHz: 900))
            if !scan.isLineOfSight { #expect(scan.obstacleSample == scan.worstSample && scan.obstacleClearanceMeters < 0) }
        }
    }

    @Test(arguments: [0.0, 30, 120, 249]) func belowTheModelsRangeIsFreeSpaceAndTheEdge(distanceMeters: Double) {
        let model = PointToPointModel(climate: .northernMountains)
        let flat = TerrainProfile(stepMeters: distanceMeters / 4, heightsMeters: [100, 100, 100, 100, 100])
        let scan = model.scan(flat, transmitterHeightMeters: 45, receiverHeightMeters: 1.5, middleLatitude: 22)
        #expect(scan.isBelowModelRange)
        #expect(scan.isLineOfSight)
        #expect(scan.obstacleSample(frequencyMHz: 2_100) == nil)
        let slantKm = hypot(max(distanceMeters, 1), 43.5) / 1000
        let freeSpace = 92.4 + 20 * log10(2.1 * slantKm)
        #expect(abs(model.lossDB(scan, frequencyMHz: 2_100, polarization: .vertical) - freeSpace) < 1e-9)
        let wall = TerrainProfile(stepMeters: distanceMeters / 4, heightsMeters: [100, 100, 250, 100, 100])
        let blocked = model.scan(wall, transmitterHeightMeters: 45, receiverHeightMeters: 1.5, middleLatitude: 22)
        #expect(blocked.obstacleSample == 2)
        #expect(model.lossDB(blocked, frequencyMHz: 2_100, polarization: .vertical) > freeSpace + 20)
    }

    @Test func profilesOfFewSamplesDoNotTrap() {
        let model = PointToPointModel(climate: .lowlands)
        for heights in [[], [10], [10, 20]] as [[Double]] {
            let scan = model.scan(
                TerrainProfile(stepMeters: 400, heightsMeters: heights), transmitterHeightMeters: 45, receiverHeightMeters: 1.5,
                middleLatitude: 10)
            #expect(model.lossDB(scan, frequencyMHz: 900, polarization: .vertical).isFinite)
        }
    }

    /// A profile is filled again and again: what a longer path left behind does not count.
    @Test func samplesBeyondTheCountAreNotRead() throws {
        let grid = try TerrainGrid(
            west: 105, north: 22, stepLongitude: 0.01, stepLatitude: 0.01, columns: 50, rows: 50,
            heightsMeters: (0..<2_500).map { Float(($0 * 37) % 400) }, surface: .dsm)
        let (a, b) = (Coordinate(longitude: 105.1, latitude: 21.8), Coordinate(longitude: 105.16, latitude: 21.85))
        var fresh = TerrainProfile()
        grid.sample(from: a, to: b, spacingMeters: 90, into: &fresh)
        var reused = TerrainProfile()
        grid.sample(from: a, to: Coordinate(longitude: 105.45, latitude: 21.6), spacingMeters: 90, into: &reused)
        grid.sample(from: a, to: b, spacingMeters: 90, into: &reused)
        #expect(reused.heightsMeters.count > fresh.count)
        let model = PointToPointModel(climate: .northernMountains)
        let scans = [fresh, reused].map {
            model.scan($0, transmitterHeightMeters: 30, receiverHeightMeters: 1.5, middleLatitude: 21.8)
        }
        #expect(scans[0] == scans[1])
    }
}

extension TerrainProfile {
    /// The same ground as a profile of the reference model that has equal steps.
    init(_ profile: PathProfile) {
        let step = profile.lengthKm * 1000 / Double(profile.distancesKm.count - 1)
        self.init(stepMeters: step, heightsMeters: profile.heightsMeters, clutterMeters: profile.clutterHeightsMeters)
    }
}
