import Geodesy
import Planning
import Radio
import Terrain
import Testing

@testable import Coverage

@Suite struct LinkAnalysisTests {
    private static let start = Coordinate(longitude: 105.1, latitude: 21)

    private func site(_ bands: [Double] = [900], azimuths: [Double] = [], technologies: [Technology] = [.lte4G]) -> Site {
        Site(
            id: "s", operator: .viettel, place: Self.start, technologies: technologies, bandsMHz: bands, mastHeightMeters: 45,
            azimuthsDegrees: azimuths)
    }

    private func report(
        _ terrain: TerrainGrid?, to end: Coordinate, _ site: Site? = nil, rule: CoverageRule = Fixture.rule
    ) throws -> LinkReport {
        let environment = RadioEnvironment(terrain: terrain, climate: .northernMountains)
        let site = site ?? self.site()
        let station = try #require(Station(0, site, technologies: site.technologies, environment: environment))
        return LinkAnalysis(rule: rule, environment: environment).report(from: station, to: end)
    }

    private func place(_ longitude: Double, _ latitude: Double = 21) -> Coordinate {
        Coordinate(longitude: longitude, latitude: latitude)
    }

    /// Rolling ground with ridges of several heights.
    private func hills() throws -> TerrainGrid {
        try Ground.grid { place in
            let (x, y) = (place.longitude * 60, place.latitude * 60)
            let wave = (x - x.rounded(.down)) * 240 + (y - y.rounded(.down)) * 110
            return Float(100 + wave)
        }
    }

    @Test(arguments: [105.105, 105.13, 105.17, 105.22, 105.3, 105.38])
    func verdictLevelAndReferenceModelAgree(longitude: Double) throws {
        for terrain in [try Ground.flat(), try Ground.ridge(), try hills()] {
            let link = try report(terrain, to: place(longitude, 20.97), site([700, 1800], azimuths: [90]))
            #expect(link.carriers.count == 2)
            for carrier in link.carriers {
                let level = try #require(carrier.level)
                let parts = try #require(level.parts)
                #expect(abs(parts.totalDB - level.lossDB) < 0.01, "\(longitude), \(carrier.frequencyMHz) MHz")
                #expect(parts.totalDB >= parts.freeSpaceDB - 1e-9)
            }
        }
    }

    @Test func levelIsThatOfTheVerdict() throws {
        let village = Village.at(105.22, 21)
        for terrain in [try Ground.flat(), try Ground.ridge(), try hills()] {
            let environment = RadioEnvironment(terrain: terrain, climate: .northernMountains)
            let verdict = try PredictionAnalysis(
                rule: Fixture.rule, asOf: Fixture.day("2022-12-01"), environment: environment, threads: 1
            ).run(World(villages: [village], sites: [site()])).verdicts[0]
            let link = try report(terrain, to: village.centre)
            let level = try #require(link.carriers.first?.level)
            let signal = try #require(verdict.prediction)
            #expect(level.rsrpDBm == verdict.signalDBm)
            #expect(level.probability == verdict.probability)
            #expect(link.shape?.obstruction == signal.obstruction && link.shape?.isLineOfSight == signal.isLineOfSight)
            #expect(link.isCovered == (verdict.grade == .covered))
        }
    }

