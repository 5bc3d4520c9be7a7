import Foundation
import Planning
import Publishing
import Scenarios

/// Reads, grades, plans, writes: the body of `plan`, also a step of `demo`.
struct PlanStep {
    /// Long enough for a province's plan to be proven, short enough that nobody waits without an answer.
    static let standardTimeLimitSeconds = 120.0

    let goal: PlanGoal
    let timeLimitSeconds: Double?
    let compute: ComputeOptions
    let output: OutputOptions
    let common: CommonOptions

    /// - Returns: the plan that stands in the folder at the end, which is the stored one where it is as good.
    func perform(_ project: String, _ interruption: Interruption) throws -> (PlanRun, RunPlace) {
        let start = StartTime()
        let isVietnamese = common.language == .vietnamese
        var progress = StageProgress(stages: 4, isQuiet: common.quiet)
        defer { progress.finish() }
        progress.begin("read", isVietnamese ? "đọc dữ liệu" : "reading inputs")
        let loaded = try compute.load(project, common)
        try loaded.throwIfUnusable()
        let limit = timeLimitSeconds ?? loaded.project.timeLimitSeconds ?? Self.standardTimeLimitSeconds
        var parameters = goal.parameters
        parameters["timeLimitSeconds"] = String(limit)
        var place = try RunPlace(
            output, defaultFolder: loaded.defaultFolder(command: "plan", parameters: parameters),
            inputHash: loaded.inputHash(command: "plan", parameters: parameters))
        interruption.protect(place.folder)
        progress.begin("grade", isVietnamese ? "xếp loại thôn, bản" : "grading villages")
        let gaps = try GapRun(loaded, threads: compute.threadCount)
        progress.begin("plan", isVietnamese ? "tìm phương án" : "searching for the best plan")
        interruption.setGentle(true)
        var run = try PlanRun(gaps, goal: goal, timeLimitSeconds: limit, threads: compute.threadCount) { interruption.isAsked }
        interruption.setGentle(false)
        if place.isUnchanged {
            let stored = try RunStore.document(PlanDocument.self, "plan.json", in: place.folder)
            guard run.document.isBetter(than: stored) else {
                // What is shown is what stands there.
                place.keepsStoredPlan = run.document != stored
                run.document = stored
                return (run, place)
            }
        }
        progress.begin("write", isVietnamese ? "ghi kết quả" : "writing layers")
        try RunStore.commit(to: place.folder, overwrite: output.force || place.isUnchanged, remedy: OutputOptions.takenRemedy) { folder in
            try RunPublisher.write(
                run, parameters: parameters,
                .init(threads: compute.threadCount, startedAt: start.text, durationsSeconds: progress.durationsSeconds), to: folder)
        }
        place.isUnchanged = false
        return (run, place)
    }
}
