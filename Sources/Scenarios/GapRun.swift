import Coverage
import Foundation
import Planning

/// The gap analysis of one project.
public struct GapRun: Sendable {
    public var loaded: LoadedProject
    public var report: GapReport
    public var summary: GapSummary

    /// Grades every village of a loaded project.
    ///
    /// - Throws: `InputError` when there is nothing to analyse, `GeometryError` when an area cannot be indexed.
    public init(_ loaded: LoadedProject, threads: Int) throws {
        try loaded.throwIfUnusable()
        let project = loaded.project
        report = try FootprintAnalysis(rule: loaded.rule.rule, asOf: project.asOf, threads: threads).run(loaded.read.world)
        let lists = loaded.lists.map {
            GapSummary.ListRow(id: $0.id, asOf: $0.asOf, official: $0.counts, computed: GapSummary.Counts())
        }
        summary = GapSummary(
            project: project.name, world: loaded.read.world, report: report, mode: project.mode.rawValue, lists: lists,
            warnings: loaded.summaryWarnings)
        self.loaded = loaded
    }
}
