import Coverage
import Foundation
import Planning

/// The gap analysis of one project.
public struct GapRun: Sendable {
    /// What was analysed.
    public var loaded: LoadedProject
    /// The verdicts, in the order of the world's villages, and the range discs that stood in for footprints.
    public var report: GapReport
    /// What stands in `summary.json`.
    public var summary: GapSummary
    /// The dead zones by priority.
    public var urgency: Urgency
    /// What the field says of the villages.
    public var evidence: EvidenceJoin
    /// Where the field contradicts prediction or claim.
    public var conflicts: [EvidenceConflict]
    /// Where a measurement would decide most.
    public var measureHere: [MeasureHere]
    /// Why each village has its grade, in words.
    public var reasons: ReasonSentence

    /// What was taken from earlier runs.
    public var stageUses: [StageUse]

    /// Grades every village of a loaded project.
    ///
    /// - Parameter stages: where earlier runs have left what they computed, and this one leaves its own.
    /// - Throws: `InputError` when there is nothing to analyse, `GeometryError` when an area cannot be indexed.
    public init(_ loaded: LoadedProject, threads: Int, stages: StageStore? = nil) throws {
        try loaded.throwIfUnusable()
        stageUses = []
        if stages != nil, loaded.environment?.terrain != nil {
            let isReused = loaded.radio?.isTerrainReused ?? false
            stageUses.append(StageUse(stage: .terrain, reused: isReused ? 1 : 0, computed: isReused ? 0 : 1))
        }
        let project = loaded.project
        let world = loaded.read.world
        let key = stages == nil ? "" : loaded.signalKey
        let known = stages?.value(SignalStage.self, SignalStage.name, key)?.report(loaded)
        report = try known ?? Self.report(loaded, threads: threads)
        if let stages {
            if known == nil { stages.keep(SignalStage(report), SignalStage.name, key) }
            let count = report.verdicts.count
            stageUses.append(StageUse(stage: .signal, reused: known == nil ? 0 : count, computed: known == nil ? count : 0))
        }
        let onGround = loaded.environment?.terrain.map { terrain in
            world.villages.count { !terrain.heightMeters(at: $0.centre).isNaN }
        }
        let lists = loaded.lists.map {
            GapSummary.ListRow(id: $0.id, asOf: $0.asOf, official: $0.counts, computed: GapSummary.Counts())
        }
        summary = GapSummary(
            project: project.name, world: loaded.read.world, report: report, mode: project.mode.rawValue, lists: lists,
            terrainCovered: Double(onGround ?? 0) / Double(max(1, world.villages.count)),
            knownTiles: loaded.environment?.terrain?.knownTiles ?? [], notEligible: loaded.scope.villagesLeftOut.count,
            funding: project.funding,
            warnings: loaded.summaryWarnings)
        evidence = EvidenceJoin(world, loaded.rule.rule, asOf: project.asOf)
        conflicts = EvidenceConflict.all(report, evidence)
        measureHere = MeasureHere.ranked(report, world, evidence)
        summary.measureHere = measureHere.count
        if !world.evidence.isEmpty {
            summary.evidence = GapSummary.Evidence(
                world.evidence, evidence, conflicts: conflicts.count, calibration: loaded.calibration,
                isApplied: loaded.environment?.calibration != nil)
        }
        urgency = Urgency(report, world, weights: project.priority, funding: project.funding)
        reasons = ReasonSentence(world, rule: loaded.rule.rule)
        self.loaded = loaded
    }

    /// The grades, computed.
    private static func report(_ loaded: LoadedProject, threads: Int) throws -> GapReport {
        let (project, world) = (loaded.project, loaded.read.world)
        let footprints = FootprintAnalysis(rule: loaded.rule.rule, asOf: project.asOf, threads: threads)
        switch (project.mode, loaded.environment) {
        case (.prediction, let environment?):
            return try PredictionAnalysis(rule: loaded.rule.rule, asOf: project.asOf, environment: environment, threads: threads).run(world)
        case (.both, let environment?):
            return try CombinedAnalysis(
                footprints: footprints,
                prediction: PredictionAnalysis(rule: loaded.rule.rule, asOf: project.asOf, environment: environment, threads: threads)
            ).run(world)
        case (.footprints, _), (_, nil): return try footprints.run(world)
        }
    }
}
