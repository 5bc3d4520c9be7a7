import ArgumentParser
import Foundation
import GeoFiles
import Planning
import Publishing
import Scenarios

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "The maps of a run that one operator may see.",
        discussion: """
            Example:
              phusong export runs/plan-0123456789ab --for viettel --format gpkg,geojson

            Holds the operator's own sites and footprints, proposed sites that are its own or not assigned, the villages that it serves or would \
            serve, and all dead zones. Other operators' sites appear only where they are shared and not confidential.
            Exit codes: 0 ok · 64 usage · 65 not a run · 66 run missing · 73 cannot create · 74 I/O
            """)

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "run"), completion: .directory)
    var runFolder: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Operator: viettel, vnpt, mobifone, vietnamobile, gtel, or one the project declares.", valueName: "operator"))
    var carrier: String

    @Option(name: .long, help: ArgumentHelp("Formats, separated by commas: \(ExportCommand.formatNames).", valueName: "formats"))
    var format = "geojson,gpkg"

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    private static var formatNames: String { VectorFormat.allCases.map(\.rawValue).joined(separator: ", ") }

    private var formats: [VectorFormat] {
        var seen: Set<VectorFormat> = []
        return format.split(separator: ",").compactMap { VectorFormat(rawValue: $0.trimmingCharacters(in: .whitespaces).lowercased()) }
            .filter { seen.insert($0).inserted }
    }

    func validate() throws {
        for word in format.split(separator: ",", omittingEmptySubsequences: false) {
            let name = word.trimmingCharacters(in: .whitespaces).lowercased()
            if VectorFormat(rawValue: name) == nil {
                throw ValidationError("--format '\(word)' is not one of \(Self.formatNames).")
            }
        }
        if Operator.declared(carrier) == nil { throw ValidationError("--for '\(carrier)' is not an operator.") }
    }

    func run() throws {
        try Failure.reporting(common) {
            guard let carrier = Operator.declared(carrier) else { throw ValidationError("--for '\(carrier)' is not an operator.") }
            let export: OperatorExport
            do {
                export = try OperatorExport(run: runFolder, for: carrier)
            } catch let error as UnknownOperator {
                throw ValidationError("--for: \(error)")
            }
            let folder = output.output ?? "runs/export-\(carrier.id)-\(export.hash(formats: formats).prefix(12))"
            let interruption = Interruption()
            interruption.protect(folder)
            var document: ExportDocument?
            try RunStore.commit(to: folder, overwrite: output.force || output.output == nil) { staging in
                document = try export.write(formats: formats, to: staging)
            }
            guard let document else { return }
            if common.json {
                try Terminal.data(try CanonicalJSON.text(document))
            } else if !common.quiet {
                let isVietnamese = common.language == .vietnamese
                let numbers = HumanNumbers(language: common.language)
                var table = TextTable([isVietnamese ? "lớp" : "layer", isVietnamese ? "đối tượng" : "features"], [.left, .right])
                for layer in document.layers { table.add(layer.name, numbers.count(layer.features)) }
                try Terminal.data("\(Terminal.bold(carrier.displayName))\n\(table.text())")
                try Terminal.data(isVietnamese ? "Đã ghi: \(folder)/\n" : "Written: \(folder)/\n")
            }
        }
    }
}
