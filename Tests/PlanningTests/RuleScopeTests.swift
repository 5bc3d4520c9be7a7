import Geodesy
import Testing

@testable import Planning

@Suite struct RuleScopeTests {
    private static func rule(_ eligibility: Eligibility = .all, only: Operator? = nil) -> CoverageRule {
        var rule = CoverageRuleTests.rule
        rule.grades = [.covered, .partial, .uncovered]
        rule.eligibility = eligibility
        rule.onlyOperator = only
        return rule
    }

    private static func village(
        _ id: String, east: Double, households: Int? = nil, electricity: Electricity = .unknown, _ traits: [VillageTrait: Bool] = [:]
    ) -> Village {
        let origin = Coordinate(longitude: 105, latitude: 22)
        var village = Village(
            id: id, name: id, centre: Geodesic.destination(from: origin, azimuthDegrees: 90, distanceMeters: east), households: households,
            electricity: electricity)
        village.traits = traits
        return village
    }

    @Test func theStandardScopeIsEverything() {
        let world = World(
            villages: [Self.village("a", east: 0)],
            sites: [Site(id: "s", operator: .vnpt, place: Self.village("a", east: 9).centre, technologies: [.lte4G])])
        let scope = RuleScope(world, Self.rule())
        #expect(scope.world.villages == world.villages && scope.world.sites == world.sites)
        #expect(scope.villagesLeftOut.isEmpty && scope.sitesLeftOut.isEmpty && scope.footprintsLeftOut == 0)
    }

    /// What is known shuts out; what is not known does not.
    @Test(arguments: [
        (Eligibility(mustBeInhabited: true), ["known-no"]), (Eligibility(mustBeElectrified: true), ["known-no"]),
        (Eligibility(anyOf: [.border, .island]), ["known-no"]), (Eligibility(minimumHouseholds: 20), ["known-no"]), (.all, []),
    ])
    func onlyKnownFactsShutOut(eligibility: Eligibility, leftOut: [String]) {
        let world = World(villages: [
            Self.village("open", east: 0),
            Self.village(
                "known-no", east: 5000, households: 19, electricity: .none, [.inhabited: false, .border: false, .island: false]),
            Self.village("known-yes", east: 10_000, households: 20, electricity: .grid, [.inhabited: true, .border: true, .island: false]),
        ])
        let scope = RuleScope(world, Self.rule(eligibility))
        #expect(scope.villagesLeftOut.map(\.id) == leftOut)
        #expect(scope.world.villages.count == 3 - leftOut.count)
        #expect(
            eligibility.judge(world.villages[0]) == (eligibility == .all || eligibility.mustBeInhabited ? .eligible : .eligibleUntilKnown))
        #expect(eligibility.judge(world.villages[2]) == .eligible)
    }

    /// Clusters follow their village to its new position, and a village left out still bounds its neighbour's ring.
    @Test func placesOfAVillageAreTheSameUnderEveryRule() {
        let world = World(
            villages: [
                Self.village("out", east: 0, households: 1), Self.village("near", east: 400, households: 50),
                Self.village("clustered", east: 9000, households: 50),
            ],
            clusters: [
                VillageCluster(village: 0, place: Coordinate(longitude: 104.9, latitude: 22)),
                VillageCluster(village: 2, place: Coordinate(longitude: 105.2, latitude: 22)),
            ])
        let narrow = Self.rule(Eligibility(minimumHouseholds: 20))
        let scope = RuleScope(world, narrow)
        #expect(scope.world.villages.map(\.id) == ["near", "clustered"])
        #expect(scope.world.clusters.map(\.village) == [1])
        let (all, some) = (VillageExtents(world, narrow), VillageExtents(scope.world, narrow))
        #expect(some[0] == all[1] && some[1] == all[2])
        #expect(abs(some[0].reachMeters - 200) < 1e-6)
    }

    @Test func othersSitesAndFootprintsAreLeftOutWhereOneOperatorCounts() {
        let place = Coordinate(longitude: 105, latitude: 22)
        let world = World(
            sites: [
                Site(id: "a", operator: .viettel, place: place, technologies: [.lte4G]),
                Site(id: "b", operator: .vnpt, place: place, technologies: [.lte4G]),
            ],
            footprints: [
                Footprint(id: "f", operator: .vnpt, technology: .lte4G, area: .disc(center: place, radiusMeters: 100, vertices: 8))
            ])
        let scope = RuleScope(world, Self.rule(only: .viettel))
        #expect(scope.world.sites.map(\.id) == ["a"] && scope.world.footprints.isEmpty)
        #expect(scope.sitesLeftOut.map(\.id) == ["b"] && scope.footprintsLeftOut == 1)
    }
}
