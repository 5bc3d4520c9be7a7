import Foundation
import GeoFiles
import Geodesy
import Planning
import Scenarios
import Synchronization

/// The maps of a run for one operator, province or commune, in any of the formats.
public struct RunExport {
    private let folder: String
    private let manifest: Manifest
    private let scope: ExportScope
    private let places: ExportPlaces
    private let content: ExportLayers
    private let zones: ExportZones
    /// The meridian of the stated or only zone; nil for WGS 84.
    private let meridianDegrees: Double?
    private let system: CoordinateReferenceSystem
    private let raster: CoverageRasterCut?
    private let rasterHash: String
    private let isCSVMarked: Bool
    private let language: Language

    /// Reads a run folder.
    ///
    /// - Parameters:
    ///   - zones: tells the VN-2000 zone of a commune.
    ///   - raster: a coverage raster that `phusong raster` made, for the format `cog`.
    ///   - isCSVMarked: whether CSV files begin with a byte order mark.
    ///   - language: of folders, legends and titles; fields and their words are never translated.
    /// - Throws: `StoreError` when it is no run; `UnknownOperator`; `ExportProblem` for a place or a zone that is not clear; `GeoFileError`
    ///   when the raster cannot be used.
    public init(
        run folder: String, scope: ExportScope = ExportScope(), zones: ExportZones = ExportZones(nil), system: ExportSystem = .wgs84,
        raster: String? = nil, isCSVMarked: Bool = false, language: Language = .english
    ) throws {
        self.folder = folder
        self.scope = scope
        self.zones = zones
        self.isCSVMarked = isCSVMarked
        self.language = language
        manifest = try RunStore.document(Manifest.self, "run.json", in: folder)
        let plan = manifest.command == "plan" ? try RunStore.document(PlanDocument.self, "plan.json", in: folder) : nil
        let sites = try RunLayer("sites", in: folder)
        if let carrier = scope.carrier { try Self.checkKnown(carrier, sites, plan, folder) }
        places = try ExportPlaces(run: folder, scope: scope)
        content = ExportLayers(
            folder: folder, view: OperatorView(scope.carrier, sites: sites, plan: plan), places: places, sites: sites, hasPlan: plan != nil,
            language: language)
        switch system {
        case .wgs84: meridianDegrees = nil
        case .vn2000(let stated): meridianDegrees = try stated ?? Self.onlyMeridian(of: places, zones)
        }
        self.system = try meridianDegrees.map { try CoordinateReferenceSystem("VN-2000/\($0)") } ?? .wgs84
        self.raster = try raster.map { try Self.usable($0, for: scope.carrier) }
        rasterHash = raster.flatMap { Fingerprint.ofFile($0) } ?? ""
    }

    private static func checkKnown(_ carrier: Operator, _ sites: RunLayer, _ plan: PlanDocument?, _ folder: String) throws {
        guard !Operator.known.contains(carrier) else { return }
        var named = sites.words("operator").union(plan?.sites.flatMap { $0.operators.map(\.id) } ?? [])
        do {
            try RunLayer.each("footprints", in: folder) { fields, feature throws(GeoFileError) in
                named.insert(fields.text("operator", feature))
            }
        } catch { throw RunLayer.unreadable("footprints", folder, error) }
        guard named.contains(carrier.id) else {
            throw UnknownOperator(name: carrier.id, known: Set(Operator.known.map(\.id)).union(named).sorted())
        }
    }

    private static func onlyMeridian(of places: ExportPlaces, _ zones: ExportZones) throws(ExportProblem) -> Double {
        let found = places.communes.map { zones.zone($0) }
        let meridians = Dictionary(grouping: found.compactMap(\.self), by: \.centralMeridianDegrees)
        guard meridians.count == 1, let only = meridians.first?.key, !found.contains(nil) else {
            var choices = meridians.sorted { $0.key < $1.key }.map { meridian, zones in
                "vn2000/\(SiteLayer.plain(meridian)) (\(Set(zones.map(\.province)).sorted().joined(separator: ", ")))"
            }
            if choices.isEmpty { choices = ["vn2000/105", "vn2000/105.5", "vn2000/106"] }
            let list = choices.joined(separator: ", ")
            throw ExportProblem(
                vi:
                    "--crs vn2000: các thôn không cùng một múi đã biết (múi theo tỉnh trước 2025-07-01). Hãy ghi một múi: \(list), hoặc chọn một xã.",
                en:
                    "--crs vn2000: the villages do not lie in one known zone (zones follow the provinces of before 2025-07-01). Write one: \(list), or choose a commune."
            )
        }
        return only
    }

