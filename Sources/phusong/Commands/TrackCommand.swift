import ArgumentParser
import Foundation
import Ingest
import Planning
import Publishing
import Scenarios

struct TrackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "track",
        abstract: "Burn-down over list vintages: who was added, closed, reopened, and who still waits.",
        discussion: """
            Examples:
              phusong track GeoData/lists/vn-*.yaml
              phusong track list-2024.yaml list-2025.yaml runs/gaps-0123456789ab --area "Tuyên Quang"

            LIST is a list file (schema phusong.list/1), with counts, or with a table of villages under `villages:`, or the folder of a run \
            of `phusong gaps`. Lists are taken by their day, whatever the order. Villages are matched by commune and folded name, wards of \
            before 2025-07-01 through the crosswalk; similar and ambiguous names stand in matches.csv, and ambiguous ones are never chosen.
            Writes track.json, burn-down.csv, villages.csv, matches.csv and burn-down.svg.
            Exit codes: 0 ok · 64 usage · 65 bad data · 66 list missing · 73 cannot create · 74 I/O
            """)

    @Argument(help: ArgumentHelp("List files, or folders of runs.", valueName: "list"), completion: .file(extensions: ["yaml"]))
    var lists: [String]

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Table from old wards to 2025 communes. Default: admin/crosswalk-wards-to-2025.csv of GeoData.", valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var crosswalk: String?

    @Option(
        name: [.long, .customLong("province")],
        help: ArgumentHelp("Only villages of this province, of before or since 2025-07-01.", valueName: "name"))
    var area: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let area, NameFolding.key(area).isEmpty { throw ValidationError("--area is the name of a province.") }
    }

    func run() throws {
        try Failure.reporting(common) {
            if let stated = output.output {
                try RunStore.throwIfTaken(stated, overwrite: output.force, remedy: OutputOptions.takenRemedy)
            }
            let crosswalk = try readCrosswalk()
            let run = try TrackRun(
                try lists.map { try TrackedList.read($0, crosswalk: crosswalk) }, area: area ?? "", crosswalk: crosswalk)
            if !common.quiet {
                for line in TrackText(language: common.language).remarks(run.diagnostics) { Terminal.talk(line) }
            }
            let hash = Fingerprint.of(try TrackPublisher.content(run, language: common.language))
            let folder = output.output ?? "runs/track-\(hash.prefix(12))"
            let interruption = Interruption()
            interruption.protect(folder)
            // The default folder's name is the hash of its content: writing it again changes nothing, and mends what was damaged.
            let isWritten = try RunStore.commit(
                to: folder, overwrite: output.force || output.output == nil, remedy: OutputOptions.takenRemedy
            ) { staging in
                try TrackPublisher.write(run, language: common.language, to: staging)
            }
            if common.json {
                try Terminal.data(try CanonicalJSON.text(run.document))
            } else if !common.quiet {
                let place = RunPlace(folder: folder, isUnchanged: !isWritten)
                try Terminal.data(TrackText(language: common.language).text(run) + WrittenText(common.language).text(place))
            }
        }
    }

    /// The crosswalk asked for, or the shipped one with the names of the 2025 communes; nil when neither is at hand.
    private func readCrosswalk() throws(InputError) -> ListCrosswalk? {
        let folder = DataFolder.find(common.data).map { "\($0)/admin" }
        let names = folder.map { "\($0)/communes-2025-population.csv" }.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
        if let crosswalk { return try ListCrosswalk(path: crosswalk, displayName: crosswalk, communesPath: names) }
        let file = "crosswalk-wards-to-2025.csv"
        guard let folder, FileManager.default.fileExists(atPath: "\(folder)/\(file)") else { return nil }
        return try ListCrosswalk(path: "\(folder)/\(file)", displayName: file, communesPath: names)
    }
}
