import ArgumentParser
import Foundation
import Planning
import Publishing
import Scenarios

/// Plans what has to be planned, compares, writes: the body of `compare`, also a step of `demo`.
struct CompareStep {
    let timeLimitSeconds: Double?
    let allowsDifferentDemand: Bool
    let compute: ComputeOptions
    let output: OutputOptions
    let common: CommonOptions

    /// A comparison and its folder.
    struct Result {
        var comparison: Comparison
        var place: RunPlace
        /// Whether a plan was stopped, or some were not made any more.
        var isIncomplete: Bool
        fileprivate var sides: [Side]

        /// For people, with what was taken from earlier runs.
        func text(_ language: Language) -> String { ComparisonText(language: language).text(comparison) + reuse(language) }

        private func reuse(_ language: Language) -> String {
            let planned = sides.filter { $0.isReused != nil }
            guard !planned.isEmpty else { return "" }
            let isVietnamese = language == .vietnamese
            let kept = planned.count { $0.isReused ?? false }
            var text =
                kept == 0
                ? ""
                : isVietnamese
                    ? "Lấy lại nguyên \(kept) trên \(planned.count) phương án, vì dữ liệu và tham số không đổi.\n"
                    : "\(kept) of \(planned.count) plans were taken as they stood, since nothing they are made from has changed.\n"
            var uses: [StageUse.Stage: StageUse] = [:]
            for use in planned.flatMap(\.stageUses) {
                var sum = uses[use.stage] ?? StageUse(stage: use.stage, reused: 0, computed: 0)
                sum.reused += use.reused
                sum.computed += use.computed
                uses[use.stage] = sum
            }
            text += WrittenText(language).reuse(StageUse.Stage.allCases.compactMap { uses[$0] })
            return text
        }
    }

    /// One side of the comparison.
    fileprivate struct Side {
        var folder: String
        var name: String
        /// Nil for a run that was named as such.
        var isReused: Bool?
        var stageUses: [StageUse] = []
        var isStopped = false
    }

    /// - Parameter files: folders of runs, scenario and project files; the first is the base.
    /// - Throws: `ExitCode` 12 when Ctrl-C left fewer than two plans.
    func perform(_ files: [String], _ interruption: Interruption) throws -> Result {
        guard files.count > 1 else {
            throw ValidationError(
                common.language == .vietnamese
                    ? "Cần ít nhất hai phương án để so sánh; bảng tổ hợp này chỉ có một."
                    : "A comparison needs two plans; this matrix has one combination.")
        }
        // The last file may be the one that cannot be used: nobody waits for the plans before it to hear that.
        for file in files { try throwIfUnusable(file) }
        var sides: [Side] = []
        let start = ContinuousClock.now
        for (number, file) in files.enumerated() {
            sides.append(try side(file, number: number, of: files.count, since: start, interruption))
            if interruption.isAsked { break }
        }
        guard sides.count > 1 else {
            let folders = sides.map(\.folder).joined(separator: ", ")
            Terminal.talk(
                common.language == .vietnamese
                    ? "Đã dừng: mới có \(folders); cần hai phương án để so sánh. Chạy lại lệnh này sẽ tiếp tục từ đây."
                    : "Stopped: \(folders) is all there is, and a comparison needs two plans. The same command again goes on from here.")
            throw ExitCode(Exit.stoppedAtLimit)
        }
        if sides.count < files.count, !common.quiet {
            Terminal.talk(
                common.language == .vietnamese
                    ? "Đã dừng: so sánh \(sides.count) trên \(files.count) phương án. Chạy lại lệnh này sẽ tiếp tục từ đây."
                    : "Stopped: \(sides.count) of \(files.count) plans are compared. The same command again goes on from here.")
        }
        let comparison = try Comparison.of(
            sides.map(\.folder), names: RunNames.distinct(sides.map(\.name), else: sides.map(\.folder)),
            allowsDifferentDemand: allowsDifferentDemand)
        // Charts and page are in one language.
        let hash = Fingerprint.of(try CanonicalJSON.text(comparison) + common.language.rawValue)
        let folder = output.output ?? "runs/compare-\(hash.prefix(12))"
        interruption.protect(folder)
        // The default folder's name is the hash of its content: writing it again changes nothing, and mends what was damaged.
        let isWritten = try RunStore.commit(
            to: folder, overwrite: output.force || output.output == nil, remedy: OutputOptions.takenRemedy
        ) { staging in
            try ComparisonPublisher.write(comparison, to: staging, common.language)
        }
        return Result(
            comparison: comparison, place: RunPlace(folder: folder, isUnchanged: !isWritten),
            isIncomplete: sides.contains(where: \.isStopped) || sides.count < files.count, sides: sides)
    }

    private static func isRun(_ file: String) -> Bool { FileManager.default.fileExists(atPath: "\(file)/run.json") }

    private func throwIfUnusable(_ file: String) throws {
        if Self.isRun(file) {
            _ = try Comparison.of([file])
            return
        }
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
        guard isThere, !isFolder.boolValue || FileManager.default.fileExists(atPath: "\(file)/project.yaml") else {
            throw StoreError(
                .missing, path: file, reason: "this is neither the folder of a run nor a scenario file",
                remedy: "give the folder of a run, as `phusong plan` writes it, or a scenario file")
        }
        guard try ProjectFile.read(file).scenario?.goal == nil else { return }
        throw ValidationError(
            common.language == .vietnamese
                ? "\(file) chưa nêu mục tiêu: thêm `goal:` vào kịch bản, hoặc lập phương án trước rồi nêu thư mục của lượt chạy."
                : "\(file) does not say what to aim at: add `goal:` to the scenario, or plan it and name the folder of the run.")
    }

    /// A run as it stands, or the run of a scenario.
    private func side(
        _ file: String, number: Int, of count: Int, since start: ContinuousClock.Instant, _ interruption: Interruption
    ) throws -> Side {
        if Self.isRun(file) {
            return Side(folder: file, name: URL(fileURLWithPath: file).standardizedFileURL.lastPathComponent, isReused: nil)
        }
        let stem = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        tell("\(number + 1)/\(count) \(stem) …", number: number, of: count, since: start)
        let step = PlanStep(
            goal: nil, timeLimitSeconds: timeLimitSeconds, compute: compute, output: try OutputOptions.parse([]), common: common)
        let result = try step.perform(file, interruption)
        return Side(
            folder: result.place.folder, name: stem, isReused: result.place.isUnchanged, stageUses: result.stageUses,
            isStopped: result.document.status == .timeLimit)
    }

    /// Which scenario is next, and how long all will take by those that are done.
    private func tell(_ text: String, number: Int, of count: Int, since start: ContinuousClock.Instant) {
        guard !common.quiet else { return }
        let spent = (ContinuousClock.now - start) / .seconds(1)
        guard number > 0, spent > 2 else { return Terminal.talk(text) }
        Terminal.talk(text + StageProgress.words(secondsLeft: spent / Double(number) * Double(count - number), common.language))
    }
}