    /// A raster of all operators would draw everybody's coverage around sites that are confidential.
    private static func usable(_ path: String, for carrier: Operator?) throws -> CoverageRasterCut {
        let raster = try CoverageRasterCut(path)
        guard raster.bands.first == "rsrp_dbm", let layer = raster.tags["phusong_layer"] else {
            throw GeoFileError(
                code: .badLayer, path: path, reason: "not a coverage raster of this program",
                remedy: "Name what `phusong raster` wrote, not its -site.tif")
        }
        guard let carrier, !OperatorView.isOwn(rasterLayer: layer, of: carrier) else { return raster }
        throw GeoFileError(
            code: .badLayer, path: path,
            reason: "the raster shows `\(layer)`, not \(carrier.id) alone: it would draw other operators' coverage",
            remedy: "Run `phusong raster` with --by-operator and name \(carrier.id)'s own")
    }

    /// The hash that names the export: equal hash, equal files.
    public func hash(formats: [ExportFormat]) -> String {
        let words = [
            manifest.inputHash, scope.carrier?.id ?? "", places.isNarrowed ? places.found.joined(separator: "/") : "", system.definition,
            rasterHash, isCSVMarked ? "bom" : "", language.rawValue, formats.map(\.name).joined(separator: ","),
        ]
        return Fingerprint.of(words.joined(separator: "\n"))
    }

    /// The layers, each read from the run while it is written.
    public func layers() -> [LayerStream] { content.all() }

    /// What one operator may see, layer by layer with all records, for pages that need them at once.
    ///
    /// - Throws: as ``init(run:scope:zones:system:raster:isCSVMarked:language:)``; `GeoFileError` when a layer cannot be read.
    static func layers(run folder: String, for carrier: Operator) throws -> [String: OutputLayer] {
        var found: [String: OutputLayer] = [:]
        for stream in try RunExport(run: folder, scope: ExportScope(carrier: carrier)).layers() {
            var layer = OutputLayer(name: stream.name, title: stream.title, fields: stream.fields, rows: [])
            try stream.rows { row throws(GeoFileError) in layer.rows.append(row) }
            found[stream.name] = layer
        }
        return found
    }

    /// Names of the files begin with it: `viettel`, `all-tuyen-quang`.
    public var stem: String { ([scope.carrier?.id ?? "all"] + places.found.map(NameFolding.slug)).joined(separator: "-") }

    // MARK: Writing