    @Test func ridgeIsTheObstacleAndBothHorizons() throws {
        let link = try report(try Ground.ridge(), to: place(105.22))
        let shape = try #require(link.shape)
        let obstruction = try #require(shape.obstruction)
        #expect(!shape.isLineOfSight && link.isCovered == false)
        #expect(abs(obstruction.place.longitude - 105.2) < 0.005 && obstruction.clearanceMeters < -500)
        let (near, far) = (try #require(shape.mastHorizonMeters), try #require(shape.receiverHorizonMeters))
        #expect(near <= far && abs(near - obstruction.distanceMeters) < 1_000 && abs(far - obstruction.distanceMeters) < 1_000)
        #expect(shape.departureElevationDegrees > shape.rayElevationDegrees)
        let fresnel = try #require(shape.fresnel)
        #expect(fresnel.ratio < -10 && fresnel.clearanceMeters == fresnel.ratio * fresnel.radiusMeters)
        let parts = try #require(link.carriers.first?.level?.parts)
        #expect(parts.diffractionDB > 20 && parts.bullingtonDB > 20)
    }

    @Test func samplesAreThoseOfTheVerdictWithRayAndBulge() throws {
        let terrain = try hills()
        let end = place(105.22, 21.03)
        let link = try report(terrain, to: end)
        var profile = TerrainProfile()
        terrain.sample(from: Self.start, to: end, into: &profile)
        #expect(link.samples.map(\.groundMeters) == Array(profile.heightsMeters.prefix(profile.count)))
        #expect(link.samples.first?.distanceMeters == 0 && abs((link.samples.last?.distanceMeters ?? 0) - link.distanceMeters) < 1e-6)
        let (first, last) = (try #require(link.samples.first), try #require(link.samples.last))
        #expect(abs(first.clearanceMeters - 45) < 1e-9 && abs(last.clearanceMeters - 1.5) < 1e-9)
        let middle = link.samples[link.samples.count / 2]
        let (near, far) = (middle.distanceMeters, link.distanceMeters - middle.distanceMeters)
        // ΔN 45: the Earth's radius times 157 / 112.
        #expect(abs(link.effectiveEarthRadiusKilometers - 8_930.777) < 0.001)
        #expect(abs(middle.earthBulgeMeters - near * far / (2 * 8_930_777)) < 1e-4)
        #expect(abs(middle.fresnelRadiusMeters - (0.33310 * near * far / link.distanceMeters).squareRoot()) < 0.01)
    }

    @Test func unknownGroundGivesNoLevelAndNamesTheTiles() throws {
        let link = try report(try Ground.half(), to: place(105.3))
        #expect(link.shape == nil && link.isCovered == nil)
        #expect(link.missingTiles == [TerrainTile(south: 21, west: 105)])
        let carrier = try #require(link.carriers.first)
        #expect(carrier.level == nil)
        #expect(carrier.freeSpaceDBm > -90 && (carrier.fallbackDBm ?? 0) < carrier.freeSpaceDBm - 10)
        #expect(link.samples.contains { $0.groundMeters.isNaN } && link.samples.contains { $0.groundMeters == 100 })
        #expect(link.samples.allSatisfy { $0.rayMeters.isNaN })
    }

    @Test func withoutTerrainEveryTileIsMissing() throws {
        let link = try report(nil, to: place(106.02, 21.01))
        #expect(link.shape == nil && link.surface == nil)
        #expect(link.missingTiles.first == TerrainTile(south: 21, west: 105))
        #expect(link.missingTiles.contains(TerrainTile(south: 21, west: 106)))
        #expect(link.samples.count > 90 && link.samples.allSatisfy { $0.place.isValid && $0.groundMeters.isNaN })
        #expect(abs(Geodesic.distanceMeters(try #require(link.samples.last).place, place(106.02, 21.01))) < 0.01)
    }

    @Test func clutterCostsAndIsLeftOutOnABareGrid() throws {
        let bare = try Ground.flat()
        func grid(_ clutter: [Float]?) throws -> TerrainGrid {
            try TerrainGrid(
                west: bare.west, north: bare.north, stepLongitude: bare.stepLongitude, stepLatitude: bare.stepLatitude,
                columns: bare.columns, rows: bare.rows, heightsMeters: bare.heightsMeters, clutterMeters: clutter, surface: .dtm)
        }
        let trees = [Float](repeating: 15, count: bare.heightsMeters.count)
        let (wooded, open) = (try report(grid(trees), to: place(105.15)), try report(grid(nil), to: place(105.15)))
        #expect(wooded.hasClutter && !open.hasClutter && wooded.surface == .dtm)
        let (below, above) = (try #require(wooded.carriers.first?.level), try #require(open.carriers.first?.level))
        #expect(below.rsrpDBm < above.rsrpDBm - 3)
        #expect(abs((below.parts?.totalDB ?? 0) - below.lossDB) < 0.01)
        let (narrow, wide) = (try #require(wooded.shape?.fresnel), try #require(open.shape?.fresnel))
        #expect(narrow.ratio < wide.ratio)
        #expect(wooded.samples[1].clutterMeters == 15 && open.samples[1].clutterMeters == 0)
    }

    @Test func shortPathIsBelowTheModelAndStillAgrees() throws {
        let link = try report(try Ground.flat(), to: place(105.102))
        #expect(link.distanceMeters < 250)
        #expect(link.shape?.isBelowModelRange == true && link.samples.count == TerrainProfile.minimumSamples)
        let level = try #require(link.carriers.first?.level)
        #expect(abs((level.parts?.totalDB ?? 0) - level.lossDB) < 1e-6)
    }

    @Test func sectorAndUplinkBelongToTheLevel() throws {
        let link = try report(try Ground.flat(), to: place(105.15), site(azimuths: [0, 120, 240]))
        let level = try #require(link.carriers.first?.level)
        #expect(level.sectorAzimuthDegrees == 120)
        #expect(try report(try Ground.flat(), to: place(105.15)).carriers.first?.level?.sectorAzimuthDegrees == nil)
        #expect(level.uplink.oneBlockDB > level.uplink.fourBlocksDB)
        #expect(abs(level.marginDB - (level.rsrpDBm - link.carriers[0].requiredDBm)) < 1e-9)
        #expect(level.isUsable == (level.marginDB >= 0))
    }

    @Test func carriersStandStrongestFirst() throws {
        let link = try report(try Ground.ridge(), to: place(105.22), site([2600, 700, 1800]))
        let levels = try link.carriers.map { try #require($0.level).rsrpDBm }
        #expect(levels.count == 3 && levels == levels.sorted(by: >))
        #expect(link.fresnelFrequencyMHz == 700)
    }
}
