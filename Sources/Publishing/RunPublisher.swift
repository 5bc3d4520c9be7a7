import Foundation
import GeoFiles
import Planning
import Scenarios

/// Writes the files of a run into a staging folder.
public enum RunPublisher {
    /// Writes a gap analysis: `summary.json`, the layers, `run.json`.
    ///
    /// - Throws: `GeoFileError` or `StoreError` when something cannot be written.
    public static func write(_ run: GapRun, parameters: [String: String], _ circumstances: RunCircumstances, to folder: String) throws {
        let files = try writeGapFiles(run, to: folder)
        try writeManifest(run.loaded, command: "gaps", parameters: parameters, files: files, circumstances, to: folder)
    }

    /// Writes a plan: everything of the gap analysis, `plan.json`, `plan.geojson`, `villages-after.geojson`, `candidates.geojson`, `bound.json`, `run.json`.
    public static func write(_ run: PlanRun, parameters: [String: String], _ circumstances: RunCircumstances, to folder: String) throws {
        var files = try writeGapFiles(run.gaps, to: folder)
        files.append(try write("plan.json", CanonicalJSON.data(run.document), folder))
        files.append(try write("bound.json", CanonicalJSON.data(run.solution.certificate), folder))
        files.append(try write(PlanLayer.sites(run), folder))
        files.append(try write(PlanLayer.villagesAfter(run), folder))
        files.append(try write(CandidateLayer.candidates(run), folder))
        try writeManifest(run.gaps.loaded, command: "plan", parameters: parameters, files: files, circumstances, to: folder)
    }

    private static func writeGapFiles(_ run: GapRun, to folder: String) throws -> [String] {
        var files = [try write("summary.json", CanonicalJSON.data(run.summary), folder)]
        for layer in [
            VillageLayer.villages(run), VillageLayer.deadZones(run), SiteLayer.sites(run), FootprintLayer.footprints(run),
        ] { files.append(try write(layer, folder)) }
        let tables = GapTables.all(run)
        for table in tables where GapTables.filed.contains(table.name) {
            try VectorWriter.write([table], to: "\(folder)/\(table.name).csv", format: .csv)
            files.append("\(table.name).csv")
        }
        try VectorWriter.write(tables, to: "\(folder)/tables.xlsx", format: .xlsx)
        files.append("tables.xlsx")
        if run.loaded.environment != nil || !run.measureHere.isEmpty {
            let here = EvidenceLayers.measureHere(run)
            files.append(try write(here, folder))
            var table = here
            for row in table.rows.indices { table.rows[row].shape = nil }
            try VectorWriter.write([table], to: "\(folder)/\(here.name).csv", format: .csv)
            files.append("\(here.name).csv")
        }
        if run.summary.evidence != nil {
            let conflicts = EvidenceLayers.conflicts(run)
            try VectorWriter.write([conflicts], to: "\(folder)/\(conflicts.name).csv", format: .csv)
            files.append("\(conflicts.name).csv")
        }
        for language in Language.allCases {
            let text = GapParagraph(run.summary, language).text
            files.append(try write("summary.\(language.rawValue).txt", Data(text.utf8), folder))
        }
        return files
    }

    private static func write(_ name: String, _ data: Data, _ folder: String) throws -> String {
        try RunStore.write(data, to: "\(folder)/\(name)")
        return name
    }

    private static func write(_ layer: OutputLayer, _ folder: String) throws -> String {
        let name = "\(layer.name).geojson"
        try VectorWriter.write([layer], to: "\(folder)/\(name)", format: .geojson)
        return name
    }

    private static func writeManifest(
        _ loaded: LoadedProject, command: String, parameters: [String: String], files: [String], _ circumstances: RunCircumstances,
        to folder: String
    ) throws {
        var manifest = try Manifest(loaded, command: command, parameters: parameters, files: files, in: folder, circumstances)
        manifest.state(DataLicences(dataFolder: circumstances.dataFolder))
        try RunStore.write(CanonicalJSON.data(manifest), to: "\(folder)/run.json")
    }
}
