import ArgumentParser
import Foundation
import Planning
import Publishing
import Scenarios

struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "One path in full: profile, obstacle, losses, level, as table and picture.",
        discussion: """
            Examples:
              phusong link GeoData/samples/tuyen-quang TQ-0141-VT 02449-dong-khan-1
              phusong link GeoData/samples/tuyen-quang TQ-0141-VT 105.28,21.99 --band 700
              phusong link GeoData/samples/tuyen-quang 105.28,21.97,60 105.28,21.99,1.5

            FROM is a site's or a candidate's id, or lon,lat[,antenna height]; TO is a village's id or name, a site's id, or \
            lon,lat[,antenna height]. Over unknown ground no level is given; the missing tiles are named.
            --model all puts ITM, extended Hata, COST-231 Hata and RMa beside P.1812; the verdict stays with P.1812.
            Writes link.json, profile.csv (the samples), link.svg, link.png and run.json; with land cover also link-without-clutter.svg and .png.
            Exit codes: 0 ok, covered or not · 64 usage · 65 bad data, or no such site or village · 66 input missing · 73 cannot create · 74 I/O
            """)

    @Argument(help: "Project file, or the folder that holds project.yaml.", completion: .file(extensions: ["yaml"]))
    var project: String

    @Argument(help: ArgumentHelp("The mast: a site, a candidate, or lon,lat[,height].", valueName: "from"))
    var from: String

    @Argument(help: ArgumentHelp("The other end: a village, a site, or lon,lat[,height].", valueName: "to"))
    var to: String

    @Option(name: .long, help: ArgumentHelp("Only this band. Default: every carrier of the mast that counts.", valueName: "MHz"))
    var band: Double?

    @Option(
        name: .long,
        help: ArgumentHelp("Height of the receiver above ground. Default: the rule's; for a site its mast.", valueName: "m"))
    var receiverHeight: Double?

    @Option(name: .long, help: "p1812, or all to compare with other models.")
    var model = LinkModels.p1812

    @OptionGroup var compute: ComputeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let band, !(30...6_000).contains(band) { throw ValidationError("--band is 30 to 6000 MHz.") }
        if let receiverHeight, !LinkEnd.antennaHeightsMeters.contains(receiverHeight) {
            throw ValidationError("--receiver-height is 1 to 3000 m.")
        }
    }

    func run() throws {
        try Failure.reporting(common) {
            let interruption = Interruption()
            let (run, place) = try perform(interruption)
            if common.json {
                try Terminal.data(try CanonicalJSON.text(run.document))
            } else if !common.quiet {
                try Terminal.data(LinkText(language: common.language).text(run) + WrittenText(common.language).text(place))
            }
        }
    }

    private func perform(_ interruption: Interruption) throws -> (LinkRun, RunPlace) {
        let start = StartTime()
        let isVietnamese = common.language == .vietnamese
        let progress = StageProgress(["read": 0.5, "compute": 0.3, "write": 0.2], isQuiet: common.quiet, common.language)
        defer { progress.finish() }
        progress.begin("read", isVietnamese ? "đọc dữ liệu" : "reading inputs")
        let loaded = try compute.load(project, common)
        progress.begin("compute", isVietnamese ? "tính đường truyền" : "computing the path")
        let run: LinkRun
        do {
            run = try LinkRun(
                loaded, from: from, to: to, LinkOptions(bandMHz: band, receiverHeightMeters: receiverHeight, comparesModels: model == .all))
        } catch let problem as LinkProblem where problem.isUsage {
            throw ValidationError(problem.text.text(common.language))
        }
        let parameters = parameters(run)
        var place = try RunPlace(
            output, defaultFolder: loaded.defaultFolder(command: "link", parameters: parameters),
            inputHash: loaded.inputHash(command: "link", parameters: parameters))
        interruption.protect(place.folder)
        guard !place.isUnchanged else { return (run, place) }
        progress.begin("write", isVietnamese ? "ghi kết quả" : "writing files")
        try place.commit(output, overwrite: output.force) { folder in
            try LinkPublisher.write(
                run, language: common.language, parameters: parameters,
                .init(
                    threads: 1, startedAt: start.text, durationsSeconds: progress.durationsSeconds,
                    dataFolder: DataFolder.find(common.data)), to: folder)
        }
        return (run, place)
    }

    /// What decides the files beside the inputs. The language does: the pictures have words.
    private func parameters(_ run: LinkRun) -> [String: String] {
        var parameters = [
            "from": run.from.id, "to": run.to.id, "mastHeightMeters": "\(run.report.mastHeightMeters)",
            "receiverHeightMeters": "\(run.report.receiverHeightMeters)", "lang": common.language.rawValue,
        ]
        if let band { parameters["bandMHz"] = "\(band)" }
        if model != .p1812 { parameters["model"] = model.rawValue }
        return parameters
    }
}

/// Which models are asked.
enum LinkModels: String, CaseIterable, ExpressibleByArgument {
    case p1812
    case all
}
