import Foundation
import GeoFiles
import Geodesy
import Planning
import Scenarios

/// What a map shall hold.
public struct MapOptions: Sendable {
    /// The operator that it is for; nil for those of all.
    public var carrier: Operator?
    /// Whether confidential sites are in it. Not with an operator, which sees its own.
    public var includesConfidential: Bool
    /// A coverage raster to lay under the marks.
    public var raster: String?
    /// The language that the page starts in.
    public var language: Language
    /// The folder of shipped data, for outlines.
    public var data: String?

    /// Describes a map; by default for everybody, in English, without confidential sites, raster or shipped outlines.
    public init(
        carrier: Operator? = nil, includesConfidential: Bool = false, raster: String? = nil, language: Language = .english,
        data: String? = nil
    ) {
        (self.carrier, self.includesConfidential, self.raster) = (carrier, includesConfidential, raster)
        (self.language, self.data) = (language, data)
    }
}

/// What was put on a map: the document of `phusong map --json`.
public struct MapSummary: Codable, Hashable, Sendable {
    /// One run on the page.
    public struct Run: Codable, Hashable, Sendable {
        /// What the page calls it: the folder's name, or the path where two folders have one name.
        public var name: String
        /// Path of the folder as given.
        public var folder: String
        /// Input hash of the run, as its `run.json` states it.
        public var inputHash: String
        /// Villages by grade, as the run found them.
        public var villages: [String: Int]
        /// The same with the plan; null without one.
        @ExplicitNull public var villagesAfter: [String: Int]?
        /// Existing sites on the page.
        public var sites: Int
        /// Footprints and range discs on the page.
        public var footprints: Int
        /// Proposed sites and works on the page; null without a plan.
        @ExplicitNull public var proposedSites: Int?
        /// Existing sites, and works at them, that are left out because the sites are confidential.
        public var sitesWithheld: Int
        /// Likewise, the works.
        public var worksWithheld: Int
    }

    /// Name and version of the format.
    public var schema = "phusong.map/1"
    /// Name of the page.
    public var file: String
    /// Size of the page.
    public var bytes: Int
    /// SHA-256 of the page, 64 hex digits.
    public var sha256: String
    /// The operator that it is for; null for those of all.
    @ExplicitNull public var `operator`: Operator?
    /// Whether confidential sites of every operator are in it.
    public var includesConfidential: Bool
    /// Whether the villages of all runs together span the country from south to north (8° and more).
    public var isNational: Bool
    /// Number of provinces whose outlines are drawn.
    public var provinces: Int
    /// Number of communes whose outlines are drawn.
    public var communes: Int
    /// Whether a coverage raster lies under the marks.
    public var hasRaster: Bool
    /// The runs, in the order given; the first is shown first.
    public var runs: [Run]
}

/// Makes the page of `phusong map`.
public enum MapPublisher {
    /// The page of one or more runs.
    ///
    /// - Parameters:
    ///   - folders: of the runs, the one shown first at the front.
    ///   - file: the name that the summary gives the page.
    /// - Returns: the bytes of the page, and what is in it. The same runs and options give the same bytes.
    /// - Throws: `StoreError` or `GeoFileError` when something cannot be read, `UnknownOperator`, `RevealingRaster` when the raster would show
    ///   what the page leaves out.
    public static func page(_ folders: [String], _ options: MapOptions, file: String) throws -> (page: Data, summary: MapSummary) {
        var texts = MapTexts()
        var (runs, rows): ([MapRun], [MapSummary.Run]) = ([], [])
        var box: BoundingBox?
        var carriers: Set<String> = []
        var communeFiles: [String] = []
        var projects: Set<String> = []
        for (folder, name) in zip(folders, RunNames.of(folders)) {
            let manifest = try RunStore.document(Manifest.self, "run.json", in: folder)
            let plan = manifest.command == "plan" ? try RunStore.document(PlanDocument.self, "plan.json", in: folder) : nil
            let layers =
                try options.carrier.map { try MapLayers(run: folder, for: $0) }
                ?? MapLayers(run: folder, plan, includesConfidential: options.includesConfidential)
            let run = MapRun(manifest, plan, layers, name: name, for: options.carrier, &texts)
            if let here = BoundingBox(layers.villages.rows.lazy.compactMap(\.place)) { box = box?.union(here) ?? here }
            for (table, field) in [(layers.sites, "operator"), (layers.footprints, "operator"), (layers.villages, "operators")] {
                for row in table.rows { carriers.formUnion(table.text(field, row).split(separator: ";").map(String.init)) }
            }
            if let works = layers.proposed {
                for row in works.rows { carriers.formUnion(works.text("operators", row).split(separator: ";").map(String.init)) }
            }
            for path in communes(of: manifest) where !communeFiles.contains(path) { communeFiles.append(path) }
            projects.insert(manifest.project)
            rows.append(MapSummary.Run(folder, manifest, run, layers))
            runs.append(run)
        }
        let around = box ?? BoundingBox(west: 102, south: 8, east: 110, north: 23.5)
        let raster = try options.raster.map { try Self.raster($0, options, withheld: runs.contains { $0.sitesWithheld > 0 }) }
        if let carrier = options.carrier { carriers.insert(carrier.id) }
        let document = MapDocument(
            language: options.language.rawValue, forOperator: options.carrier?.id, includesConfidential: options.includesConfidential,
            isNational: MapOutlines.isNational(around), runs: runs,
            outlines: try MapOutlines(around: around, communeFiles: communeFiles, data: options.data), raster: raster,
            words: MapWords(operators: carriers), texts: texts.all)
        let page = try MapPage.html(document, title: projects.sorted().joined(separator: " · "))
        return (
            page,
            MapSummary(
                file: file, bytes: page.count, sha256: Fingerprint.of(page), operator: options.carrier,
                includesConfidential: options.includesConfidential, isNational: document.isNational,
                provinces: document.outlines.provinces.names.count, communes: document.outlines.communes.names.count,
                hasRaster: raster != nil, runs: rows)
        )
    }

