import Coverage
import Foundation
import Planning
import Testing

@testable import Scenarios

/// 2,418 listed, 2,152 covered, 266 left: computed by geometry from the sample, never stored.
@Suite struct NationalStoryTests {
    static let loaded = Result { try LoadedProject(path: SampleFolder.national, rules: SampleFolder.rules) }

    @Test func twoHundredAndSixtySixRemain() throws {
        let run = try GapRun(Self.loaded.get(), threads: 2)
        #expect(run.summary.villages.total == 2418)
        #expect(run.summary.villages.covered == 2152)
        #expect(run.summary.villages.uncovered == 266)
        #expect(run.summary.villages.partial == 0)
        #expect(run.summary.villages.unknown == 0)
        let byElectricity = Dictionary(uniqueKeysWithValues: run.summary.byElectricity.map { ($0.electricity, $0) })
        #expect(byElectricity[Electricity.none]?.villages.uncovered == 148)
        #expect(byElectricity[.grid]?.villages.uncovered == 118)
        #expect(byElectricity[.grid]?.deadZonesUnder50Households == 50)
        // The official counts stand beside the computed ones.
        #expect(run.summary.lists.contains { $0.official["listed"] == 2418 && $0.computed.total == 2418 })
    }

    @Test func removingOneFootprintChangesTheNumber() throws {
        var loaded = try Self.loaded.get()
        let before = try GapRun(loaded, threads: 2).report
        // A village that exactly one footprint covers, and that footprint.
        let join = try coveringFootprints(loaded)
        let single = try #require(join.first { $0.count == 1 }?.first)
        loaded.read.world.footprints.remove(at: single)
        let after = try GapRun(loaded, threads: 2).report
        #expect(after.deadZones.count > before.deadZones.count)
        #expect(Set(after.deadZones).isSuperset(of: before.deadZones))
    }

    @Test func movingOneFootprintChangesTheNumber() throws {
        var loaded = try Self.loaded.get()
        let join = try coveringFootprints(loaded)
        let single = try #require(join.first { $0.count == 1 }?.first)
        for polygon in loaded.read.world.footprints[single].area.polygons.indices {
            for point in loaded.read.world.footprints[single].area.polygons[polygon].exterior.indices {
                loaded.read.world.footprints[single].area.polygons[polygon].exterior[point].latitude -= 8
            }
            for hole in loaded.read.world.footprints[single].area.polygons[polygon].holes.indices {
                for point in loaded.read.world.footprints[single].area.polygons[polygon].holes[hole].indices {
                    loaded.read.world.footprints[single].area.polygons[polygon].holes[hole][point].latitude -= 8
                }
            }
        }
        #expect(try GapRun(loaded, threads: 2).summary.villages.uncovered > 266)
    }

    @Test func footprintsLookLikeFootprints() throws {
        let footprints = try Self.loaded.get().read.world.footprints
        #expect(footprints.count > 700)
        #expect(footprints.count { $0.area.polygons.contains { !$0.holes.isEmpty } } > 50)
        #expect(footprints.count { $0.area.polygons.count > 1 } > 50)
        #expect(Set(footprints.map(\.operator)).count == 3)
        for footprint in footprints { #expect(try footprint.area.validityDefect() == nil) }
    }

    @Test func theSlowPathAgrees() throws {
        let loaded = try Self.loaded.get()
        let fast = try GapRun(loaded, threads: 2).report.verdicts.map(\.grade)
        #expect(fast == NaiveGrading(loaded).villages().map(\.grade))
    }

    /// For every village the footprints that cover it, one polygon test at a time.
    private func coveringFootprints(_ loaded: LoadedProject) throws -> [[Int]] {
        let world = loaded.read.world
        let boxes = world.footprints.map(\.area.boundingBox)
        return try world.villages.map { village in
            try world.footprints.indices.filter { index in
                guard boxes[index]?.contains(village.centre) ?? false else { return false }
                return try world.footprints[index].area.contains(village.centre)
            }
        }
    }
}
