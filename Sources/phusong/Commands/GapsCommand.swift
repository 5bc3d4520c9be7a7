import ArgumentParser
import Foundation
import Planning
import Publishing
import Scenarios

struct GapsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "Who has no signal, and why: grades every village and writes the layers.",
        discussion: """
            Examples:
              phusong gaps GeoData/samples/vietnam-2022/project.yaml --json
              phusong gaps my-province -o runs/november --force

            Writes summary.json, villages.geojson, dead-zones.geojson, sites.geojson, footprints.geojson, run.json; tables.xlsx, dead-zones.csv, \
            by-commune.csv; summary.vi.txt, summary.en.txt; with prediction measure-here.geojson and .csv. Goes on with the good \
            rows and counts the dropped ones in `warnings`.
            Exit codes: 0 ok · 10 gaps found (with --fail-on-gaps) · 64 usage · 65 bad data · 66 input missing · 73 cannot create · 74 I/O
            """)

    @Argument(help: "Project file, or the folder that holds project.yaml.", completion: .file(extensions: ["yaml"]))
    var project: String

    @Flag(name: .long, help: "End with exit code 10 when any village is uncovered or partly covered.")
    var failOnGaps = false

    @OptionGroup var compute: ComputeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Failure.reporting(common) {
            let interruption = Interruption()
            let (run, place) = try GapsStep(compute: compute, output: output, common: common).perform(project, interruption)
            if common.json {
                try Terminal.data(try CanonicalJSON.text(run.summary))
            } else if !common.quiet {
                try Terminal.data(
                    GapsText(language: common.language).text(run.summary, synthetic: run.loaded.project.synthetic)
                        + WrittenText(common.language).text(place, place.isUnchanged ? [] : run.stageUses))
            }
            if failOnGaps, !run.report.deadZones.isEmpty { throw ExitCode(Exit.gapsFound) }
        }
    }
}

/// Reads, grades, writes: the body of `gaps`, also a step of `demo`.
struct GapsStep {
    let compute: ComputeOptions
    let output: OutputOptions
    let common: CommonOptions

    func perform(_ project: String, _ interruption: Interruption) throws -> (GapRun, RunPlace) {
        let start = StartTime()
        let isVietnamese = common.language == .vietnamese
        let stages = output.stages
        let progress = StageProgress(["read": 0.3, "grade": 0.5, "write": 0.2], isQuiet: common.quiet, common.language)
        defer { progress.finish() }
        progress.begin("read", isVietnamese ? "đọc dữ liệu" : "reading inputs")
        let loaded = try compute.load(project, common, stages: stages)
        try loaded.throwIfUnusable()
        progress.expect(like: "gaps", of: loaded.project.name)
        var place = try RunPlace(
            output, defaultFolder: loaded.defaultFolder(command: "gaps", parameters: [:]),
            inputHash: loaded.inputHash(command: "gaps", parameters: [:]))
        interruption.protect(place.folder)
        progress.begin("grade", isVietnamese ? "xếp loại thôn, bản" : "grading villages")
        let run = try GapRun(loaded, threads: compute.threadCount, stages: stages)
        guard !place.isUnchanged else { return (run, place) }
        progress.begin("write", isVietnamese ? "ghi kết quả" : "writing layers")
        try place.commit(output, overwrite: output.force) { folder in
            try RunPublisher.write(
                run, parameters: [:],
                .init(
                    threads: compute.threadCount, startedAt: start.text, durationsSeconds: progress.durationsSeconds,
                    stages: stages == nil ? nil : run.stageUses, dataFolder: DataFolder.find(common.data)), to: folder)
        }
        return (run, place)
    }
}

/// What was written, for people.
struct WrittenText {
    let language: Language

    init(_ language: Language) { self.language = language }

    func text(_ place: RunPlace, _ uses: [StageUse] = []) -> String { written(place) + reuse(uses) }

    /// What was taken from earlier runs; empty where nothing was.
    func reuse(_ uses: [StageUse]) -> String {
        let isVietnamese = language == .vietnamese
        let numbers = HumanNumbers(language: language)
        let parts = uses.filter { $0.reused > 0 }.map { use in
            let all = use.reused + use.computed
            let some = use.computed == 0 ? numbers.count(all) : "\(numbers.count(use.reused)) / \(numbers.count(all))"
            return switch use.stage {
            case .terrain: isVietnamese ? "địa hình" : "terrain"
            case .signal: isVietnamese ? "mức thu ở \(some) thôn" : "signal at \(some) villages"
            case .reach: isVietnamese ? "tầm phủ của \(some) cột" : "reach of \(some) masts"
            }
        }
        guard !parts.isEmpty else { return "" }
        return (isVietnamese ? "Lấy lại từ các lượt trước: " : "Taken from earlier runs: ") + parts.joined(separator: ", ") + "\n"
    }

    private func written(_ place: RunPlace) -> String {
        let isVietnamese = language == .vietnamese
        if place.keepsStoredPlan {
            return isVietnamese
                ? "Giữ phương án đã có, phương án mới không tốt hơn (thay bằng --force): \(place.folder)/\n"
                : "The stored plan was kept, the new one is no better (--force replaces it): \(place.folder)/\n"
        }
        if place.isUnchanged {
            return isVietnamese
                ? "Kết quả của đúng dữ liệu này đã có: \(place.folder)/\n"
                : "The run of exactly these inputs is there already: \(place.folder)/\n"
        }
        return (isVietnamese ? "Đã ghi: " : "Written: ") + "\(place.folder)/\n"
    }
}
