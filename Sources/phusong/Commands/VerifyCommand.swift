import ArgumentParser
import Foundation
import Planning
import Scenarios

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Rechecks a run's coverage, cost, constraints and bound on a path of its own.",
        discussion: """
            Example:
              phusong verify runs/plan-0123456789ab

            Reads the inputs again, tests every village against every polygon and disc one by one, without index or optimiser, and holds every \
            stored figure and layer against what comes out. If the project was moved, say with --project where it stands. Exit codes: 0 everything agrees · 65 something does not, or the run was tampered with · 66 run or inputs missing
            """)

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "run"), completion: .directory)
    var runFolder: String

    @Option(
        name: .long, help: ArgumentHelp("Where the project stands now, if it was moved.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var project: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        try Failure.reporting(common) {
            let result = try Verification.run(runFolder, projectFile: project, rules: RuleStore(folder: DataFolder.rules(common.data)))
            if common.json {
                try Terminal.data(try CanonicalJSON.text(result))
            } else if !common.quiet {
                let isVietnamese = common.language == .vietnamese
                var text = Terminal.bold(runFolder) + "\n"
                for check in result.checks {
                    let mark: Bilingual =
                        switch check.result {
                        case .passed: Bilingual(vi: "đúng", en: "ok  ")
                        case .failed: Bilingual(vi: "SAI ", en: "FAIL")
                        case .notProven: Bilingual(vi: "ngỏ ", en: "open")
                        }
                    text += "  \(mark.text(common.language))  \(check.name.label.text(common.language)): \(check.detail)\n"
                }
                text +=
                    result.passed
                    ? (isVietnamese ? "mọi điểm đều khớp\n" : "everything agrees\n") : (isVietnamese ? "KHÔNG khớp\n" : "NOT verified\n")
                try Terminal.data(text)
            }
            guard result.passed else {
                if common.quiet, !common.json {
                    for check in result.checks where check.result == .failed {
                        Terminal.talk("\(runFolder): \(check.name.label.text(common.language)): \(check.detail)")
                    }
                }
                throw ExitCode(Exit.badData)
            }
        }
    }
}
