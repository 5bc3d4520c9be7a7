import Geodesy
import Geometry
import Planning
import Radio
import Terrain
import Testing

@testable import Coverage

/// A square of made-up ground from 105° E to 105.4° E and 20.9° N to 21.1° N, posts every 3 arc-seconds.
enum Ground {
    static func grid(_ heightMeters: (Coordinate) -> Float) throws -> TerrainGrid {
        let step = 1.0 / 1200
        let (columns, rows) = (481, 241)
        var heights: [Float] = []
        for row in 0..<rows {
            for column in 0..<columns {
                heights.append(
                    heightMeters(Coordinate(longitude: 105 + Double(column) * step, latitude: 21.1 - Double(row) * step)))
            }
        }
        return try TerrainGrid(
            west: 105, north: 21.1, stepLongitude: step, stepLatitude: step, columns: columns, rows: rows, heightsMeters: heights,
            surface: .dsm)
    }

    static func flat() throws -> TerrainGrid { try grid { _ in 100 } }

    /// A wall of 600 m along the meridian 105.2, as wide as a few posts.
    static func ridge() throws -> TerrainGrid { try grid { abs($0.longitude - 105.2) < 0.003 ? 700 : 100 } }

    /// Known only west of 105.25.
    static func half() throws -> TerrainGrid { try grid { $0.longitude > 105.25 ? .nan : 100 } }
}

@Suite struct PredictionAnalysisTests {
    private func report(
        _ world: World, _ terrain: TerrainGrid?, rule: CoverageRule = Fixture.rule, range: Double = 35_000, threads: Int = 1
    ) throws -> GapReport {
        let environment = RadioEnvironment(terrain: terrain, climate: .northernMountains, maximumRangeMeters: range)
        return try PredictionAnalysis(rule: rule, asOf: Fixture.day("2022-12-01"), environment: environment, threads: threads).run(world)
    }

    private func site(
        _ id: String, _ longitude: Double, carrier: Planning.Operator = .viettel, technologies: [Technology] = [.lte4G], band: Double = 900,
        azimuths: [Double] = [], status: Site.Status = .active
    ) -> Site {
        Site(
            id: id, operator: carrier, place: Coordinate(longitude: longitude, latitude: 21), technologies: technologies, bandsMHz: [band],
            mastHeightMeters: 45, azimuthsDegrees: azimuths, status: status)
    }

    @Test func flatGroundCarriesTheSignalAndSaysHowStrong() throws {
        let world = World(villages: [.at(105.15, 21)], sites: [site("s", 105.1)])
        let verdict = try report(world, Ground.flat()).verdicts[0]
        #expect(verdict.grade == .covered && verdict.reason == .predictedSignal && verdict.basis == .terrainPrediction)
        let signal = try #require(verdict.prediction)
        #expect(verdict.bestSite == 0 && verdict.bestTechnology == .lte4G && signal.frequencyMHz == 900)
        #expect(verdict.signalDBm == signal.rsrpDBm)
        // 5.2 km at 900 MHz: free space loses 105.9 dB, the flat ground some more; 18.2 dBm and 15 dBi less 0.5 dB go out.
        #expect(signal.rsrpDBm < 18.2 + 15 - 0.5 - 105.9 && signal.rsrpDBm > -105)
        #expect(abs(signal.rsrpDBm - (18.22 + signal.gainDBi - 0.5 - signal.pathLossDB)) < 0.01)
        #expect(abs(signal.distanceMeters - 5197) < 5)
        #expect(try #require(verdict.probability) > 0.9)
    }

    @Test func aRidgeHidesTheSiteAndIsNamedByPlaceAndHeight() throws {
        let world = World(villages: [.at(105.22, 21)], sites: [site("s", 105.1)])
        let open = try report(world, Ground.flat()).verdicts[0]
        let shut = try report(world, Ground.ridge()).verdicts[0]
        #expect(open.grade == .covered)
        #expect(shut.grade == .uncovered && shut.reason == .behindTerrain)
        let signal = try #require(shut.prediction)
        let ridge = try #require(signal.obstruction)
        #expect(!signal.isLineOfSight)
        #expect(abs(ridge.place.longitude - 105.2) < 0.005 && abs(ridge.place.latitude - 21) < 0.001)
        #expect(abs(ridge.heightMeters - 700) < 1 && ridge.clearanceMeters < -500)
        #expect(try #require(shut.signalDBm) < #require(open.signalDBm) - 20)
    }

    @Test func noSiteInRangeIsUncoveredEvenWithoutTerrain() throws {
        let world = World(villages: [.at(105.15, 21)], sites: [site("s", 105.1)])
        let far = try report(world, Ground.flat(), range: 1_000).verdicts[0]
        #expect(far.grade == .uncovered && far.reason == .noSiteInRange && far.basis == .absence && far.signalDBm == nil)
        let nothing = try report(World(villages: [.at(105.15, 21)]), nil).verdicts[0]
        #expect(nothing.grade == .uncovered && nothing.missingTiles.isEmpty)
    }

