import Geodesy
import Planning
import Radio
import Testing

@testable import Coverage

@Suite struct ReasonSentenceTests {
    private func sentence(_ world: World, _ rule: CoverageRule = Fixture.rule, asOf: String = "2026-11-01") throws -> (
        verdict: VillageVerdict, text: Bilingual
    ) {
        let environment = RadioEnvironment(terrain: try Ground.ridge(), climate: .northernMountains, maximumRangeMeters: 35_000)
        let analysis = PredictionAnalysis(rule: rule, asOf: Fixture.day(asOf), environment: environment, threads: 1)
        let verdict = try analysis.run(world).verdicts[0]
        return (verdict, ReasonSentence(world, rule: rule).text(verdict))
    }

    private func site(_ id: String, _ longitude: Double, _ technology: Technology, azimuths: [Double] = [], band: Double = 900) -> Site {
        Site(
            id: id, operator: .viettel, place: Coordinate(longitude: longitude, latitude: 21), technologies: [technology], bandsMHz: [band],
            mastHeightMeters: 45, azimuthsDegrees: azimuths)
    }

    @Test func aTechnologyThatTheRuleNeverCountedIsNamed() throws {
        var only4G = Fixture.rule
        only4G.technologies = [.init(technology: .lte4G)]
        let world = World(villages: [.at(105.12, 21)], sites: [site("s2", 105.1, .gsm2G), site("s3", 105.11, .umts3G)])
        let (verdict, text) = try sentence(world, only4G)
        #expect(verdict.grade == .uncovered && verdict.reason == .onlyRetiredTechnology)
        #expect(verdict.uncountedTechnologies == [.gsm2G, .umts3G] && verdict.technologies.isEmpty)
        #expect(text.en.contains("Only 2G, 3G can be heard") && text.vi.contains("Chỉ có sóng 2G, 3G"))
    }

    @Test func aTechnologyIsOnlyNamedWhereItCountsForNothing() throws {
        let world = World(villages: [.at(105.12, 21)], sites: [site("s2", 105.1, .gsm2G), site("s4", 105.11, .lte4G)])
        let (verdict, _) = try sentence(world)
        #expect(verdict.grade == .covered && verdict.uncountedTechnologies.isEmpty)
    }

    @Test func aWeakSignalSaysHowMuchIsMissing() throws {
        let world = World(villages: [.at(105.17, 21)], sites: [site("s", 105.1, .lte4G, azimuths: [270], band: 1800)])
        let (verdict, text) = try sentence(world)
        #expect(verdict.reason == .outsideBeam)
        let missing = ReceptionRule(Fixture.rule).requiredDBm - (try #require(verdict.signalDBm))
        let tenths = Int((missing * 10).rounded())
        #expect(text.en.contains("\(tenths / 10).\(tenths % 10) dB more; its antennas look elsewhere"), "\(text.en)")
        #expect(text.vi.contains("còn thiếu \(tenths / 10),\(tenths % 10) dB; ăng-ten hướng đi nơi khác"), "\(text.vi)")
    }

    @Test func aRidgeIsNamedWithItsHeightAndWhatItCosts() throws {
        let world = World(villages: [.at(105.25, 21)], sites: [site("s", 105.1, .lte4G, band: 1800)])
        let (verdict, text) = try sentence(world)
        #expect(verdict.grade == .uncovered && verdict.reason == .behindTerrain)
        #expect(text.en.contains("hidden by ground 700 m high") && text.en.contains("would arrive without it"))
        #expect(text.vi.contains("bị núi cao 700 m"))
    }

    @Test func aPartlyReachedVillageSaysHowManyPlacesHaveSignal() throws {
        var rule = Fixture.rule
        rule.grades = Grade.allCases
        var village = Village.at(105.195, 21)
        village.electricity = .none
        let clusters = [105.19, 105.25].map { VillageCluster(village: 0, place: Coordinate(longitude: $0, latitude: 21)) }
        var world = World(villages: [village], sites: [site("s", 105.15, .lte4G, band: 1800)])
        world.clusters = clusters
        let (verdict, text) = try sentence(world, rule)
        #expect(verdict.grade == .partial && verdict.reason == .partlyReached)
        let extent = try #require(verdict.extent)
        #expect(
            text.en.hasPrefix("\(extent.clustersCovered) of \(extent.clusters) places of the village have signal. At its centre: Site s"))
        #expect(text.vi.hasPrefix("\(extent.clustersCovered) trong \(extent.clusters) điểm dân cư có sóng. Tại trung tâm: Trạm s"))
        #expect(text.en.hasSuffix("The village has no grid electricity."))
    }
}