    /// Writes everything into a staging folder: one file per layer, or one file with all layers where the format holds several; `fields.md`
    /// and `export.json`.
    /// - Throws: `GeoFileError`, `StoreError`, `PictureError` or `ExportProblem`.
    @discardableResult
    public func write(formats: [ExportFormat], to staging: String) throws -> ExportDocument {
        for case .vector(let format) in formats {
            if let objection = VectorWriter.objection(to: format) {
                throw GeoFileError(code: .unsupported, path: format.rawValue, reason: objection, remedy: "Choose mbtiles")
            }
        }
        guard raster != nil || !formats.contains(.cog) else {
            throw ExportProblem(vi: "--format cog cần --raster TỆP", en: "--format cog needs --raster FILE, made by `phusong raster`")
        }
        let layers = layers()
        var names: [String] = []
        var counts = [Int?](repeating: nil, count: layers.count)
        var notes = Notes()
        for format in formats {
            switch format {
            case .cog:
                try raster?.write(
                    to: "\(staging)/\(stem)-coverage.tif", box: places.isNarrowed ? places.box?.expanded(byMeters: 2_000) : nil)
                names.append("\(stem)-coverage.tif")
            case .vector(let format):
                let written = try write(layers, format, staging, &notes)
                names += written.names
                for (index, count) in zip(layers.indices, written.counts) { counts[index] = count }
            }
        }
        for (index, layer) in layers.enumerated() where counts[index] == nil {
            var count = 0
            try layer.rows { _ in count += 1 }
            counts[index] = count
        }
        names += try writeFields(layers, formats, staging)
        let document = ExportDocument(
            run: URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent, runInputHash: manifest.inputHash,
            operator: scope.carrier, places: places.found, crs: system.definition,
            layers: zip(layers, counts).map { .init(name: $0.name, features: $1 ?? 0) },
            files: names.map { .init(file: $0, sha256: Fingerprint.ofFile("\(staging)/\($0)") ?? "") }, warnings: warnings(notes),
            synthetic: manifest.synthetic)
        try RunStore.write(CanonicalJSON.data(document), to: "\(staging)/export.json")
        return document
    }

    /// What is found out while writing.
    private struct Notes {
        var cutTexts = 0
        var isShapefile = false
    }

    private func warnings(_ notes: Notes) -> [Bilingual] {
        var warnings: [Bilingual] = []
        if content.view.hiddenProposals > 0 {
            let count = content.view.hiddenProposals
            warnings.append(
                Bilingual(
                    vi: "\(count) trạm đề xuất nằm trên cột mà nhà mạng này không được phép xem nên không có trong bản xuất.",
                    en: "\(count) proposed sites stand on masts that this operator may not see, and are left out."))
        }
        if notes.cutTexts > 0 {
            warnings.append(
                Bilingual(
                    vi: "Shapefile: \(notes.cutTexts) ô chữ dài hơn 254 byte đã bị cắt; hãy dùng gpkg nếu cần đủ chữ.",
                    en: "Shapefile: \(notes.cutTexts) texts longer than 254 bytes were cut; use gpkg where they matter."))
        }
        return warnings
    }

    private func write(
        _ layers: [LayerStream], _ format: VectorFormat, _ staging: String, _ notes: inout Notes
    ) throws -> (names: [String], counts: [Int]) {
        var options = VectorOptions()
        options.system = system
        options.isCSVMarked = isCSVMarked
        options.tileName = stem
        if format == .gpkg { options.styles = QGISStyle.styles(layers, language) }
        if format == .kmz { options.kml = try look(layers) }
        let shaped = try layers.map { try prepared($0, format) }
        if format.holdsManyLayers {
            let name = "\(stem).\(format.fileExtension)"
            return ([name], try VectorWriter.write(shaped.map(\.layer), to: "\(staging)/\(name)", format: format, options: options))
        }
        var names: [String] = []
        var counts: [Int] = []
        for (layer, cut) in shaped {
            let name = "\(stem)-\(layer.name).\(format.fileExtension)"
            let count = try VectorWriter.write([layer], to: "\(staging)/\(name)", format: format, options: options)
            counts += count
            if format == .geojsonseq, count == [0] {
                // A sequence of nothing is a file of no bytes, which no reader takes for one.
                try? FileManager.default.removeItem(atPath: "\(staging)/\(name)")
                continue
            }
            notes.cutTexts += cut.count
            let parts = format == .shp ? ["shp", "dbf", "shx", "prj", "cpg"].map { "\(name.dropLast(3))\($0)" } : [name]
            names += parts.filter { FileManager.default.fileExists(atPath: "\(staging)/\($0)") }
        }
        return (names, counts)
    }

    private func look(_ layers: [LayerStream]) throws -> KMLPresentation {
        let whose = scope.carrier?.displayName ?? Bilingual(vi: "mọi nhà mạng", en: "all operators").text(language)
        return try KMLLook(language: language).presentation(
            title: ([manifest.project, whose] + places.found).joined(separator: " – "),
            description: [Bilingual(vi: "Ngày dữ liệu", en: "As of").text(language) + ": \(manifest.asOf).", manifest.synthetic]
                .filter { !$0.isEmpty }.joined(separator: " "), layers)
    }

