import ArgumentParser
import Foundation
import Ingest
import Planning
import Publishing
import Scenarios

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Data-quality report: every defect with file, row, field and remedy.",
        discussion: """
            Example:
              phusong check GeoData/samples/tuyen-quang/project.yaml

            Good rows survive: `gaps` and `plan` go on with them. Exit codes: 0 no errors (warnings may stand) · 65 errors · 66 a file is missing
            """)

    @Argument(help: "Project file, or the folder that holds project.yaml.", completion: .file(extensions: ["yaml"]))
    var project: String

    @Flag(name: .long, help: "List every finding, not the first ten of each kind.")
    var all = false

    @OptionGroup var compute: ComputeOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Failure.reporting(common) {
            let report: CheckReport
            var diagnostics: [Diagnostic]
            do {
                let loaded = try compute.load(project, common)
                // Footprints need neither terrain nor antennas, but a planner who names them wants to know what they hold.
                let extra = loaded.radio == nil ? RadioLoading(loaded.project, loaded.read.world) : nil
                diagnostics = loaded.diagnostics + (extra?.diagnostics ?? [])
                report = CheckReport(
                    project: loaded.project.name, files: loaded.read.files, diagnostics: diagnostics,
                    terrain: (loaded.radio ?? extra)?.terrain)
            } catch let error as InputError {
                // A project file that cannot be used is itself the report.
                diagnostics = error.diagnostics
                report = CheckReport(project: project, files: [], diagnostics: diagnostics)
            }
            if common.json {
                try Terminal.data(try CanonicalJSON.text(report))
            } else if !common.quiet {
                try Terminal.data(CheckText(language: common.language, showsAll: all).text(report, diagnostics))
            }
            guard report.errors > 0 else { return }
            let isMissing = diagnostics.contains { $0.code == .fileMissing && $0.severity == .error }
            if common.quiet, !common.json { Terminal.talk("\(project): \(report.errors) errors, \(report.warnings) warnings") }
            throw ExitCode(isMissing ? Exit.inputMissing : Exit.badData)
        }
    }
}

/// The report for people.
struct CheckText {
    let language: Language
    let showsAll: Bool
    private let perKind = 10

    init(language: Language, showsAll: Bool) {
        self.language = language
        self.showsAll = showsAll
    }

    func text(_ report: CheckReport, _ diagnostics: [Diagnostic]) -> String {
        let isVietnamese = language == .vietnamese
        let numbers = HumanNumbers(language: language)
        var text = Terminal.bold(report.project) + "\n"
        if !report.files.isEmpty {
            var table = TextTable(
                isVietnamese ? ["đọc làm", "tệp", "số dòng", "dùng được"] : ["read as", "file", "rows", "used"],
                [.left, .left, .right, .right])
            for file in report.files { table.add(file.role, file.file, numbers.count(file.rows), numbers.count(file.used)) }
            text += table.text() + "\n"
        }
        if let terrain = report.terrain { text += TerrainText(language: language).text(terrain) + "\n" }
        for severity in [Diagnostic.Severity.error, .warning] {
            for code in DiagnosticCode.allCases {
                let found = diagnostics.filter { $0.code == code && $0.severity == severity }
                guard !found.isEmpty else { continue }
                let word =
                    severity == .error ? (isVietnamese ? "LỖI" : "ERROR") : (isVietnamese ? "cảnh báo" : "warning")
                text += "\(Terminal.bold(word)) \(code.rawValue) (\(numbers.count(found.count))): \(code.title.text(language))\n"
                let shown = showsAll ? found.count : perKind
                for diagnostic in found.prefix(shown) {
                    let value = diagnostic.value.isEmpty ? "" : ": \(diagnostic.value)"
                    text += "    \(diagnostic.location(language))\(value)  [\(consequence(diagnostic.consequence))]\n"
                }
                if found.count > shown {
                    let rest = numbers.count(found.count - shown)
                    text += isVietnamese ? "    … và \(rest) chỗ nữa (--all để xem hết)\n" : "    … and \(rest) more (--all lists them)\n"
                }
                text += "    → \(code.remedy.text(language))\n"
            }
        }
        text +=
            isVietnamese
            ? "\(numbers.count(report.errors)) lỗi, \(numbers.count(report.warnings)) cảnh báo\n"
            : "\(numbers.counted(report.errors, "error")), \(numbers.counted(report.warnings, "warning"))\n"
        return text
    }

    private func consequence(_ consequence: Diagnostic.Consequence) -> String {
        guard language == .vietnamese else { return consequence.rawValue.replacingOccurrences(of: "-", with: " ") }
        return switch consequence {
        case .kept: "vẫn dùng"
        case .repaired: "đã sửa"
        case .fieldIgnored: "bỏ qua ô"
        case .rowDropped: "bỏ dòng"
        case .fileRejected: "không dùng tệp"
        }
    }
}
