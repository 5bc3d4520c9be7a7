import Coverage
import Foundation
import Geodesy
import Ingest
import Planning
import Testing

@testable import Scenarios

/// The slow way of `verify` finds the same places, and grades them alike, when clusters are given.
@Suite struct NaiveExtentTests {
    /// The whole province by discs, with clusters for every fifth village: stated ones, residential ones, or both.
    private func loaded(minimumOperators: Int) throws -> LoadedProject {
        var loaded = try PlanRunTests.gaps.get().loaded
        loaded.rule.rule.minimumOperators = minimumOperators
        loaded.read.world.clusters = loaded.read.world.villages.indices.filter { $0 % 5 == 0 }.flatMap { number in
            (0...(number % 3)).map { cluster in
                VillageCluster(
                    village: number,
                    place: Geodesic.destination(
                        from: loaded.read.world.villages[number].centre, azimuthDegrees: Double(number * 37 + cluster * 120),
                        distanceMeters: Double(500 + 700 * cluster)),
                    origin: (number + cluster) % 4 == 0 ? .residential : .stated)
            }
        }
        return loaded
    }

    @Test func bothWaysFindTheSamePlaces() throws {
        let loaded = try loaded(minimumOperators: 1)
        let world = loaded.read.world
        let fast = VillageExtents(world, loaded.rule.rule)
        let slow = NaiveExtent.places(world, loaded.rule.rule)
        #expect(Set(world.villages.indices.map { fast[$0].origin }) == [.clusters, .residential, .assumed])
        for village in world.villages.indices {
            #expect(fast[village].points.count == slow[village].count)
            for (one, other) in zip(fast[village].points, slow[village]) { #expect(Geodesic.distanceMeters(one, other) < 1e-6) }
        }
    }

    @Test(arguments: [1, 2]) func bothWaysGradeThemAlike(minimumOperators: Int) throws {
        let loaded = try loaded(minimumOperators: minimumOperators)
        let run = try GapRun(loaded, threads: 2)
        let naive = NaiveGrading(loaded).villages()
        #expect(naive.map(\.grade) == run.report.verdicts.map(\.grade))
        #expect(naive.map { $0.places.count { $0.isAlive == true } } == run.report.verdicts.map { $0.extent?.clustersCovered })
        #expect(Set(naive.map(\.grade)) == [.covered, .partial, .uncovered])
    }
}