    /// Outlines of communes that the project of a run names, where they still are what the run read.
    private static func communes(of manifest: Manifest) -> [String] {
        // Below a scenario stands the project whose tables these are.
        let folder =
            (try? ProjectFile.read(manifest.projectFile)).map { URL(fileURLWithPath: $0.folder, isDirectory: true) }
            ?? URL(fileURLWithPath: manifest.projectFile).deletingLastPathComponent()
        return manifest.inputs.filter { $0.role == "communes" }.map { input in
            (URL(fileURLWithPath: input.file, relativeTo: folder).standardizedFileURL.path, input.sha256)
        }.filter { Fingerprint.ofFile($0.0) == $0.1 }.map(\.0)
    }

    private static func raster(_ path: String, _ options: MapOptions, withheld: Bool) throws -> MapDocument.Raster {
        let picture = try CoveragePicture(path)
        let layer = picture.tags["phusong_layer"] ?? ""
        if let carrier = options.carrier, !OperatorView.isOwn(rasterLayer: layer, of: carrier) {
            throw RevealingRaster(path: path, carrier: carrier)
        }
        if options.carrier == nil, withheld { throw RevealingRaster(path: path, carrier: nil) }
        return .init(
            png: "data:image/png;base64,\(picture.png.base64EncodedString())",
            bounds: [picture.westMeters, picture.southMeters, picture.eastMeters, picture.northMeters].map { ($0 * 100).rounded() / 100 },
            shades: CoveragePicture.shades.map { .init(fromDBm: $0.fromDBm, color: $0.color) }, layer: layer)
    }
}

/// A raster that would show where sites stand that the page leaves out.
public struct RevealingRaster: Error, Hashable, Sendable, CustomStringConvertible {
    /// The raster as it was named.
    public var path: String
    /// The operator that the page is for; nil when it is for all, without confidential sites.
    public var carrier: Operator?

    /// The message in English, with what to do instead.
    public var description: String {
        if let carrier {
            return
                "\(path) is not a map of \(carrier.id)'s sites alone and would show where others' stand; make one with `phusong raster --operator \(carrier.id)`"
        }
        return
            "\(path) shows where confidential sites stand, which the page leaves out; add --include-confidential, or leave the raster away"
    }
}

extension MapRun {
    fileprivate init(
        _ manifest: Manifest, _ plan: PlanDocument?, _ layers: MapLayers, name: String, for carrier: Operator?, _ texts: inout MapTexts
    ) {
        let tellsAll = carrier == nil && layers.sitesWithheld == 0
        self.init(
            name: name, project: manifest.project, command: manifest.command, asOf: "\(manifest.asOf)", rule: manifest.rule.id,
            inputHash: manifest.inputHash, synthetic: manifest.syntheticSentence, sitesWithheld: layers.sitesWithheld,
            worksWithheld: layers.worksWithheld,
            plan: plan.map {
                MapPlanFacts(goal: $0.goal, status: $0.status.rawValue, costVND: tellsAll && $0.hasPlan ? $0.costVND : nil)
            },
            villages: MapVillages(layers, &texts), sites: MapSites(layers.sites, &texts),
            footprints: MapFootprints(
                layers.footprints,
                tolerance: max(
                    0.0003, BoundingBox(layers.villages.rows.lazy.compactMap(\.place)).map { MapOutlines.span($0) / 20_000 } ?? 0),
                &texts),
            works: layers.proposed.map { MapWorks($0, layers.chains, &texts) })
    }
}

extension Manifest {
    /// What is made up, in both languages where the project still stands where the run found it; else as the run wrote it down.
    fileprivate var syntheticSentence: Bilingual? {
        guard !synthetic.isEmpty else { return nil }
        if let project = try? ProjectFile.read(projectFile), let sentence = project.synthetic, sentence.en == synthetic { return sentence }
        return Bilingual(vi: synthetic, en: synthetic)
    }
}

extension MapSummary.Run {
    fileprivate init(_ folder: String, _ manifest: Manifest, _ run: MapRun, _ layers: MapLayers) {
        func counts(_ grades: [Int]) -> [String: Int] {
            Dictionary(
                uniqueKeysWithValues: Grade.allCases.enumerated().map { number, grade in (grade.rawValue, grades.count { $0 == number }) })
        }
        var later = run.villages.grade
        if let after = run.villages.after { for (row, grade) in zip(after.rows, after.grade) { later[row] = grade } }
        self.init(
            name: run.name, folder: folder, inputHash: manifest.inputHash, villages: counts(run.villages.grade),
            villagesAfter: run.villages.after == nil ? nil : counts(later), sites: run.sites.id.count,
            footprints: run.footprints.carrier.count, proposedSites: run.works?.id.count, sitesWithheld: layers.sitesWithheld,
            worksWithheld: layers.worksWithheld)
    }
}
