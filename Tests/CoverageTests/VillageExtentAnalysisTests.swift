import Geodesy
import Geometry
import Planning
import Radio
import Terrain
import Testing

@testable import Coverage

/// Grades by all places of a village, in the three modes.
@Suite struct VillageExtentAnalysisTests {
    enum Mode: CaseIterable { case footprints, prediction, both }

    static let day = Fixture.day("2025-01-01")
    static var rule: CoverageRule {
        var rule = Fixture.rule
        rule.grades = [.covered, .partial, .uncovered]
        return rule
    }

    private func report(
        _ world: World, _ mode: Mode, rule: CoverageRule = rule, terrain: TerrainGrid? = nil, threads: Int = 2
    ) throws -> GapReport {
        let footprints = FootprintAnalysis(rule: rule, asOf: Self.day, threads: threads)
        let environment = RadioEnvironment(terrain: try terrain ?? Self.hills.get(), climate: .northernMountains)
        let prediction = PredictionAnalysis(rule: rule, asOf: Self.day, environment: environment, threads: threads)
        return switch mode {
        case .footprints: try footprints.run(world)
        case .prediction: try prediction.run(world)
        case .both: try CombinedAnalysis(footprints: footprints, prediction: prediction).run(world)
        }
    }

    /// Ridges every few kilometres, higher than any mast.
    static let hills = Result {
        try Ground.grid { place in
            let x: Double = (place.longitude * 25).truncatingRemainder(dividingBy: 1)
            let y: Double = (place.latitude * 20).truncatingRemainder(dividingBy: 1)
            let height: Double = 100 + 1000 * abs(x - 0.5) + 300 * abs(y - 0.5)
            return Float(height)
        }
    }

    /// 60 villages, 6 sites and 6 polygons on ``hills``; every third village is rounded, every fourth has clusters.
    private func randomWorld(seed: UInt64) -> World {
        var random = SplitMix(state: seed)
        func place() -> Coordinate { Coordinate(longitude: 105.02 + 0.36 * random.unit(), latitude: 20.92 + 0.16 * random.unit()) }
        var world = World()
        for number in 0..<60 {
            world.villages.append(
                Village(id: "v\(number)", name: "v", centre: place(), households: number, isCoordinateRounded: number % 3 == 0))
            guard number % 4 == 0 else { continue }
            for _ in 0..<3 {
                world.clusters.append(
                    VillageCluster(
                        village: number,
                        place: Geodesic.destination(
                            from: world.villages[number].centre, azimuthDegrees: 360 * random.unit(), distanceMeters: 1500 * random.unit()),
                        households: number % 8 == 0 ? 7 : nil))
            }
        }
        let operators: [Planning.Operator] = [.viettel, .vnpt]
        world.sites = (0..<6).map {
            Site(id: "s\($0)", operator: operators[$0 % 2], place: place(), technologies: [.lte4G], bandsMHz: [1800], mastHeightMeters: 30)
        }
        world.footprints = (0..<6).map {
            Footprint(
                id: "f\($0)", operator: .mobifone, technology: .lte4G, area: .disc(center: place(), radiusMeters: 1500, vertices: 24))
        }
        return world
    }

