import Coverage
import Foundation
import GeoFiles
import Ingest
import Planning

/// What may be said about the maps.
public struct RasterOptions: Hashable, Sendable {
    /// Only this operator's sites, as people name it; nil = all.
    public var carrier: String?
    /// Only this technology; nil = every one that counts.
    public var technology: Technology?
    /// One more map for each operator and technology.
    public var byOperator: Bool
    /// How far from a mast is looked, metres; nil = the project's own.
    public var radiusMeters: Double?
    /// Memory for the values of one tile; results do not depend on it.
    public var tileBudgetBytes: Int

    /// Radii that are taken, km.
    public static let radiiKm = 0.5...200.0

    /// Describes maps; by default one, of all sites and technologies that count, as far as the project looks.
    public init(
        carrier: String? = nil, technology: Technology? = nil, byOperator: Bool = false, radiusMeters: Double? = nil,
        tileBudgetBytes: Int = RasterCoverage.standardTileBudgetBytes
    ) {
        self.carrier = carrier
        self.technology = technology
        self.byOperator = byOperator
        self.radiusMeters = radiusMeters
        self.tileBudgetBytes = tileBudgetBytes
    }
}

/// Best-server maps of a project, ready to be computed tile by tile.
public struct RasterRun: Sendable {
    /// The project that the maps are of.
    public var loaded: LoadedProject
    /// The masts and the ground, with the work to be done.
    public var coverage: RasterCoverage
    /// What was asked for.
    public var options: RasterOptions

    /// Gathers masts and ground. The terrain is read whatever the project's coverage mode.
    ///
    /// - Throws: `InputError` when the project cannot be used; `StoreError` (bad data) when it has no terrain, or no site on known ground that
    ///   counts and was asked for.
    public init(_ loaded: LoadedProject, _ options: RasterOptions) throws {
        try loaded.throwIfUnusable()
        let project = loaded.project
        let world = loaded.read.world
        func defect(_ reason: String, _ remedy: String) -> StoreError {
            StoreError(.badData, path: project.displayName, reason: reason, remedy: remedy)
        }
        guard project.terrain != nil else {
            throw defect(
                "the project names no terrain, and a map of levels needs the ground",
                "add `terrain: {folder: …, surface: dsm}` to the project; footprints alone are shown by `phusong gaps`")
        }
        let radio = loaded.radio ?? RadioLoading(project, world)
        guard radio.environment.terrain != nil else {
            let errors = radio.diagnostics.filter { $0.severity == .error }
            throw InputError(errors.contains { $0.code == .fileMissing } ? .missing : .badData, errors)
        }
        let layers = try Self.layers(loaded, options, defect)
        guard
            let coverage = RasterCoverage(
                world, rule: loaded.rule.rule, asOf: project.asOf, environment: radio.environment, layers: layers,
                radiusMeters: options.radiusMeters, tileBudgetBytes: options.tileBudgetBytes)
        else { throw defect("there is no terrain", "name some in the project") }
        guard !coverage.sites.isEmpty else {
            throw defect(
                "no site on air has a technology that counts by the rule \(loaded.rule.rule.id) on \(project.asOf)"
                    + (layers[0].id == "all" ? "" : " and belongs to `\(layers[0].id)`"),
                "check status and technology in the table of sites, or choose another --operator, --technology or --rule")
        }
        guard coverage.sitesOnUnknownGround.count < coverage.sites.count else {
            throw defect(
                "all \(coverage.sites.count) sites stand on ground whose height is not known",
                "put the missing tiles into the terrain folder; `phusong check` names them")
        }
        self.loaded = loaded
        self.coverage = coverage
        self.options = options
    }

    /// The map of everything asked for, then one for each operator and technology that the sites on air have.
    private static func layers(
        _ loaded: LoadedProject, _ options: RasterOptions, _ defect: (String, String) -> StoreError
    ) throws(StoreError) -> [RasterLayer] {
        let counted = loaded.rule.rule.countedTechnologies(on: loaded.project.asOf)
        let sites = loaded.read.world.sites.filter { $0.status == .active }
        let carriers = Set(sites.map(\.operator)).sorted()
        var carrier: Planning.Operator?
        if let text = options.carrier {
            guard let known = Planning.Operator.declared(text), carriers.contains(known) else {
                throw defect(
                    "no site on air belongs to the operator `\(text)`",
                    "choose one of \(carriers.map(\.id).joined(separator: ", "))")
            }
            carrier = known
        }
        if let technology = options.technology, !counted.contains(technology) {
            throw defect(
                "\(technology.rawValue) does not count by the rule \(loaded.rule.rule.id) on \(loaded.project.asOf)",
                "choose one of \(counted.map(\.rawValue).joined(separator: ", ")), or another --rule")
        }
        let whole = RasterLayer(carrier: carrier, technology: options.technology)
        guard options.byOperator else { return [whole] }
        var layers = [whole]
        for own in carriers where carrier == nil || own == carrier {
            let speaking = Set(sites.filter { $0.operator == own }.flatMap(\.technologies))
            for technology in counted where speaking.contains(technology) && (options.technology ?? technology) == technology {
                let layer = RasterLayer(carrier: own, technology: technology)
                if layer != whole { layers.append(layer) }
            }
        }
        return layers
    }

    /// Where the cells lie.
    public var frame: CoverageRasterFrame {
        let terrain = coverage.terrain
        return CoverageRasterFrame(
            west: terrain.west, north: terrain.north, stepLongitude: terrain.stepLongitude, stepLatitude: terrain.stepLatitude,
            columns: terrain.columns, rows: terrain.rows)
    }

    /// What decides the files beside the inputs.
    public var parameters: [String: String] {
        var parameters = [
            "layer": coverage.layers[0].id, "byOperator": "\(options.byOperator)", "radiusKm": "\(coverage.radiusMeters / 1000)",
        ]
        if let carrier = coverage.layers[0].carrier { parameters["operator"] = carrier.id }
        if let technology = coverage.layers[0].technology { parameters["technology"] = technology.rawValue }
        return parameters
    }

    /// The project's warnings, and those of the maps.
    public var warnings: [GapSummary.Warning] {
        var warnings = loaded.summaryWarnings
        let world = loaded.read.world
        let lost = coverage.sitesOnUnknownGround
        if !lost.isEmpty {
            let names = lost.prefix(5).map { world.sites[$0].id }.joined(separator: ", ") + (lost.count > 5 ? ", …" : "")
            warnings.append(
                .init(
                    code: "sites-on-unknown-ground", file: loaded.project.terrain?.displayName ?? "", count: lost.count,
                    message: "sites whose ground has no height are in no map: \(names)"))
        }
        if coverage.mastsReachingBeyondFrame > 0 {
            warnings.append(
                .init(
                    code: "radius-beyond-frame", file: loaded.project.terrain?.displayName ?? "",
                    count: coverage.mastsReachingBeyondFrame,
                    message:
                        "masts that reach beyond the map's frame (villages and sites, and 0.05° around them): their coverage ends there"))
        }
        return warnings
    }
}
