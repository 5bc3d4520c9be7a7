import ArgumentParser
import Foundation
import GeoFiles
import Ingest
import Planning
import Publishing
import Scenarios

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "The maps of a run for an operator, a province or a commune.",
        discussion: """
            Examples:
              phusong export runs/plan-0123456789ab --for viettel --format gpkg,kmz
              phusong export runs/plan-0123456789ab --province "Tuyên Quang" --commune "Bắc Mê" --format xlsx,csv --bom
              phusong export runs/plan-0123456789ab --for vnpt --format gpkg --crs vn2000/105.5

            With --for it holds the operator's own sites and footprints, proposed sites that are its own or not assigned, the villages that it \
            serves or would serve, and all dead zones. Other operators' sites appear only where they are shared and not confidential. Without \
            --for it holds everything that the owner of the run sees: do not hand it to an operator.
            A site belongs to the commune of the village nearest to it; what serves a chosen village comes along.
            Exit codes: 0 ok · 64 usage · 65 not a run, or a format that this GDAL cannot write · 66 run missing · 73 cannot create · 74 I/O
            """)

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "run"), completion: .directory)
    var runFolder: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Operator: viettel, vnpt, mobifone, vietnamobile, gtel, or one the project declares.", valueName: "operator"))
    var carrier: String?

    @Option(name: .long, help: ArgumentHelp("Province, by name or code.", valueName: "name|code"))
    var province: String?

    @Option(name: .long, help: ArgumentHelp("Commune, by name or code.", valueName: "name|code"))
    var commune: String?

    @Option(name: .long, help: ArgumentHelp("Formats, separated by commas: \(ExportCommand.formatNames).", valueName: "formats"))
    var format = "geojson,gpkg"

    @Option(
        name: .long,
        help: ArgumentHelp(
            "wgs84, vn2000 (the zone of the former province) or vn2000/105.5 (by central meridian), for gpkg, fgb, shp and the VN-2000 columns of tables.",
            valueName: "system"))
    var crs = "wgs84"

    @Option(name: .long, help: ArgumentHelp("Coverage raster made by `phusong raster`, for the format cog.", valueName: "coverage.tif"))
    var raster: String?

    @Flag(name: .long, help: "Begin CSV files with a byte order mark, so that Excel takes them for UTF-8.")
    var bom = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    private static var formatNames: String { ExportFormat.allCases.map(\.name).joined(separator: ", ") }

    private var formats: [ExportFormat] {
        var seen: Set<ExportFormat> = []
        return format.split(separator: ",").compactMap { ExportFormat($0.trimmingCharacters(in: .whitespaces)) }
            .filter { seen.insert($0).inserted }
    }

    func validate() throws {
        for word in format.split(separator: ",", omittingEmptySubsequences: false)
        where ExportFormat(word.trimmingCharacters(in: .whitespaces)) == nil {
            throw ValidationError("--format '\(word)' is not one of \(Self.formatNames).")
        }
        if let carrier, Operator.declared(carrier) == nil { throw ValidationError("--for '\(carrier)' is not an operator.") }
        if ExportSystem(crs) == nil {
            throw ValidationError("--crs '\(crs)' is not wgs84, vn2000, or vn2000/ with a meridian from 102 to 118.")
        }
        if formats.contains(.cog), raster == nil {
            throw ValidationError("--format cog needs --raster with a file that `phusong raster` made.")
        }
        if raster != nil, !formats.contains(.cog) { throw ValidationError("--raster is of use with --format cog only.") }
    }

    func run() throws {
        try Failure.reporting(common) {
            let export = try export()
            common.warnOfChanged([runFolder])
            let folder = output.output ?? "runs/export-\(export.stem)-\(export.hash(formats: formats).prefix(12))"
            let interruption = Interruption()
            interruption.protect(folder)
            var document: ExportDocument?
            try RunStore.commit(to: folder, overwrite: output.force || output.output == nil) { staging in
                document = try export.write(formats: formats, to: staging)
            }
            guard let document else { return }
            for warning in document.warnings where !common.quiet { Terminal.talk(warning.text(common.language)) }
            if common.json {
                try Terminal.data(try CanonicalJSON.text(document))
            } else if !common.quiet {
                try print(document, folder)
            }
        }
    }

    private func export() throws -> RunExport {
        let scope = ExportScope(carrier: carrier.flatMap(Operator.declared), province: province, commune: commune)
        do {
            return try RunExport(
                run: runFolder, scope: scope, zones: zones(), system: ExportSystem(crs) ?? .wgs84, raster: raster, isCSVMarked: bom,
                language: common.language)
        } catch let error as UnknownOperator {
            throw ValidationError("--for: \(error)")
        } catch let problem as ExportProblem {
            throw ValidationError(problem.text.text(common.language))
        }
    }

    /// Former provinces by commune, where the shipped data is at hand and something asks for VN-2000.
    private func zones() -> ExportZones {
        let needsZones = crs != "wgs84" || formats.contains(.vector(.csv)) || formats.contains(.vector(.xlsx))
        guard needsZones, let data = DataFolder.find(common.data) else { return ExportZones(nil) }
        return ExportZones(CrosswalkReader.read(CrosswalkSource(folder: "\(data)/admin")).crosswalk)
    }

    private func print(_ document: ExportDocument, _ folder: String) throws {
        let isVietnamese = common.language == .vietnamese
        let numbers = HumanNumbers(language: common.language)
        var table = TextTable([isVietnamese ? "lớp" : "layer", isVietnamese ? "đối tượng" : "features"], [.left, .right])
        for layer in document.layers { table.add(layer.name, numbers.count(layer.features)) }
        let whose =
            document.operator?.displayName
            ?? (isVietnamese
                ? "Mọi thứ mà chủ kết quả được xem (không có --for): đừng đưa cho nhà mạng"
                : "Everything that the owner of the run sees (no --for): not for operators")
        try Terminal.data("\(Terminal.bold(([whose] + document.places).joined(separator: " – ")))\n\(table.text())")
        try Terminal.data(isVietnamese ? "Đã ghi: \(folder)/\n" : "Written: \(folder)/\n")
    }
}
