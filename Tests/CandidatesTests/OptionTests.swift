import Coverage
import Geodesy
import Geometry
import Planning
import Siting
import Testing

@testable import Candidates

@Suite struct OptionTests {
    static let day = CalendarDate(year: 2026, month: 11, day: 1)
    static let rule = CoverageRule(
        id: "test", version: 1, title: Bilingual(vi: "", en: ""), source: "test", note: Bilingual(vi: "", en: ""),
        technologies: [.init(technology: .lte4G)], discRadiiMeters: [.lte4G: 4000])

    static func village(_ id: String, _ longitude: Double, _ electricity: Electricity = .grid, households: Int? = 10) -> Village {
        Village(id: id, name: id, centre: Coordinate(longitude: longitude, latitude: 21), households: households, electricity: electricity)
    }

    static func report(_ world: World) throws -> GapReport {
        try FootprintAnalysis(rule: rule, asOf: day, threads: 1).run(world)
    }

    @Test func aDeadVillageGetsAPlaceAtTheNearestRoad() throws {
        let road = [Coordinate(longitude: 105, latitude: 21.01), Coordinate(longitude: 105.2, latitude: 21.01)]
        let world = World(villages: [Self.village("near", 105.1), Self.village("far", 106, .none)], roads: [road])
        let places = CandidateGeneration(roadWithinMeters: 2000).places(world, deadZones: [0, 1])
        #expect(places.map(\.id) == ["c-near", "c-far"])
        #expect(abs(places[0].place.latitude - 21.01) < 1e-6)
        #expect(places[0].distanceToRoadMeters == 0)
        #expect(places[1].place == world.villages[1].centre)
        #expect(places[1].distanceToRoadMeters == nil)
        #expect(places.map(\.power) == [.grid, .solar])
        // Out of reach of the road, the village's own place stays.
        #expect(CandidateGeneration(roadWithinMeters: 500).places(world, deadZones: [0])[0].place == world.villages[0].centre)
    }

    @Test func coverSetsHoldDeadVillagesWithinTheDisc() throws {
        // 0.03° of longitude at 21° N is 3.1 km, 0.05° is 5.2 km.
        let site = Site(id: "s", operator: .viettel, place: Coordinate(longitude: 107, latitude: 21), technologies: [.lte4G])
        let world = World(
            villages: [Self.village("a", 105), Self.village("b", 105.03), Self.village("c", 105.05), Self.village("covered", 107)],
            sites: [site])
        let builder = OptionBuilder(settings: PlanSettings(), rule: Self.rule, asOf: Self.day)
        let places = [
            CandidatePlace(id: "p", place: Coordinate(longitude: 105, latitude: 21)),
            .init(id: "q", place: Coordinate(longitude: 107, latitude: 21)),
        ]
        let options = try builder.options(places, world, Self.report(world))
        #expect(options.map(\.covers) == [[0, 1], []])
        #expect(options[0].parent == 0)
        #expect(abs((options[0].hopKilometres ?? 0) - Geodesic.distanceMeters(places[0].place, site.place) / 1000) < 1e-9)
    }

    @Test func costsFollowTheTable() throws {
        let place = Coordinate(longitude: 105, latitude: 21)
        let parent = Geodesic.destination(from: place, azimuthDegrees: 90, distanceMeters: 6000)
        let site = Site(id: "s", operator: .viettel, place: parent, technologies: [.lte4G])
        let world = World(villages: [Self.village("a", 105, .none)], sites: [site])
        let builder = OptionBuilder(settings: PlanSettings(mastHeightMeters: 31), rule: Self.rule, asOf: Self.day)
        let options = try builder.options(
            [
                CandidatePlace(id: "computed", place: place), .init(id: "low", place: place, mastHeightMeters: 30, power: .grid),
                .init(id: "stated", place: place, statedCostVND: 123),
            ], world, Self.report(world))
        // 31 m needs the 45 m mast; the village has no grid, so solar; 6 km of line.
        #expect(options[0].cost == CostParts(siteVND: 700_000_000, powerVND: 200_000_000, transmissionVND: 3_000_000_000))
        #expect(options[0].costVND == 3_900_000_000)
        #expect(options[1].cost == CostParts(siteVND: 500_000_000, transmissionVND: 3_000_000_000))
        #expect(options[2].cost == CostParts(statedVND: 123))
        #expect(options[2].costVND == 123)
    }