    @Test(arguments: Mode.allCases) func aRingThatIsAPointGivesTheCentresVerdict(mode: Mode) throws {
        var world = randomWorld(seed: 1)
        world.clusters = []
        var point = Self.rule
        point.assumedExtentRingMeters = 0
        let whole = try report(world, mode, rule: point).verdicts
        let centre = try report(world, mode, rule: Fixture.rule).verdicts
        #expect(Set(whole.map(\.grade)).isSuperset(of: [.covered, .uncovered]))
        for (whole, centre) in zip(whole, centre) {
            #expect(whole.grade == centre.grade && whole.reason == centre.reason && whole.services == centre.services)
            #expect(whole.signalDBm == centre.signalDBm && whole.bestSite == centre.bestSite && whole.missingTiles == centre.missingTiles)
            #expect(whole.notes.filter { $0 != .assumedExtent } == centre.notes && whole.notes.contains(.assumedExtent))
            #expect(centre.extent == nil && whole.extent?.clusters == 1)
            if whole.extent?.roundingAgreement ?? 1 == 1 { #expect(whole.confidence == centre.confidence) }
        }
    }

    @Test(arguments: Mode.allCases, [2, 3] as [UInt64]) func gradesAndSharesSayTheSame(mode: Mode, seed: UInt64) throws {
        let verdicts = try report(randomWorld(seed: seed), mode).verdicts
        #expect(verdicts.contains { $0.grade == .partial })
        for verdict in verdicts {
            let extent = try #require(verdict.extent)
            #expect(extent.grade == verdict.grade)
            let share = try #require(extent.shareClustersCovered)
            #expect((verdict.grade == .covered) == (share == 1))
            #expect((verdict.grade == .partial) == (share > 0 && share < 1))
            #expect((extent.origin == .assumed) == verdict.notes.contains(.assumedExtent))
            #expect((extent.origin == .clusters) == (verdict.village % 4 == 0))
            #expect((extent.roundingAgreement != nil) == (verdict.village % 3 == 0))
            if let agreement = extent.roundingAgreement {
                #expect(agreement >= 1.0 / 9 && agreement <= 1)
                if agreement < 1 { #expect(verdict.confidence == .low) }
            }
            // The centre speaks for itself.
            #expect((extent.points[0].life == .alive) == !verdict.operators.isEmpty)
        }
    }

    @Test(arguments: Mode.allCases, [4, 5] as [UInt64]) func oneMoreSiteNeverLowersAShare(mode: Mode, seed: UInt64) throws {
        var world = randomWorld(seed: seed)
        let before = try report(world, mode).verdicts
        let dead = try #require(before.first { $0.grade != .covered })
        world.sites.append(
            Site(
                id: "new", operator: .gtel, place: world.villages[dead.village].centre, technologies: [.lte4G], bandsMHz: [1800],
                mastHeightMeters: 30))
        let after = try report(world, mode).verdicts
        var gained = 0
        for (before, after) in zip(before, after) {
            let (one, two) = (try #require(before.extent), try #require(after.extent))
            #expect(two.clustersCovered >= one.clustersCovered)
            #expect(try #require(two.shareClustersCovered) >= #require(one.shareClustersCovered))
            if let share = one.shareHouseholdsCovered { #expect(try #require(two.shareHouseholdsCovered) >= share) }
            if two.clustersCovered > one.clustersCovered { gained += 1 }
        }
        #expect(gained > 0)
    }

    @Test(arguments: Mode.allCases) func threadsDoNotChangeAVerdict(mode: Mode) throws {
        let world = randomWorld(seed: 6)
        let one = try report(world, mode, threads: 1).verdicts
        for threads in [2, 5] { #expect(try report(world, mode, threads: threads).verdicts == one) }
    }

    /// The short way of the places around a centre against the long way of the centre, in any order of the stations.
    @Test(arguments: [1, 2]) func thePlacesAroundACentreAreHeardAsTheCentreWouldBe(minimumOperators: Int) throws {
        var rule = Self.rule
        rule.minimumOperators = minimumOperators
        let world = randomWorld(seed: 7)
        let environment = RadioEnvironment(terrain: try Ground.half(), climate: .northernMountains)
        let predictor = PathPredictor(environment, rule)
        let stations = world.sites.enumerated().compactMap { Station($0, $1, technologies: [.lte4G], environment: environment) }
        let groups = StationGroups(stations, isGroundKnown: predictor.isGroundKnown)
        let order = Array(groups.groups.indices)
        let centres = try PredictionAnalysis(rule: rule, asOf: Self.day, environment: environment, threads: 1)
            .examine(world, VillageExtents(world, rule)).map { PointVerdict($0.centre) }
        #expect(Set(centres.map(\.life)).isSuperset(of: [.alive, .unknown]))
        for (village, centre) in zip(world.villages, centres) {
            for order in [order, order.reversed()] {
                let heard = PointReception(at: village.centre, order: order, groups, predictor, minimumOperators: minimumOperators)
                    .verdict(rule, isSiteListComplete: true)
                #expect(heard.life == centre.life)
                if heard.life != .alive { #expect(heard.operators == centre.operators && heard.missingTiles == centre.missingTiles) }
            }
        }
    }

    @Test func aPolygonOverPartOfAVillageMakesItPartialInBothModesThatReadIt() throws {
        // The polygon's border runs 300 m east of the centre.
        let village = Village.at(105.1, 21)
        var world = World(villages: [village], footprints: [.square("f", .viettel, .lte4G, around: 105.1 - 0.05 + 0.0029, 21)])
        for mode in [Mode.footprints, .both] {
            let verdict = try report(world, mode).verdicts[0]
            // North and south of the centre lie inside, the two places east of it outside.
            #expect(verdict.grade == .partial && verdict.reason == .partlyReached)
            #expect(verdict.extent?.clusters == 7 && verdict.extent?.clustersCovered == 5)
            #expect(verdict.operators == [.viettel] && verdict.confidence != .high)
        }
        world.footprints = [.square("f", .viettel, .lte4G, around: 105.1 + 0.05 + 0.0029, 21)]
        let dead = try report(world, .footprints).verdicts[0]
        #expect(dead.grade == .partial && dead.reason == .noSiteInRange && dead.operators.isEmpty && dead.extent?.clustersCovered == 2)
    }

    @Test func unknownGroundLeavesAPartialVillagePartial() throws {
        // Known west of 105.25: the centre is served, one cluster lies behind the ridge of no signal, one beyond the edge.
        let ground = try Ground.grid { $0.longitude > 105.25 ? .nan : abs($0.longitude - 105.2) < 0.003 ? 900 : 100 }
        var world = World(
            villages: [.at(105.19, 21)],
            sites: [
                Site(
                    id: "s", operator: .viettel, place: Coordinate(longitude: 105.18, latitude: 21), technologies: [.lte4G],
                    bandsMHz: [1800],
                    mastHeightMeters: 30)
            ])
        let (behind, beyond) = (Coordinate(longitude: 105.21, latitude: 21), Coordinate(longitude: 105.26, latitude: 21))
        func grade(_ places: [Coordinate]) throws -> VillageVerdict {
            world.clusters = places.map { VillageCluster(village: 0, place: $0) }
            return try report(world, .prediction, terrain: ground).verdicts[0]
        }
        #expect(try grade([]).extent?.points[0].life == .alive)
        let partial = try grade([behind, beyond])
        #expect(partial.grade == .partial && partial.missingTiles.isEmpty && partial.extent?.shareClustersCovered == 1.0 / 3)
        let open = try grade([beyond])
        #expect(open.grade == .unknown && open.reason == .terrainMissing && open.confidence == .low)
        #expect(open.missingTiles.map(\.description) == ["N21E105"] && open.extent?.shareClustersCovered == nil)
        #expect(try grade([behind]).grade == .partial)
    }

    @Test func anIncompleteSiteListLeavesDeadPlacesUnknown() throws {
        let elsewhere = MultiPolygon.disc(center: Coordinate(longitude: 107, latitude: 21), radiusMeters: 5000, vertices: 16)
        let world = World(
            sitesCompleteIn: [elsewhere], villages: [.at(105.1, 21)],
            footprints: [.square("f", .viettel, .lte4G, around: 105.1 - 0.05 + 0.0029, 21)])
        let verdict = try report(world, .footprints).verdicts[0]
        #expect(verdict.grade == .unknown && verdict.reason == .siteListIncomplete && verdict.extent?.clustersCovered == 5)
    }
}
