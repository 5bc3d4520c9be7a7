import Geodesy
import Geometry
import Planning
import Radio
import Terrain
import Testing

@testable import Coverage

@Suite struct CombinedAnalysisTests {
    private func verdict(_ world: World, _ terrain: TerrainGrid) throws -> VillageVerdict {
        let day = Fixture.day("2022-12-01")
        return try CombinedAnalysis(
            footprints: FootprintAnalysis(rule: Fixture.rule, asOf: day, threads: 1),
            prediction: PredictionAnalysis(
                rule: Fixture.rule, asOf: day, environment: RadioEnvironment(terrain: terrain, climate: .northernMountains), threads: 1)
        ).run(world).verdicts[0]
    }

    private let site = Site(
        id: "s", operator: .viettel, place: Coordinate(longitude: 105.1, latitude: 21), technologies: [.lte4G], bandsMHz: [900])

    @Test func aPolygonOverShadowedGroundIsADisagreement() throws {
        let world = World(
            villages: [.at(105.22, 21)], sites: [site], footprints: [.square("f", .viettel, .lte4G, around: 105.22, 21)])
        let joined = try verdict(world, Ground.ridge())
        #expect(joined.grade == .covered && joined.basis == .footprint && joined.reason == .insideFootprint)
        #expect(joined.sources?.footprints == .covered && joined.sources?.prediction == .uncovered)
        #expect(joined.notes.contains(.sourcesDisagree) && joined.confidence == .low)
        // The polygon names no site: the predicted level of one must not stand as what serves the village.
        #expect(joined.bestSite == nil && joined.prediction == nil && joined.signalDBm == nil)
        #expect(joined.sources?.predictedSite == 0 && (joined.sources?.predictedDBm ?? 0) < -105)
    }

    @Test func signalOutsideEveryPolygonIsADisagreementToo() throws {
        let world = World(villages: [.at(105.12, 21)], sites: [site], footprints: [.square("f", .viettel, .lte4G, around: 105.3, 21)])
        let joined = try verdict(world, Ground.flat())
        #expect(joined.grade == .covered && joined.basis == .terrainPrediction)
        #expect(joined.sources?.footprints == .uncovered && joined.sources?.prediction == .covered)
        #expect(joined.confidence == .low)
    }

    @Test func sourcesThatAgreeAreNoDisagreement() throws {
        let world = World(villages: [.at(105.12, 21)], sites: [site], footprints: [.square("f", .viettel, .lte4G, around: 105.12, 21)])
        let joined = try verdict(world, Ground.flat())
        #expect(joined.grade == .covered && !joined.notes.contains(.sourcesDisagree))
        #expect(joined.services.count == 1 && joined.services[0].basis == .footprint && joined.services[0].signalDBm != nil)
    }

    @Test func aDiscSpeaksOnlyWhereThePredictionKnowsNoAnswer() throws {
        let behind = World(villages: [.at(105.105, 21)], sites: [site])
        // Within 4 km, but no polygon: the prediction decides.
        #expect(try verdict(behind, Ground.flat()).basis == .terrainPrediction)
        var east = site
        east.place.longitude = 105.29
        let unknown = try verdict(World(villages: [.at(105.3, 21)], sites: [east]), Ground.half())
        #expect(unknown.grade == .covered && unknown.basis == .disc && unknown.sources?.prediction == .unknown)
        let wall = try verdict(World(villages: [.at(105.215, 21)], sites: [moved(105.195)]), Ground.ridge())
        #expect(wall.sources?.footprints == .covered)
        #expect(wall.grade == wall.sources?.prediction)
    }

    @Test func oneOperatorsPolygonNeverShowsAnothersLevel() throws {
        var world = World(
            villages: [.at(105.22, 21)], sites: [site], footprints: [.square("f", .mobifone, .lte4G, around: 105.22, 21)])
        let joined = try verdict(world, Ground.ridge())
        #expect(joined.grade == .covered && joined.operators == [.mobifone] && joined.bestOperator == .mobifone)
        #expect(joined.bestSite == nil && joined.prediction == nil && joined.signalDBm == nil)
        // Two operators wanted, one heard.
        var rule = Fixture.rule
        rule.minimumOperators = 2
        let both = CombinedAnalysis(
            footprints: FootprintAnalysis(rule: rule, asOf: Fixture.day("2022-12-01"), threads: 1),
            prediction: PredictionAnalysis(
                rule: rule, asOf: Fixture.day("2022-12-01"),
                environment: RadioEnvironment(terrain: try Ground.ridge(), climate: .northernMountains), threads: 1))
        world.villages[0] = .at(105.22, 21)
        let alone = try both.run(world).verdicts[0]
        #expect(alone.grade == .uncovered && alone.reason == .tooFewOperators && alone.operators == [.mobifone])
    }

    private func moved(_ longitude: Double) -> Site {
        var made = site
        made.place.longitude = longitude
        return made
    }
}
