import ArgumentParser
import Foundation
import Planning
import Publishing
import Scenarios

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "A run as a dossier that can be signed: one HTML page, or PDF.",
        discussion: """
            Examples:
              phusong report runs/gaps --lang vi -o bao-cao.html
              phusong report runs/plan-0123456789ab --lang vi -o bao-cao.pdf
              phusong report runs/plan-0123456789ab --for viettel -o viettel.html --pdf

            Headline numbers, maps, tables by commune, reasons, dead zones by rank, the plan with its costs and bound, method, data quality, \
            limits, hashes of all inputs. One file without outside requests; the same run gives the same bytes.
            With --for only what that operator may see: no other operator's site unless it is shared and not confidential, and no sum from which \
            more could be worked out.
            PDF is printed by Chromium (chromium, chromium-browser or google-chrome in PATH, or the one that PHUSONG_CHROMIUM names).
            Exit codes: 0 ok · 64 usage · 65 not a run · 66 run or Chromium missing · 73 cannot create · 74 I/O · 130 interrupted
            """)

    @Argument(help: ArgumentHelp("Folder of a run of `gaps` or `plan`.", valueName: "run"))
    var runFolder: String

    @Option(name: [.short, .long], help: ArgumentHelp("File to write, ending in .html or .pdf.", valueName: "file"))
    var output = "bao-cao.html"

    @Flag(name: .long, help: "A PDF as well, of the same name beside the HTML page.")
    var pdf = false

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Only what this operator may see: viettel, vnpt, mobifone, … Default: everything.", valueName: "operator"))
    var carrier: String?

    @Option(name: .long, help: ArgumentHelp("Where the project stands now, if it was moved.", valueName: "file"))
    var project: String?

    @Flag(name: .long, help: "Replace files that stand there already.")
    var force = false

    @OptionGroup var common: CommonOptions

    private var ending: String { (output as NSString).pathExtension.lowercased() }
    private var name: String { (output as NSString).lastPathComponent }

    /// Names of the page and of the sheets, as asked for.
    private var names: (page: String?, sheets: String?) {
        guard ending != "pdf" else { return (nil, name) }
        return (name, pdf ? "\((name as NSString).deletingPathExtension).pdf" : nil)
    }

    func validate() throws {
        guard ["html", "htm", "pdf"].contains(ending), !name.hasPrefix(".") else {
            throw ValidationError("-o is a file that ends in .html or .pdf, not '\(output)'.")
        }
        if let carrier, Operator.declared(carrier) == nil { throw ValidationError("--for '\(carrier)' is not an operator.") }
    }

    func run() throws {
        try Failure.reporting(common) {
            let interruption = Interruption()
            let (page, sheets) = names
            let files = [page, sheets].compactMap { $0 }
            try RasterFileSet.throwIfTaken(output, names: files, overwrite: force)
            common.warnOfChanged([runFolder])
            // Before anything is read: whoever wants a PDF and cannot have it should know at once.
            let printer = try sheets.map { _ in try PDFPrinter() }
            let publisher: ReportPublisher
            do {
                publisher = try ReportPublisher(
                    run: runFolder, language: common.language, for: carrier.flatMap { Operator.declared($0) }, projectFile: project,
                    dataFolder: DataFolder.find(common.data))
            } catch let error as UnknownOperator {
                throw ValidationError("--for: \(error)")
            }
            interruption.protect(output)
            var manifest: ReportManifest?
            try RasterFileSet.commit(output, overwrite: force) { staging in
                let printed = sheets.flatMap { name in printer.map { (name: name, printer: $0) } }
                manifest = try publisher.write(page: page, sheets: printed, to: staging)
                return files
            } willPlace: {
                interruption.setGentle(true)
            }
            guard let manifest else { throw ExitCode.failure }
            if common.json {
                try Terminal.data(try CanonicalJSON.text(manifest))
            } else if !common.quiet {
                try Terminal.data(text(manifest))
            }
        }
    }

    private func text(_ manifest: ReportManifest) -> String {
        let isVietnamese = common.language == .vietnamese
        let folder = (output as NSString).deletingLastPathComponent
        var text =
            isVietnamese
            ? "\(manifest.sections.count) mục, \(manifest.tables) bảng, \(manifest.figures) hình\n"
            : "\(manifest.sections.count) sections, \(manifest.tables) tables, \(manifest.figures) figures\n"
        if !manifest.missing.isEmpty {
            let files = manifest.missing.joined(separator: ", ")
            text +=
                isVietnamese
                ? "Không còn như lúc chạy, nên báo cáo không lấy gì thêm từ đó: \(files)\n"
                : "Not as they were when the run was made, so that nothing more was taken from them: \(files)\n"
        }
        for file in manifest.files {
            text += (isVietnamese ? "Đã ghi: " : "Written: ") + (folder.isEmpty ? file.file : "\(folder)/\(file.file)") + "\n"
        }
        return text
    }
}
