import ArgumentParser
import Foundation
import Planning
import Publishing
import Scenarios

struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "The runs that are kept, and their cleaning.",
        subcommands: [RunsListCommand.self, RunsPruneCommand.self], defaultSubcommand: RunsListCommand.self)
}

struct StoreOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Folder of runs.", valueName: "dir"), completion: .directory)
    var store = "runs"
}

struct RunsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every run of a store, whether it is whole, and how large.",
        discussion: """
            Example:
              phusong runs

            Exit codes: 0 ok · 66 no such folder
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    /// `runs --json`.
    struct Document: Codable {
        var schema = "phusong.runs/1"
        var runs: [RunShelf.Item]
        /// What stages have left for later runs.
        var stageBytes: Int64
    }

    func run() throws {
        try Failure.reporting(common) {
            let items = try RunShelf.items(store.store)
            if common.json {
                return try Terminal.data(try CanonicalJSON.text(Document(runs: items, stageBytes: RunShelf.stageBytes(store.store))))
            }
            let text = RunsText(language: common.language)
            if !common.quiet { try Terminal.data(text.table(items) + text.kept(RunShelf.stageBytes(store.store))) }
        }
    }
}

struct RunsPruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Removes runs: those that are damaged or were never finished, and on request old ones.",
        discussion: """
            Examples:
              phusong runs prune --dry-run
              phusong runs prune --keep 3

            A folder that holds anything this program did not write is never touched.
            Exit codes: 0 ok · 64 usage · 66 no such folder · 73 a folder holds other files · 74 I/O
            """)

    @Option(name: .long, help: ArgumentHelp("Keep only so many of the newest runs of each project and command.", valueName: "n"))
    var keep: Int?

    @Flag(name: .long, help: "Remove what stages have left for later runs as well; it is computed anew when it is needed.")
    var stages = false

    @Flag(name: .long, help: "Say what would be removed, and remove nothing.")
    var dryRun = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let keep, keep < 0 { throw ValidationError("--keep is 0 or more.") }
    }

    func run() throws {
        try Failure.reporting(common) {
            let items = try RunShelf.items(store.store)
            var gone = items.filter { $0.state == .damaged || $0.state == .unfinished }
            if let keep {
                let runs = items.filter { $0.state == .whole && !$0.startedAt.isEmpty }
                let groups = Dictionary(grouping: runs) { [$0.command, $0.project] }
                for group in groups.values {
                    // The newest first; runs of one second by name.
                    gone += group.sorted { ($1.startedAt, $0.folder) < ($0.startedAt, $1.folder) }.dropFirst(keep)
                }
            }
            gone.sort { $0.folder < $1.folder }
            // What cannot go does not keep the others: what is told is what went.
            var refused: [StoreError] = []
            if !dryRun {
                gone = gone.filter { item in
                    do throws(StoreError) {
                        try RunShelf.remove(item)
                        return true
                    } catch {
                        refused.append(error)
                        return false
                    }
                }
            }
            let freed = dryRun ? 0 : RunShelf.removeStages(store.store, onlyUnfinished: !stages)
            if common.json {
                try Terminal.data(
                    try CanonicalJSON.text(RunsListCommand.Document(runs: gone, stageBytes: RunShelf.stageBytes(store.store))))
            } else if !common.quiet {
                let text = RunsText(language: common.language)
                try Terminal.data(text.pruned(gone, isDry: dryRun) + text.table(gone) + (stages ? text.freed(freed) : ""))
            }
            if let first = refused.first {
                for other in refused.dropFirst() { Terminal.talk("\(other)") }
                throw first
            }
        }
    }
}

/// Runs for people.
struct RunsText {
    let language: Language

    private func say(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }

    func table(_ items: [RunShelf.Item]) -> String {
        guard !items.isEmpty else { return "" }
        let numbers = HumanNumbers(language: language)
        var table = TextTable(
            [
                say("thư mục", "folder"), say("lệnh", "command"), say("dự án", "project"), say("lúc", "started"), say("cỡ (MB)", "MB"),
                say("tình trạng", "state"),
            ], [.left, .left, .left, .left, .right, .left])
        for item in items {
            table.add(
                item.folder, item.command, item.project, item.startedAt, numbers.fixed(Double(item.bytes) / 1e6, decimals: 1),
                state(item.state))
        }
        return table.text()
    }

    /// What stages hold; empty where they hold nothing.
    func kept(_ bytes: Int64) -> String {
        guard bytes > 0 else { return "" }
        let size = HumanNumbers(language: language).fixed(Double(bytes) / 1e6, decimals: 1) + " MB"
        return say(
            "Để dành cho các lượt sau (địa hình, mức thu, tầm phủ): \(size); xoá bằng `phusong runs prune --stages`\n",
            "Kept for later runs (ground, signal, reach): \(size); `phusong runs prune --stages` removes it\n")
    }

    func freed(_ bytes: Int64) -> String {
        let size = HumanNumbers(language: language).fixed(Double(bytes) / 1e6, decimals: 1) + " MB"
        return say("Đã xoá phần để dành: \(size)\n", "Removed of what stages had left: \(size)\n")
    }

    func pruned(_ items: [RunShelf.Item], isDry: Bool) -> String {
        let numbers = HumanNumbers(language: language)
        let size = numbers.fixed(Double(items.reduce(0) { $0 + $1.bytes }) / 1e6, decimals: 1) + " MB"
        if items.isEmpty { return say("Không có gì để xoá.\n", "Nothing to remove.\n") }
        return isDry
            ? say(
                "Sẽ xoá \(numbers.count(items.count)) thư mục, \(size):\n",
                "Would remove \(numbers.counted(items.count, "folder")), \(size):\n")
            : say(
                "Đã xoá \(numbers.count(items.count)) thư mục, \(size):\n", "Removed \(numbers.counted(items.count, "folder")), \(size):\n")
    }

    private func state(_ state: RunShelf.Item.State) -> String {
        switch state {
        case .whole: say("nguyên vẹn", "whole")
        case .damaged: say("bị sửa hoặc thiếu tệp", "damaged")
        case .unfinished: say("dở dang", "unfinished")
        case .unreadable:
            say(
                "tệp ghi nhận (run.json, compare.json) thiếu hoặc hỏng; hãy tự xoá",
                "run.json or compare.json missing or broken; remove it by hand")
        }
    }
}