    /// A layer as a format wants it: VN-2000 columns in tables, short names in Shapefiles.
    private func prepared(_ layer: LayerStream, _ format: VectorFormat) throws -> (layer: LayerStream, cut: CutTexts) {
        let cut = CutTexts()
        switch format {
        case .csv, .xlsx: return (layer.geometry == .point ? withGridColumns(layer) : layer, cut)
        case .shp:
            var short = layer
            short.fields = layer.fields.map { field in
                OutputField(name: FieldDictionary.entry(layer.name, field.name)?.short ?? field.name, type: field.type)
            }
            short.rows = { sink throws(GeoFileError) in
                cut.reset()
                try layer.rows { row throws(GeoFileError) in
                    cut.count(row)
                    try sink(row)
                }
            }
            return (short, cut)
        default: return (layer, cut)
        }
    }

    /// Counts texts that a dBase table cuts.
    private final class CutTexts: Sendable {
        private let cut = Mutex(0)

        var count: Int { cut.withLock { $0 } }
        func reset() { cut.withLock { $0 = 0 } }
        func count(_ row: OutputRow) {
            let long = row.values.count { value in if case .text(let text) = value { text.utf8.count > 254 } else { false } }
            if long > 0 { cut.withLock { $0 += long } }
        }
    }

    static let gridColumns = ["vn2000_e_m", "vn2000_n_m", "vn2000_meridian_deg"]

    private func withGridColumns(_ layer: LayerStream) -> LayerStream {
        var wide = layer
        wide.fields += Self.gridColumns.map { OutputField(name: $0, type: .real) }
        let (places, stated) = (places, meridianDegrees)
        let meridians = Dictionary(
            places.communes.map { ($0, zones.zone($0)?.centralMeridianDegrees) }, uniquingKeysWith: { first, _ in first })
        wide.rows = { sink throws(GeoFileError) in
            try layer.rows { row throws(GeoFileError) in
                var row = row
                if case .point(let place)? = row.shape,
                    let meridian = stated ?? places.commune(near: place).flatMap({ meridians[$0] ?? nil }),
                    let point = try? VN2000.project(place, centralMeridianDegrees: meridian)
                {
                    // A tenth of a millimetre: GDAL's own numbers agree to that.
                    row.values += [.real(point.eastingMeters.rounded(4)), .real(point.northingMeters.rounded(4)), .real(meridian)]
                } else {
                    row.values += Self.gridColumns.map { _ in .null }
                }
                try sink(row)
            }
        }
        return wide
    }

    private func writeFields(_ layers: [LayerStream], _ formats: [ExportFormat], _ staging: String) throws -> [String] {
        let (hasCSV, hasXLSX) = (formats.contains(.vector(.csv)), formats.contains(.vector(.xlsx)))
        var columns: [String: [String]] = [:]
        for layer in layers where hasCSV || hasXLSX {
            columns[layer.name] = layer.geometry == .point ? ["lon", "lat"] + Self.gridColumns : hasCSV ? ["wkt"] : []
        }
        let page = FieldsPage(
            layers: layers, tableColumns: columns, hasRaster: formats.contains(.cog), hasShapefile: formats.contains(.vector(.shp)))
        try RunStore.write(Data(page.text.utf8), to: "\(staging)/fields.md")
        guard page.hasShapefile else { return ["fields.md"] }
        try VectorWriter.write([page.shortNames], to: "\(staging)/fields-shp.csv", format: .csv)
        return ["fields.md", "fields-shp.csv"]
    }
}

/// An operator that neither the run nor this program knows: more likely a slip than a wish for an empty map.
public struct UnknownOperator: Error, Hashable, Sendable, CustomStringConvertible {
    /// Id of the operator that was asked for.
    public var name: String
    /// The operators at hand.
    public var known: [String]

    /// The message in English.
    public var description: String { "no operator `\(name)` is in the run; write one of \(known.joined(separator: ", "))" }
}