    @Test func missingGroundLeavesTheVerdictOpenAndNamesTheTile() throws {
        let world = World(villages: [.at(105.3, 21)], sites: [site("s", 105.1)])
        let verdict = try report(world, Ground.half()).verdicts[0]
        #expect(verdict.grade == .unknown && verdict.reason == .terrainMissing)
        #expect(verdict.missingTiles == [TerrainTile(south: 21, west: 105)])
        #expect(verdict.basis == .noTerrainFallback && verdict.prediction == nil)
        #expect(try #require(verdict.signalDBm) < -60)
        // A site over known ground covers the village: nothing that is missing could change that.
        var known = world
        known.villages = [.at(105.2, 21)]
        #expect(try report(known, Ground.half()).verdicts[0].missingTiles.isEmpty)
        #expect(try report(known, Ground.half()).verdicts[0].grade == .covered)
    }

    @Test func aFallbackLevelGradesOnlyWhereTheRuleSaysSo() throws {
        var rule = Fixture.rule
        rule.gradeByFallback = true
        let near = World(villages: [.at(105.29, 21)], sites: [site("s", 105.28)])
        let verdict = try report(near, Ground.half(), rule: rule).verdicts[0]
        #expect(verdict.grade == .covered && verdict.basis == .noTerrainFallback && verdict.confidence == .low)
        #expect(verdict.reason == .fallbackSignal && verdict.bestSite == 0 && verdict.operators == [.viettel])
        #expect(verdict.services.map(\.basis) == [.noTerrainFallback] && verdict.technologies == [.lte4G])
        #expect(try report(near, Ground.half()).verdicts[0].grade == .unknown)
        let far = World(villages: [.at(105.39, 21)], sites: [site("s", 105.1)])
        let dark = try report(far, Ground.half(), rule: rule).verdicts[0]
        #expect(dark.grade == .uncovered && dark.reason == .signalTooWeak && dark.services.isEmpty)
    }

    @Test func indoorsTheSignalIsWeakerByTheRulesLoss() throws {
        var indoor = Fixture.rule
        indoor.environment = .indoor
        for (band, loss) in [(900.0, 12.0), (1800, 14)] {
            let world = World(villages: [.at(105.15, 21)], sites: [site("s", 105.1, band: band)])
            let outside = try #require(try report(world, Ground.flat()).verdicts[0].signalDBm)
            let inside = try #require(try report(world, Ground.flat(), rule: indoor).verdicts[0].signalDBm)
            #expect(abs(outside - inside - loss) < 1e-9)
        }
    }

    @Test func aGuessedSiteIsHeardWithinItsCapAndTrustedLittle() throws {
        var guessed = site("s", 105.1)
        guessed.evidence = .crowdsourced
        guessed.rangeCapMeters = 3_000
        let near = try report(World(villages: [.at(105.12, 21)], sites: [guessed]), Ground.flat()).verdicts[0]
        #expect(near.grade == .covered && near.confidence == .low && near.notes.contains(.weakEvidence))
        let far = try report(World(villages: [.at(105.15, 21)], sites: [guessed]), Ground.flat()).verdicts[0]
        #expect(far.grade == .uncovered && far.reason == .noSiteInRange)
    }

    /// On open ground a far village is too far: nothing stands above the ray.
    @Test func groundBelowTheRayIsNoReason() throws {
        var indoor = Fixture.rule
        indoor.environment = .indoor
        let world = World(villages: [.at(105.3, 21)], sites: [site("s", 105.1, band: 2100)])
        let verdict = try report(world, Ground.flat(), rule: indoor).verdicts[0]
        #expect(verdict.grade == .uncovered && verdict.prediction?.isLineOfSight == true)
        #expect(verdict.reason == .signalTooWeak)
    }

    @Test func outsideTheDeclaredListAnAbsenceIsUnknown() throws {
        var world = World(villages: [.at(105.15, 21)])
        world.sitesCompleteIn = [.disc(center: Coordinate(longitude: 105.35, latitude: 21), radiusMeters: 1000, vertices: 24)]
        let verdict = try report(world, Ground.flat()).verdicts[0]
        #expect(verdict.grade == .unknown && verdict.reason == .siteListIncomplete)
    }

    @Test func aSectorThatLooksAwayIsTheReason() throws {
        // 12 km at 1,800 MHz: enough in the beam, 30 dB too little behind it.
        let world = World(villages: [.at(105.17, 21)], sites: [site("s", 105.1, band: 1800, azimuths: [270])])
        let behind = try report(world, Ground.flat()).verdicts[0]
        var turned = world
        turned.sites[0].azimuthsDegrees = [90]
        let ahead = try report(turned, Ground.flat()).verdicts[0]
        #expect(ahead.grade == .covered)
        #expect(behind.grade == .uncovered && behind.reason == .outsideBeam)
        let loss = try #require(ahead.signalDBm) - #require(behind.signalDBm)
        #expect(loss > 20 && loss < 31)
    }

