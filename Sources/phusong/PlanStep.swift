import ArgumentParser
import Foundation
import Planning
import Publishing
import Scenarios

/// Reads, grades, plans, writes: the body of `plan`, also a step of `demo`.
struct PlanStep {
    /// Long enough for a province's plan to be proven, short enough that nobody waits without an answer.
    static let standardTimeLimitSeconds = 120.0

    /// Nil = the scenario's own.
    let goal: PlanGoal?
    let timeLimitSeconds: Double?
    let compute: ComputeOptions
    let output: OutputOptions
    let common: CommonOptions

    /// A plan and its folder.
    struct Result {
        /// The plan that stands in the folder at the end, which is the stored one where it is as good.
        var document: PlanDocument
        var place: RunPlace
        /// What was taken from earlier runs; empty where nothing had to be computed.
        var stageUses: [StageUse] = []
    }

    /// - Throws: `ValidationError` where neither the command line nor the file states a goal.
    func perform(_ path: String, _ interruption: Interruption) throws -> Result {
        let project = try ProjectFile.read(path)
        guard let goal = goal ?? project.scenario?.goal else {
            throw ValidationError("Say what to aim at: --budget, --sites, --cover-all or --share, or `goal:` in a scenario file.")
        }
        var parameters = goal.parameters
        let limit = timeLimitSeconds ?? project.timeLimitSeconds ?? Self.standardTimeLimitSeconds
        parameters["timeLimitSeconds"] = String(limit)
        // A plan that is proven cannot get better; one that ran into its time limit may.
        if output.output == nil, !output.force,
            let kept = KeptRun.find(
                project, ruleOverride: compute.rule, rules: RuleStore(folder: DataFolder.rules(common.data)), command: "plan",
                parameters: parameters),
            let stored = try? RunStore.document(PlanDocument.self, "plan.json", in: kept.folder), stored.status != .timeLimit
        {
            return Result(document: stored, place: RunPlace(folder: kept.folder, isUnchanged: true))
        }
        return try search(path, goal, limit, parameters, interruption)
    }

    private func search(
        _ path: String, _ goal: PlanGoal, _ limit: Double, _ parameters: [String: String], _ interruption: Interruption
    ) throws -> Result {
        let start = StartTime()
        let isVietnamese = common.language == .vietnamese
        let stages = output.stages
        let progress = StageProgress(["read": 0.2, "grade": 0.3, "plan": 0.4, "write": 0.1], isQuiet: common.quiet, common.language)
        defer { progress.finish() }
        progress.begin("read", isVietnamese ? "đọc dữ liệu" : "reading inputs")
        let loaded = try compute.load(path, common, stages: stages)
        try loaded.throwIfUnusable()
        progress.expect(like: "plan", of: loaded.project.name)
        var place = try RunPlace(
            output, defaultFolder: loaded.defaultFolder(command: "plan", parameters: parameters),
            inputHash: loaded.inputHash(command: "plan", parameters: parameters))
        interruption.protect(place.folder)
        progress.begin("grade", isVietnamese ? "xếp loại thôn, bản" : "grading villages")
        let gaps = try GapRun(loaded, threads: compute.threadCount, stages: stages)
        progress.begin("plan", isVietnamese ? "tìm phương án" : "searching for the best plan")
        interruption.setGentle(true)
        let run = try PlanRun(gaps, goal: goal, timeLimitSeconds: limit, threads: compute.threadCount, stages: stages) {
            interruption.isAsked
        }
        interruption.setGentle(false)
        if place.isUnchanged {
            let stored = try RunStore.document(PlanDocument.self, "plan.json", in: place.folder)
            guard run.document.isBetter(than: stored) else {
                // What is shown is what stands there.
                place.keepsStoredPlan = run.document != stored
                return Result(document: stored, place: place, stageUses: run.stageUses)
            }
        }
        progress.begin("write", isVietnamese ? "ghi kết quả" : "writing layers")
        try place.commit(output, overwrite: output.force || place.isUnchanged) { folder in
            try RunPublisher.write(
                run, parameters: parameters,
                .init(
                    threads: compute.threadCount, startedAt: start.text, durationsSeconds: progress.durationsSeconds,
                    stages: stages == nil ? nil : run.stageUses, dataFolder: DataFolder.find(common.data)), to: folder)
        }
        // Another process may have been faster with the same run.
        let stands = place.isUnchanged ? try RunStore.document(PlanDocument.self, "plan.json", in: place.folder) : run.document
        return Result(document: stands, place: place, stageUses: run.stageUses)
    }
}
