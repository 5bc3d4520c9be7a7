import ArgumentParser
import Foundation
import Ingest
import Planning
import Publishing
import Scenarios

struct ScenarioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario",
        abstract: "Scenario files: a project and named changes to it.",
        discussion: """
            A scenario file goes wherever a project file goes: phusong plan, gaps, check, compare, verify.
            """,
        subcommands: [ScenarioNewCommand.self, ScenarioCheckCommand.self, ScenarioExplainCommand.self])
}

struct ScenarioNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Writes a commented scenario file.",
        discussion: """
            Example:
              phusong scenario new tall-masts.yaml --base project.yaml

            Exit codes: 0 ok · 64 usage · 66 the base is missing · 73 the file is there already · 74 I/O
            """)

    @Argument(help: "File to write.", completion: .file(extensions: ["yaml"]))
    var file: String

    @Option(
        name: .long, help: ArgumentHelp("Project file that the scenario changes, or a scenario on one.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var base: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        try Failure.reporting(common) {
            let project = try ProjectFile.read(base)
            // What is inherited is never farther than one file away.
            if let scenario = project.scenario, scenario.sources.count > 2 {
                let below = scenario.sources[scenario.sources.count - 2].displayName
                throw InputError(
                    .badData,
                    [
                        Diagnostic(
                            .error, .settingInvalid, file: base, field: "base",
                            value: "this is a scenario on the scenario `\(below)` already; take that one or its project as the base",
                            consequence: .fileRejected)
                    ])
            }
            guard !FileManager.default.fileExists(atPath: file) else {
                throw StoreError(.cannotCreate, path: file, reason: "the file is there already", remedy: "choose another name")
            }
            let folder = URL(fileURLWithPath: file).standardizedFileURL.deletingLastPathComponent()
            let target = URL(fileURLWithPath: base).standardizedFileURL.path
            let text = ScenarioTemplate.text(
                name: URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent,
                base: ScenarioTemplate.relative(target, to: folder.path), inheritsGoal: project.scenario?.goal != nil)
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
            } catch {
                throw StoreError(.cannotCreate, path: file, reason: "the file cannot be written", remedy: RunStore.neutralRemedy)
            }
            if common.json {
                try Terminal.data(try CanonicalJSON.text(["schema": "phusong.scenario-new/1", "file": file]))
            } else if !common.quiet {
                try Terminal.data(
                    common.language == .vietnamese
                        ? "Đã ghi: \(file)\nSửa tệp rồi chạy: phusong scenario check \(file)\n"
                        : "Written: \(file)\nChange it, then run: phusong scenario check \(file)\n")
            }
        }
    }
}

struct ScenarioCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Every defect of a scenario, of the files under it and of their tables.",
        discussion: """
            Example:
              phusong scenario check GeoData/samples/tuyen-quang/scenarios/band-1800.yaml

            Exit codes: 0 no errors (warnings may stand) · 65 errors, or no scenario · 66 a file is missing
            """)

    @Argument(help: "Scenario file.", completion: .file(extensions: ["yaml"]))
    var file: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        try Failure.reporting(common) {
            let scenario = try Scenario.read(file)
            for change in scenario.changes {
                for setting in change.settings where setting.isWithoutEffect {
                    Terminal.talk(
                        common.language == .vietnamese
                            ? "cảnh báo: \(change.file): \(change.name): \(setting.key) đã có giá trị này trong dự án gốc"
                            : "warning: \(change.file): \(change.name): \(setting.key) says what the base says already")
                }
            }
        }
        var check = CheckCommand()
        (check.project, check.common, check.compute) = (file, common, try ComputeOptions.parse([]))
        check.all = false
        try check.run()
    }
}

struct ScenarioExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "What a scenario changes: every value before and after.",
        discussion: """
            Example:
              phusong scenario explain GeoData/samples/tuyen-quang/scenarios/band-1800.yaml

            Exit codes: 0 ok · 65 a defective file, or no scenario · 66 a file is missing
            """)

    @Argument(help: "Scenario file.", completion: .file(extensions: ["yaml"]))
    var file: String

    @OptionGroup var common: CommonOptions

    /// `scenario explain --json`.
    struct Document: Codable {
        struct Change: Codable {
            struct Setting: Codable {
                var key: String
                @ExplicitNull var before: String?
                @ExplicitNull var after: String?
            }
            var name: String
            var file: String
            var settings: [Setting]
        }
        var schema = "phusong.scenario-explained/1"
        var name: String
        var note: String
        var files: [String]
        var goal: [String: String]
        var changes: [Change]
    }

    private func words(_ goal: PlanGoal) -> String {
        let numbers = HumanNumbers(language: common.language)
        let isVietnamese = common.language == .vietnamese
        switch goal {
        case .budget(let cost):
            return isVietnamese ? "nhiều hộ nhất với \(numbers.money(cost))" : "most households for \(numbers.money(cost))"
        case .sites(let count):
            return isVietnamese
                ? "nhiều hộ nhất với \(numbers.count(count)) trạm" : "most households with \(numbers.counted(count, "site"))"
        case .share(let points):
            let percent = numbers.fixed(Double(points) / 100, decimals: 2) + " %"
            return isVietnamese ? "phủ \(percent) số hộ, ít tiền nhất" : "cover \(percent) of the households at the least cost"
        case .coverAll: return isVietnamese ? "phủ mọi thôn phủ tới được, ít tiền nhất" : "cover every reachable village at the least cost"
        }
    }

    func run() throws {
        try Failure.reporting(common) {
            let scenario = try Scenario.read(file)
            if common.json {
                let document = Document(
                    name: scenario.name, note: scenario.note, files: scenario.sources.map(\.displayName),
                    goal: scenario.goal?.parameters ?? [:],
                    changes: scenario.changes.map { change in
                        .init(
                            name: change.name, file: change.file,
                            settings: change.settings.map { .init(key: $0.key, before: $0.before, after: $0.after) })
                    })
                return try Terminal.data(try CanonicalJSON.text(document))
            }
            guard !common.quiet else { return }
            let isVietnamese = common.language == .vietnamese
            func say(_ vi: String, _ en: String) -> String { isVietnamese ? vi : en }
            var text = Terminal.bold(scenario.name) + "\n"
            if !scenario.note.isEmpty { text += "  \(scenario.note)\n" }
            text +=
                "  " + say("dựa trên: ", "stands on: ") + scenario.sources.dropLast().reversed().map(\.displayName).joined(separator: " → ")
                + "\n"
            if let goal = scenario.goal { text += "  " + say("mục tiêu: ", "goal: ") + words(goal) + "\n" }
            for change in scenario.changes {
                text += "\n  \(Terminal.bold(change.name))  (\(change.file))\n"
                var table = TextTable([say("khoá", "key"), say("trước", "before"), say("sau", "after")], [.left, .left, .left])
                for setting in change.settings { table.add(setting.key, setting.before ?? "–", setting.after ?? say("bỏ", "taken out")) }
                text += table.text(indent: 4)
            }
            if scenario.changes.isEmpty { text += say("\n  Không thay đổi gì.\n", "\n  Nothing is changed.\n") }
            try Terminal.data(text)
        }
    }
}