    @Test func plannedAndRetiredSitesSayWhyAndCoverNobody() throws {
        let planned = World(villages: [.at(105.12, 21)], sites: [site("s", 105.1, status: .planned)])
        #expect(try report(planned, Ground.flat()).verdicts[0].reason == .onlyPlannedSite)
        let retired = World(villages: [.at(105.12, 21)], sites: [site("s", 105.1, technologies: [.gsm2G])])
        let environment = RadioEnvironment(terrain: try Ground.flat(), climate: .northernMountains)
        let late = try PredictionAnalysis(rule: Fixture.rule, asOf: Fixture.day("2026-11-01"), environment: environment, threads: 1)
            .run(retired).verdicts[0]
        #expect(late.grade == .uncovered && late.reason == .onlyRetiredTechnology)
    }

    @Test func theStrongestSiteServesEachOperatorNotTheNearest() throws {
        // The near one stands behind the ridge.
        let world = World(villages: [.at(105.22, 21)], sites: [site("near", 105.19), site("far", 105.3)])
        let verdict = try report(world, Ground.ridge()).verdicts[0]
        #expect(verdict.grade == .covered && verdict.bestSite == 1 && verdict.nearestSite == 0)
        #expect(verdict.services.map(\.bestSite) == [1])
    }

    @Test func everyOperatorIsHeardByItsOwnBestSite() throws {
        var rule = Fixture.rule
        rule.minimumOperators = 2
        let both = World(villages: [.at(105.12, 21)], sites: [site("a", 105.1), site("b", 105.14, carrier: .vnpt)])
        let verdict = try report(both, Ground.flat(), rule: rule).verdicts[0]
        #expect(verdict.grade == .covered && verdict.operators == [.viettel, .vnpt])
        var one = both
        one.sites.removeLast()
        let alone = try report(one, Ground.flat(), rule: rule).verdicts[0]
        #expect(alone.grade == .uncovered && alone.reason == .tooFewOperators)
        // The second operator stands where no terrain is: it might be heard.
        one.sites.append(site("b", 105.3, carrier: .vnpt))
        one.villages = [.at(105.2, 21)]
        #expect(try report(one, Ground.half(), rule: rule).verdicts[0].grade == .unknown)
    }

    @Test func threadsChangeNothing() throws {
        var villages: [Village] = []
        for row in 0..<12 { for column in 0..<24 { villages.append(.at(105.02 + Double(column) * 0.015, 20.92 + Double(row) * 0.014)) } }
        var sites: [Site] = []
        for number in 0..<20 {
            var made = site("s\(number)", 105.03 + Double(number) * 0.017, carrier: number % 2 == 0 ? .viettel : .vnpt, band: 1800)
            made.place.latitude = 20.92 + Double(number * 7 % 13) * 0.013
            sites.append(made)
        }
        let world = World(villages: villages, sites: sites)
        let one = try report(world, Ground.ridge(), range: 9_000, threads: 1)
        let three = try report(world, Ground.ridge(), range: 9_000, threads: 3)
        #expect(one.verdicts == three.verdicts)
        #expect(Set(one.verdicts.map(\.grade)) == [.covered, .uncovered])
    }

    @Test func aSiteMoreNeverTakesCoverageAway() throws {
        var villages: [Village] = []
        for column in 0..<30 { villages.append(.at(105.02 + Double(column) * 0.012, 21.01)) }
        let few = World(villages: villages, sites: [site("a", 105.08)])
        var more = few
        more.sites.append(site("b", 105.3))
        let before = try report(few, Ground.ridge(), range: 12_000).verdicts
        let after = try report(more, Ground.ridge(), range: 12_000).verdicts
        for (old, new) in zip(before, after) where old.grade == .covered { #expect(new.grade == .covered) }
        #expect(after.count { $0.grade == .covered } > before.count { $0.grade == .covered })
    }

    /// What pruning leaves out must not matter: every village against every site, one by one, gives the same levels.
    @Test func pruningNeverChangesAVerdict() throws {
        var sites: [Site] = []
        for number in 0..<9 {
            var made = site("s\(number)", 105.05 + Double(number) * 0.04, band: number % 2 == 0 ? 900 : 1800)
            made.place.latitude = 20.95 + Double(number * 5 % 9) * 0.012
            sites.append(made)
        }
        var villages: [Village] = []
        for column in 0..<40 { villages.append(.at(105.01 + Double(column) * 0.0095, 20.93 + Double(column * 11 % 17) * 0.009)) }
        let terrain = try Ground.ridge()
        let together = try report(World(villages: villages, sites: sites), terrain).verdicts
        for (position, village) in villages.enumerated() {
            let alone = try sites.map { try report(World(villages: [village], sites: [$0]), terrain).verdicts[0].signalDBm }
            let strongest = alone.compactMap { $0 }.max()
            #expect(together[position].signalDBm == strongest)
        }
    }
}
