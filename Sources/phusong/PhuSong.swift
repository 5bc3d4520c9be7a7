import ArgumentParser
import Scenarios

/// The command line. Thin: every command reads its arguments, calls the pipeline, prints.
@main
struct PhuSong: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phusong",
        abstract: "Finds the villages without mobile signal, says why, and proposes the cheapest towers.",
        discussion: """
            phủ sóng: to cover with signal. Everything runs offline; no data leaves this machine.

            Try first:
              phusong demo

            Exit codes: 0 ok · 1 internal error · 10 gaps found (with --fail-on-gaps) · 11 infeasible · 12 stopped at a limit, best plan \
            written · 64 usage · 65 bad data · 66 input missing · 73 cannot create · 74 I/O · 130 interrupted
            """,
        version: ProgramVersion.current,
        subcommands: [
            DemoCommand.self, NewCommand.self, CheckCommand.self, GapsCommand.self, PlanCommand.self, ScenarioCommand.self,
            RunsCommand.self, CompareCommand.self, ExportCommand.self, MapCommand.self, ReportCommand.self, LinkCommand.self,
            RasterCommand.self, RulesCommand.self, TrackCommand.self, VerifyCommand.self,
        ])
}
