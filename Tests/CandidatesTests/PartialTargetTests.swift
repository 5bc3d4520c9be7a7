import Coverage
import Geodesy
import Geometry
import Planning
import Siting
import Testing

@testable import Candidates

/// Masts that close villages of several places.
@Suite struct PartialTargetTests {
    static let day = CalendarDate(year: 2026, month: 11, day: 1)
    static let rule = CoverageRule(
        id: "test", version: 1, title: Bilingual(vi: "", en: ""), source: "test", note: Bilingual(vi: "", en: ""),
        technologies: [.init(technology: .lte4G)], grades: [.covered, .partial, .uncovered], discRadiiMeters: [.lte4G: 4000])
    private static let centre = Coordinate(longitude: 105, latitude: 21)

    private static func east(_ meters: Double) -> Coordinate {
        Geodesic.destination(from: centre, azimuthDegrees: 90, distanceMeters: meters)
    }

    /// A village with its centre at 0 m and clusters so many metres east of it.
    private static func world(clusters: [Double], sites: [(Double, Planning.Operator)]) -> World {
        World(
            villages: [Village(id: "v", name: "v", centre: centre, households: 10)],
            clusters: clusters.map { VillageCluster(village: 0, place: east($0)) },
            sites: sites.enumerated().map { Site(id: "s\($0)", operator: $1.1, place: east($1.0), technologies: [.lte4G]) })
    }

    private static func options(_ world: World, _ masts: [Double], rule: CoverageRule = rule, builder: Planning.Operator? = nil) throws
        -> [SiteOption]
    {
        let report = try FootprintAnalysis(rule: rule, asOf: day, threads: 1).run(world)
        return try OptionBuilder(settings: PlanSettings(operator: builder), rule: rule, asOf: day).options(
            masts.map { CandidatePlace(id: "m\($0)", place: east($0)) }, world, report)
    }

    @Test func aMastClosesAVillageWhenAllItsPlacesAreAliveThen() throws {
        // A site in the west serves centre and first cluster: only the two others are waited for.
        let world = Self.world(clusters: [1000, 5000, 7000], sites: [(-2500, .viettel)])
        let options = try Self.options(world, [0, 2000, 4000, 6000, 12_000])
        #expect(options.map(\.covers) == [[], [], [0], [0], []])
        #expect(options.map { $0.reaches.map(\.point) } == [[], [2], [2, 3], [2, 3], []])
        // The centre has its server already.
        #expect(options[2].signals == [nil])
    }

    @Test func anUncoveredVillageNeedsAllOfThem() throws {
        let world = Self.world(clusters: [3000, 6000], sites: [])
        let options = try Self.options(world, [-900, 1000, 3000])
        #expect(options.map(\.covers) == [[], [], [0]])
        #expect(options.map { $0.reaches.map(\.point) } == [[0, 1], [0, 1], [0, 1, 2]])
    }

    @Test func everyPlaceCountsItsOwnOperators() throws {
        var two = Self.rule
        two.minimumOperators = 2
        // Centre: Viettel and VNPT; cluster: Viettel alone.
        let world = Self.world(clusters: [3000], sites: [(0, .viettel), (-2000, .vnpt)])
        for (builder, covers) in [(nil, [0]), (.mobifone, [0]), (.viettel, [])] as [(Planning.Operator?, [Int])] {
            #expect(try Self.options(world, [3000], rule: two, builder: builder)[0].covers == covers)
        }
        // Nobody at the cluster: one more operator is not enough there.
        let silent = Self.world(clusters: [9000], sites: [(0, .viettel), (-2000, .vnpt)])
        #expect(try Self.options(silent, [6000], rule: two)[0].covers.isEmpty)
        let report = try FootprintAnalysis(rule: two, asOf: Self.day, threads: 1).run(silent)
        #expect(report.verdicts[0].grade == .partial)
        #expect(!OptionBuilder(settings: PlanSettings(), rule: two, asOf: Self.day).closes(report.verdicts[0]))
    }

    @Test func partialVillagesAreTargets() throws {
        let world = Self.world(clusters: [9000], sites: [(0, .viettel)])
        let report = try FootprintAnalysis(rule: Self.rule, asOf: Self.day, threads: 1).run(world)
        let options = try Self.options(world, [7000])
        let assembly = try SitingAssembly(world, report, options, goal: .coverAll(strict: true), mustCover: ["v"])
        #expect(assembly.targets == [0] && assembly.problem.options[0].covers == [0] && assembly.problem.mustCover == [0])
    }
}