    @Test func aWorldWithoutSitesHasNoTransmissionCost() throws {
        let world = World(villages: [Self.village("a", 105)])
        let option = try OptionBuilder(settings: PlanSettings(), rule: Self.rule, asOf: Self.day)
            .options([CandidatePlace(id: "p", place: world.villages[0].centre)], world, Self.report(world))[0]
        #expect(option.parent == nil)
        #expect(option.hopKilometres == nil)
        #expect(option.cost.transmissionVND == 0)
    }

    @Test func aTechnologyThatDoesNotCountReachesNobody() throws {
        let builder = OptionBuilder(settings: PlanSettings(technologies: [.umts3G]), rule: Self.rule, asOf: Self.day)
        #expect(builder.discReachMeters == 0)
        // A place on its own village is at distance 0: it would seem to cover it.
        let world = World(villages: [Self.village("a", 105)])
        let error = try #require(throws: NoCountedTechnology.self) {
            try builder.options([CandidatePlace(id: "p", place: world.villages[0].centre)], world, Self.report(world))
        }
        #expect(error == NoCountedTechnology(technologies: [.umts3G], ruleID: "test", asOf: Self.day))
        for part in ["plan.technologies", "3G", "rule test", "2026-11-01"] { #expect(error.description.contains(part)) }
    }

    @Test func onlyTechnologiesThatCountAreTold() {
        let builder = OptionBuilder(settings: PlanSettings(technologies: [.umts3G, .lte4G]), rule: Self.rule, asOf: Self.day)
        #expect(builder.countedTechnologies == [.lte4G])
    }

    /// Two operators are asked for: `one` is heard by Viettel alone, `none` by nobody; a place stands on each.
    @Test(
        arguments: [(nil, [[0], []]), (Operator.vnpt, [[0], []]), (.viettel, [[], []])] as [(Operator?, [[Int]])])
    func aNewSiteClosesByTheRulesNumberOfOperators(builder: Operator?, covers: [[Int]]) throws {
        var rule = Self.rule
        rule.minimumOperators = 2
        let world = World(
            villages: [Self.village("one", 105), Self.village("none", 106)],
            sites: [Site(id: "s", operator: .viettel, place: Coordinate(longitude: 105, latitude: 21), technologies: [.lte4G])])
        let report = try FootprintAnalysis(rule: rule, asOf: Self.day, threads: 1).run(world)
        #expect(report.deadZones == [0, 1])
        let options = try OptionBuilder(settings: PlanSettings(operator: builder), rule: rule, asOf: Self.day)
            .options(world.villages.map { CandidatePlace(id: "at-\($0.id)", place: $0.centre) }, world, report)
        #expect(options.map(\.covers) == covers)
    }

    @Test(arguments: [(40, 200, Int64(40)), (nil, 200, 50), (nil, 201, 51), (nil, nil, 1), (0, 10, 0)] as [(Int?, Int?, Int64)])
    func weightIsHouseholdsOrTheBestGuess(households: Int?, population: Int?, weight: Int64) {
        var village = Self.village("a", 105, households: households)
        village.population = population
        #expect(village.targetWeight == weight)
    }

    @Test func unknownVillagesAreNeverTargets() throws {
        let complete = MultiPolygon.disc(center: Coordinate(longitude: 105, latitude: 21), radiusMeters: 5000, vertices: 32)
        let world = World(sitesCompleteIn: [complete], villages: [Self.village("dead", 105), Self.village("unknown", 107)])
        let report = try Self.report(world)
        let assembly = try SitingAssembly(world, report, [], goal: .coverAll(strict: false), mustCover: [])
        #expect(assembly.targets == [0])
        #expect(throws: UnknownMustCover(villageID: "unknown", grade: .unknown)) {
            try SitingAssembly(world, report, [], goal: .coverAll(strict: false), mustCover: ["unknown"])
        }
        #expect(throws: UnknownMustCover(villageID: "nobody", grade: nil)) {
            try SitingAssembly(world, report, [], goal: .coverAll(strict: false), mustCover: ["nobody"])
        }
        #expect(try SitingAssembly(world, report, [], goal: .coverAll(strict: false), mustCover: ["dead"]).problem.mustCover == [0])
    }

    @Test func costsThatOverflowAreNamed() {
        let world = World(
            villages: [Self.village("a", 105)],
            sites: [Site(id: "s", operator: .vnpt, place: Coordinate(longitude: 106, latitude: 21), technologies: [.lte4G])])
        var costs = CostTable.standard
        costs.transmissionVNDPerKilometre = Int64.max
        let builder = OptionBuilder(settings: PlanSettings(costs: costs), rule: Self.rule, asOf: Self.day)
        #expect(throws: CostOverflow(candidateID: "p")) {
            try builder.options([CandidatePlace(id: "p", place: world.villages[0].centre)], world, Self.report(world))
        }
    }
}
