import Foundation
import GeoFiles
import Geometry

/// Exports a made-up country with the product itself.
struct ExportBenchmark {
    let villages: [Int]
    let formats: [String]
    let program: String
    let seed: UInt64
    let tell: (String) -> Void

    func run() throws -> ExportResult {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-bench-export-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var sizes: [ExportResult.Size] = []
        for count in villages {
            tell("\(count) villages are graded")
            let run = try makeRun(count, folder)
            let files = try FileManager.default.contentsOfDirectory(atPath: run)
            var outcomes: [ExportResult.Outcome] = []
            for format in formats {
                tell("\(count) villages as \(format)")
                outcomes.append(try export(run, format, folder))
            }
            sizes.append(
                .init(
                    villages: count, runBytes: files.reduce(0) { $0 + Self.bytes("\(run)/\($1)") }, outcomes: outcomes))
            try FileManager.default.removeItem(atPath: run)
        }
        return ExportResult(sizes: sizes)
    }

    /// A project of villages and footprints as dense at any size, and its graded run.
    private func makeRun(_ count: Int, _ folder: String) throws -> String {
        let share = Double(count) / 41_000
        let country = SyntheticCountry(villages: count, footprints: max(8, Int(share * 4_000)), seed: seed, areaScale: share)
        let world = country.world()
        func field(_ name: String, _ type: FieldType = .text) -> OutputField { OutputField(name: name, type: type) }
        let villages = OutputLayer(
            name: "villages",
            fields: [
                field("name"), field("commune_code"), field("commune"), field("province"), field("households", .integer),
                field("synthetic", .boolean),
            ],
            rows: world.villages.map { village in
                OutputRow(
                    id: village.id,
                    values: [
                        .text(village.name), .text(""), .text("Xã \(village.communeCode)"), .text("Tỉnh mô phỏng"),
                        village.households.map { .integer(Int64($0)) } ?? .null, .boolean(true),
                    ], shape: .point(village.centre))
            })
        let sites = OutputLayer(
            name: "sites", fields: [field("operator"), field("technology"), field("synthetic", .boolean)],
            rows: world.sites.map { site in
                OutputRow(
                    id: site.id,
                    values: [.text(site.operator.id), .text(site.technologies.map(\.rawValue).joined(separator: ";")), .boolean(true)],
                    shape: .point(site.place))
            })
        let footprints = OutputLayer(
            name: "footprints", fields: [field("operator"), field("technology"), field("site_id"), field("synthetic", .boolean)],
            rows: world.footprints.map { footprint in
                OutputRow(
                    id: footprint.id,
                    values: [.text(footprint.operator.id), .text(footprint.technology.rawValue), .text(footprint.siteID), .boolean(true)],
                    shape: .polygon(footprint.area))
            })
        try VectorWriter.write([villages], to: "\(folder)/villages.csv", format: .csv)
        try VectorWriter.write([sites], to: "\(folder)/sites.csv", format: .csv)
        try VectorWriter.write([footprints], to: "\(folder)/footprints.fgb", format: .fgb)
        let project = """
            schema: phusong.project/1
            name: synthetic
            asOf: 2026-11-01
            villages: villages.csv
            sites: sites.csv
            footprints: footprints.fgb
            coverage: {mode: footprints, rule: two-grade-2024}
            synthetic: {en: "made up", vi: "mô phỏng"}

            """
        try project.write(toFile: "\(folder)/project.yaml", atomically: true, encoding: .utf8)
        _ = try Child.run(program, ["gaps", "\(folder)/project.yaml", "-o", "\(folder)/run", "--quiet"])
        return "\(folder)/run"
    }

    private func export(_ run: String, _ format: String, _ folder: String) throws -> ExportResult.Outcome {
        let out = "\(folder)/out"
        defer { try? FileManager.default.removeItem(atPath: out) }
        let child = try Child.run(program, ["export", run, "--format", format, "-o", out, "--quiet"])
        let bytes = try FileManager.default.contentsOfDirectory(atPath: out)
            .filter { !["export.json", "fields.md", "fields-shp.csv"].contains($0) }.reduce(0) { $0 + Self.bytes("\(out)/\($1)") }
        return .init(format: format, seconds: child.seconds, peakBytes: child.peakBytes, bytes: bytes)
    }

    private static func bytes(_ path: String) -> Int {
        ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.intValue ?? 0
    }
}
