import Geodesy
import Planning
import Testing

@testable import Coverage

@Suite struct UrgencyTests {
    private static func village(_ id: String, _ longitude: Double, _ households: Int?, _ traits: [VillageTrait: Bool] = [:]) -> Village {
        var village = Village(id: id, name: id, centre: Coordinate(longitude: longitude, latitude: 21), households: households)
        village.traits = traits
        return village
    }

    private static func urgency(
        _ villages: [Village], _ weights: PriorityWeights = .standard
    ) throws -> (Urgency, GapReport) {
        let world = World(villages: villages, footprints: [.square("f", .viettel, .lte4G, around: 105, 21)])
        let report = try Fixture.analysis.run(world)
        return (Urgency(report, world, weights: weights, funding: .standard), report)
    }

    @Test func deadZonesAreRankedByTheSumOfTheirParts() throws {
        let (urgency, _) = try Self.urgency([
            Self.village("covered", 105, 900), Self.village("big", 107, 100), Self.village("school", 107.2, 70, [.school: true]),
            Self.village("tie", 107.4, 100), Self.village("nobody knows", 107.6, nil),
        ])
        #expect(urgency.ranked.map(\.verdict) == [2, 1, 3, 4])
        #expect(urgency.ranked.map(\.rank) == [1, 2, 3, 4])
        #expect(urgency.ranked.map(\.priority.score) == [110, 100, 100, 0])
        #expect(urgency.ranked[0].priority.households == 70 && urgency.ranked[0].priority.traits.map(\.points) == [40])
        #expect(urgency.entry(0) == nil && urgency.entry(1)?.rank == 2)
    }

    @Test func weightsAreTheProjectsOwn() throws {
        let weights = PriorityWeights(household: 0, traits: [.border: 5])
        let (urgency, _) = try Self.urgency(
            [Self.village("many", 107, 999), Self.village("border", 107.2, 1, [.border: true, .school: true])], weights)
        #expect(urgency.ranked.map(\.verdict) == [1, 0] && urgency.ranked.map(\.priority.score) == [5, 0])
    }

    /// A partial village counts by the part of it that lacks signal.
    @Test func aShareCountsAsAShare() {
        let village = Self.village("a", 105, 40, [.clinic: true])
        let (whole, part) = (
            Priority(village, shareWithoutSignal: 1, weights: .standard), Priority(village, shareWithoutSignal: 0.25, weights: .standard)
        )
        #expect(whole.score == 80 && part.score == 20)
    }

    @Test(arguments: [
        ([VillageTrait.border: true], Funding.fund), ([.border: false, .island: false, .especiallyDifficult: false], .operator),
        ([.border: false], .unknown), ([:], .unknown), ([.border: true, .island: false], .fund),
    ])
    func theFundPaysForWhatIsKnownToBeIts(traits: [VillageTrait: Bool], expected: Funding) {
        #expect(FundingRule.standard.funding(of: Self.village("a", 105, 1, traits)) == expected)
    }

    @Test(arguments: [
        ([], ServiceClass.none), ([Technology.gsm2G], .only2G), ([.gsm2G, .umts3G], .only3G), ([.umts3G], .only3G),
        ([.umts3G, .lte4G], .with4G), ([.lte4G, .nr5G], .with5G),
    ])
    func theServiceClassIsThatOfTheNewest(technologies: [Technology], expected: ServiceClass) {
        #expect(ServiceClass(technologies) == expected)
    }
}
