import Candidates
import Foundation
import Planning
import Testing

@testable import Scenarios

/// Runs of the sample with everything to choose from, over one folder of stages.
@Suite(.serialized) struct StageReuseTests {
    private static let base = SampleFolder.data.appendingPathComponent("samples/tuyen-quang/siting.yaml").path

    private func withFolder(_ body: (_ plan: (_ change: String) throws -> PlanRun, _ folder: String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reuse-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let stages = StageStore(store: folder)
        func plan(_ change: String) throws -> PlanRun {
            let path = "\(folder)/s.yaml"
            let text = """
                schema: phusong.scenario/1
                name: test
                base: \(Self.base)
                changes:
                  - {name: a change, set: {\(change)}}
                """
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            let loaded = try LoadedProject(path: path, rules: SampleFolder.rules, stages: stages)
            return try PlanRun(
                GapRun(loaded, threads: 2, stages: stages), goal: .budget(costVND: 4_000_000_000), threads: 2, stages: stages)
        }
        try body(plan, folder)
    }

    private func use(_ run: PlanRun, _ stage: StageUse.Stage) throws -> StageUse {
        try #require(run.stageUses.first { $0.stage == stage })
    }

    @Test func whatDidNotChangeIsTakenOverAndChangesNothing() throws {
        try withFolder { plan, _ in
            let first = try plan("seed: 8")
            #expect(first.stageUses.map(\.reused) == [0, 0, 0])
            #expect(first.stageUses.map(\.stage) == [.terrain, .signal, .reach])
            let masts = try use(first, .reach).computed
            #expect(masts > 500)

            let again = try plan("seed: 8")
            #expect(again.stageUses.map(\.computed) == [0, 0, 0])
            #expect(again.document == first.document)
            #expect(again.options == first.options)
            #expect(again.gaps.report.verdicts == first.gaps.report.verdicts)
            #expect(again.gaps.summary == first.gaps.summary)
            let fresh = try PlanRun(
                GapRun(LoadedProject(path: Self.base, rules: SampleFolder.rules), threads: 2), goal: .budget(costVND: 4_000_000_000),
                threads: 2)
            #expect(fresh.options == again.options)
            #expect(fresh.stageUses.isEmpty)

            // Money bears on neither signal nor reach. Without the tall masts other hilltops see the villages; what is looked at again is known.
            let dearer = try plan("costs: {backboneVND: null, gridExtensionVNDPerKilometre: 900000000}")
            #expect(dearer.stageUses.map(\.computed) == [0, 0, 0])
            let short = try plan("plan: {mastHeightsMeters: [30]}")
            #expect(try use(short, .signal).computed == 0)
            let reach = try use(short, .reach)
            #expect(reach.reused > 100 && reach.computed < reach.reused / 4, "\(reach)")
        }
    }

    @Test func whatDependsOnAChangeIsComputedAnew() throws {
        try withFolder { plan, folder in
            let first = try plan("seed: 8")
            let masts = try use(first, .reach).computed
            // Another band: the villages' signal stays, what new masts reach does not.
            let band = try plan("plan: {bandsMHz: [1800]}")
            #expect(band.stageUses.map(\.reused) == [1, 453, 0])
            #expect(try use(band, .reach).computed == masts)
            // A new height is one more mast at each place.
            let taller = try plan("plan: {mastHeightsMeters: [30, 45, 60, 70]}")
            // It sees other hilltops as well, so that not every mast of before is looked at again.
            #expect(try use(taller, .reach).reused > masts / 2)
            #expect(try use(taller, .reach).computed > 0)
            // Other air, another day: every level and grade anew, the ground stays.
            for change in ["radio: {deltaN: 50, n0: 376}", "asOf: 2028-10-01", "coverage: {maxRangeKm: 30}"] {
                #expect(try plan(change).stageUses.map(\.reused) == [1, 0, 0], "\(change)")
            }
            // A damaged file is computed again.
            let store = StageStore(store: folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: store.folder) where name.hasPrefix("signal-") {
                try Data("broken".utf8).write(to: URL(fileURLWithPath: "\(store.folder)/\(name)"))
            }
            let mended = try plan("seed: 8")
            #expect(mended.stageUses.map(\.reused) == [1, 0, masts])
            #expect(mended.document == first.document)
        }
    }
}
