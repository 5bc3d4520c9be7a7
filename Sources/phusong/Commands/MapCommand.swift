import ArgumentParser
import Foundation
import Planning
import Publishing
import Scenarios

struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "One self-contained page with a map of runs: villages by grade and why, sites, plans, coverage.",
        discussion: """
            Examples:
              phusong map runs/plan-0123456789ab -o map.html
              phusong map runs/plan-a runs/plan-b --raster coverage.tif --lang vi -o map.html
              phusong map runs/plan-0123456789ab --for viettel -o viettel.html

            The page asks nothing of any server: it opens from a disk or a mail, and can be printed. Several runs are switched on the page. \
            Without --for it holds the sites of all operators, but nothing of confidential ones unless --include-confidential says so; \
            with --for it holds what `phusong export` would hand to that operator.
            Exit codes: 0 ok · 64 usage, or a raster that would show what the page leaves out · 65 not a run, or not a raster of levels · \
            66 run, raster or the program's own files missing · 73 cannot create · 74 I/O
            """)

    @Argument(help: ArgumentHelp("Folders of runs; the first is shown first.", valueName: "run"))
    var runs: [String]

    @Option(name: [.short, .long], help: ArgumentHelp("File to write.", valueName: "file.html"))
    var output = "map.html"

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Only what this operator may see: viettel, vnpt, mobifone, or one the project declares.", valueName: "operator"))
    var carrier: String?

    @Flag(name: .long, help: "Show confidential sites too. The page says so.")
    var includeConfidential = false

    @Option(name: .long, help: ArgumentHelp("Levels to lay under the marks, as `phusong raster` writes them.", valueName: "coverage.tif"))
    var raster: String?

    @Flag(name: .long, help: "Replace a file that stands there already.")
    var force = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard ["html", "htm"].contains((output as NSString).pathExtension.lowercased()) else {
            throw ValidationError("-o is a file that ends in .html, not '\(output)'.")
        }
        if let carrier, Operator.declared(carrier) == nil { throw ValidationError("--for '\(carrier)' is not an operator.") }
        if carrier != nil, includeConfidential {
            throw ValidationError(
                "--include-confidential does not go with --for: an operator sees its own confidential sites, and no others'.")
        }
    }

    func run() throws {
        try Failure.reporting(common) {
            let name = (output as NSString).lastPathComponent
            try RasterFileSet.throwIfTaken(output, names: [name], overwrite: force)
            common.warnOfChanged(runs)
            let options = MapOptions(
                carrier: carrier.flatMap { Operator.declared($0) }, includesConfidential: includeConfidential, raster: raster,
                language: common.language, data: DataFolder.find(common.data))
            let interruption = Interruption()
            interruption.protect(output)
            let made: (page: Data, summary: MapSummary)
            do {
                made = try MapPublisher.page(runs, options, file: name)
            } catch let error as UnknownOperator {
                throw ValidationError("--for: \(error)")
            } catch let error as RevealingRaster {
                throw ValidationError("--raster: \(error)")
            }
            try RasterFileSet.commit(output, overwrite: force) { folder in
                try RunStore.write(made.page, to: "\(folder)/\(name)")
                return [name]
            } willPlace: {
                interruption.setGentle(true)
            }
            if common.json {
                try Terminal.data(try CanonicalJSON.text(made.summary))
            } else if !common.quiet {
                try Terminal.data(MapText(language: common.language).text(made.summary, output: output))
            }
        }
    }
}

/// A map for people: what is on it.
struct MapText {
    let language: Language

    private func say(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }

    func text(_ map: MapSummary, output: String) -> String {
        let numbers = HumanNumbers(language: language)
        let hasPlan = map.runs.contains { $0.villagesAfter != nil }
        var table = TextTable(
            [say("lượt chạy", "run")] + Grade.allCases.map { $0.label.text(language) } + [say("trạm", "sites")]
                + (hasPlan ? [say("đề xuất", "proposed")] : []),
            [.left] + Grade.allCases.map { _ in .right } + [.right] + (hasPlan ? [.right] : []))
        for run in map.runs {
            let grades = Grade.allCases.map { grade in
                let (before, after) = (run.villages[grade.rawValue] ?? 0, run.villagesAfter?[grade.rawValue])
                return numbers.count(before) + (after.map { " → \(numbers.count($0))" } ?? "")
            }
            table.add(
                [run.name] + grades + [numbers.count(run.sites)] + (hasPlan ? [run.proposedSites.map { numbers.count($0) } ?? "–"] : []))
        }
        var text = table.text() + "\n"
        let withheld = map.runs.map(\.sitesWithheld).max() ?? 0
        if withheld > 0 {
            text += say(
                "  \(numbers.count(withheld)) trạm bảo mật không có trên bản đồ (--include-confidential để hiện).\n",
                "  \(numbers.counted(withheld, "confidential site")) left out (--include-confidential shows them).\n")
        } else if let carrier = map.operator {
            text += say("  Chỉ gồm những gì \(carrier.displayName) được xem.\n", "  Only what \(carrier.displayName) may see.\n")
        } else {
            text += say("  Trang này có trạm của mọi nhà mạng.\n", "  The page holds the sites of all operators.\n")
        }
        let megabytes = numbers.fixed(Double(map.bytes) / 1e6, decimals: 1)
        return text + say("\nĐã ghi: \(output) (\(megabytes) MB)\n", "\nWritten: \(output) (\(megabytes) MB)\n")
    }
}
