import ArgumentParser
import Ingest
import Planning

/// `phusong-bench crosswalk`: every old ward and 2025 commune through the crosswalk.
struct CrosswalkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crosswalk",
        abstract: "Runs all old wards and 2025 communes through the crosswalk and lists each that does not match.")

    @Option(help: "Folder of the crosswalk's two files.")
    var folder = "GeoData/admin"

    @OptionGroup var report: ReportOptions

    func run() throws {
        report.tell("reading \(folder)")
        let (crosswalk, diagnostics) = CrosswalkReader.read(CrosswalkSource(folder: folder))
        guard let crosswalk else {
            throw ValidationError(diagnostics.map { "\($0.location(.english)): \($0.message(.english))" }.joined(separator: "\n"))
        }
        report.tell("running \(crosswalk.wards.count) wards and \(crosswalk.communes.count) communes through")
        try report.show(CrosswalkResult(audit: CommuneCrosswalkAudit(crosswalk)), CrosswalkText.text)
    }
}
