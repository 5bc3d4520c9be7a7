import Geometry
import Planning
import Testing

@testable import phusong_bench

@Suite struct SyntheticCountryTests {
    private let country = SyntheticCountry(villages: 600, footprints: 301, seed: 7, areaScale: 0.01)

    @Test func sameSeedGivesTheSameCountry() {
        let (first, again) = (country.world(), country.world())
        #expect(first.villages == again.villages && first.sites == again.sites && first.footprints == again.footprints)
        var other = country
        other.seed = 8
        #expect(other.world().villages != first.villages)
    }

    @Test func hasTheNumbersAskedForInsideItsBox() {
        let world = country.world()
        #expect(world.villages.count == 600 && world.footprints.count == 301 && world.sites.count == 151)
        #expect(world.villages.allSatisfy { country.box.contains($0.centre) && $0.isSynthetic })
    }

    @Test func footprintsAreValidAndOfAllKinds() throws {
        let areas = country.world().footprints.map(\.area)
        for area in areas { #expect(try area.validityDefect() == nil) }
        #expect(areas.allSatisfy { $0.polygons[0].exterior.count == SyntheticFootprint.ringPlaces + 1 })
        #expect(areas.contains { $0.polygons.count > 1 } && areas.contains { !$0.polygons[0].holes.isEmpty })
    }

    @Test func bruteForceFindsWhatTheJoinFinds() throws {
        let world = country.world()
        let covering = try world.joined(threads: 2)
        let bruteForce = BruteForce(world.footprints.map(\.area))
        for testsBoxFirst in [false, true] {
            let found = world.villages.map { bruteForce.polygonsCovering($0.centre, testsBoxFirst: testsBoxFirst) }
            #expect(found == covering.map(Array.init))
        }
        #expect(covering.pairCount > 1000)
    }
}
