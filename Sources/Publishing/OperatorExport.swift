import Coverage
import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning
import Scenarios

/// `export.json`: what was handed to one operator.
public struct ExportDocument: Codable, Hashable, Sendable {
    public struct Layer: Codable, Hashable, Sendable {
        public var name: String
        public var features: Int
    }

    public struct File: Codable, Hashable, Sendable {
        public var file: String
        public var sha256: String
    }

    public var schema = "phusong.export/1"
    public var run: String
    public var runInputHash: String
    public var `operator`: Operator
    public var layers: [Layer]
    public var files: [File]
    /// One sentence saying what is made up in the inputs; empty for real data.
    public var synthetic: String
}

/// The maps of a run that one operator may see.
///
/// Its own sites and footprints; sites of others only where they are shared and not confidential; proposed sites that are its own or not
/// assigned; villages that it serves or would serve, with its own service there; all dead zones of the rule. No attribute names or
/// gives away a site that it may not see, or another operator heard at a village.
public struct OperatorExport {
    private let `operator`: Operator
    private let folder: String
    private let manifest: Manifest
    private let plan: PlanDocument?
    private let visibleSites: Set<String>
    /// Ids and places of the visible sites on air, for the nearest one.
    private let visibleActive: [String]
    private let visibleIndex: PointIndex
    private let sites: RunLayer

    /// Reads a run folder.
    ///
    /// - Throws: `StoreError` when it is no run; `UnknownOperator` when neither the run nor this program knows the operator.
    public init(run folder: String, for carrier: Operator) throws {
        self.folder = folder
        `operator` = carrier
        manifest = try RunStore.document(Manifest.self, "run.json", in: folder)
        plan = manifest.command == "plan" ? try RunStore.document(PlanDocument.self, "plan.json", in: folder) : nil
        let layer = try RunLayer("sites", in: folder)
        sites = layer
        let named = Set(layer.table.features.map { layer.text("operator", $0) }).union(plan?.sites.flatMap { $0.operators.map(\.id) } ?? [])
            .union(try RunLayer("footprints", in: folder).words("operator"))
        guard Operator.known.contains(carrier) || named.contains(carrier.id) else {
            throw UnknownOperator(name: carrier.id, known: Set(Operator.known.map(\.id)).union(named).sorted())
        }
        let visible = layer.table.features.filter { feature in
            layer.text("operator", feature) == carrier.id || (layer.flag("shared", feature) && !layer.flag("confidential", feature))
        }
        visibleSites = Set(visible.map { layer.text("id", $0) })
        let onAir: [(String, Coordinate)] = visible.compactMap { feature in
            guard layer.text("status", feature) == Site.Status.active.rawValue, case .point(let place)? = feature.shape else { return nil }
            return (layer.text("id", feature), place)
        }
        visibleActive = onAir.map(\.0)
        visibleIndex = PointIndex(onAir.map(\.1))
    }

    /// The hash that names the export: equal hash, equal files.
    public func hash(formats: [VectorFormat]) -> String {
        Fingerprint.of("\(manifest.inputHash)\n\(self.operator.id)\n\(formats.map(\.rawValue).joined(separator: ","))")
    }

    /// Writes the layers into a staging folder: one file per layer, or one file with all layers where the format holds several.
    @discardableResult
    public func write(formats: [VectorFormat], to staging: String) throws -> ExportDocument {
        let layers = try layers()
        var names: [String] = []
        for format in formats {
            if format.holdsManyLayers {
                let name = "\(self.operator.id).\(format.fileExtension)"
                try VectorWriter.write(layers, to: "\(staging)/\(name)", format: format)
                names.append(name)
            } else {
                for layer in layers {
                    let name = "\(self.operator.id)-\(layer.name).\(format.fileExtension)"
                    try VectorWriter.write([layer], to: "\(staging)/\(name)", format: format)
                    names.append(name)
                }
            }
        }
        let document = ExportDocument(
            run: URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent, runInputHash: manifest.inputHash,
            operator: self.operator, layers: layers.map { .init(name: $0.name, features: $0.rows.count) },
            files: names.map { .init(file: $0, sha256: Fingerprint.ofFile("\(staging)/\($0)") ?? "") }, synthetic: manifest.synthetic)
        try RunStore.write(CanonicalJSON.data(document), to: "\(staging)/export.json")
        return document
    }

    /// The layers that the operator may see.
    public func layers() throws -> [OutputLayer] {
        let proposed = (plan?.sites ?? []).filter { $0.operators.isEmpty || $0.operators.contains(self.operator) }
        var layers = [try villages(proposed), try deadZones(), ownSites(), try ownFootprints()]
        if plan != nil { layers.append(try proposedSites(proposed)) }
        return layers
    }

    private func villages(_ proposed: [PlanDocument.ProposedSite]) throws -> OutputLayer {
        var gainedBy: [String: String] = [:]
        for site in proposed { for village in site.villagesCovered where gainedBy[village] == nil { gainedBy[village] = site.id } }
        let layer = try RunLayer("villages", in: folder)
        let fields = Self.villageFields + [OutputField(name: "gained_by", type: .text)]
        let kept = layer.table.features.filter { feature in
            layer.words("operators", feature).contains(self.operator.id) || gainedBy[layer.text("id", feature)] != nil
        }
        return OutputLayer(
            name: "villages", title: "Villages served, or served by the plan", fields: fields,
            rows: kept.map { feature in
                let seen = village(layer, feature)
                return OutputRow(id: seen.id, values: seen.values + [.optional(gainedBy[seen.id])], shape: seen.shape)
            })
    }

    private func deadZones() throws -> OutputLayer {
        let layer = try RunLayer("dead-zones", in: folder)
        return OutputLayer(
            name: "dead_zones", title: "Villages without usable signal", fields: Self.villageFields,
            rows: layer.table.features.map { village(layer, $0) })
    }

    private func ownSites() -> OutputLayer {
        OutputLayer(
            name: "sites", title: "Sites", fields: SiteLayer.fields,
            rows: sites.table.features.filter { visibleSites.contains(sites.text("id", $0)) }.map { plain(sites, $0, SiteLayer.fields) })
    }

    private func ownFootprints() throws -> OutputLayer {
        let layer = try RunLayer("footprints", in: folder)
        return OutputLayer(
            name: "footprints", title: "Areas taken as covered", fields: FootprintLayer.fields,
            rows: layer.table.features.filter { layer.text("operator", $0) == self.operator.id }
                .map { feature in
                    row(layer, feature, FootprintLayer.fields) { field, value in
                        // On a shared mast the footprint may name somebody else's site.
                        field == "site_id" && !visibleSites.contains(value.text ?? "") ? .null : value
                    }
                })
    }

    private func proposedSites(_ proposed: [PlanDocument.ProposedSite]) throws -> OutputLayer {
        let ids = Set(proposed.map(\.id))
        let layer = try RunLayer("plan", in: folder)
        return OutputLayer(
            name: "proposed_sites", title: "Proposed sites", fields: PlanLayer.fields,
            rows: layer.table.features.filter { ids.contains(layer.text("id", $0)) }.map { proposedSite(layer, $0, ids) })
    }

    private func plain(_ layer: RunLayer, _ feature: Feature, _ fields: [OutputField]) -> OutputRow {
        row(layer, feature, fields) { _, value in value }
    }

    /// A village as the operator sees it: its own service, and the nearest of the sites that it may see.
    private func village(_ layer: RunLayer, _ feature: Feature) -> OutputRow {
        let own = layer.words("by_operator", feature).compactMap(OperatorServiceText.init).first { $0.carrier == self.operator.id }
        let isRounded = layer.words("notes", feature).contains("rounded-coordinate")
        var nearest: (id: String, meters: Double)?
        if case .point(let place)? = feature.shape, let found = visibleIndex.nearest(to: place) {
            nearest = (visibleActive[found.index], found.distanceMeters)
        }
        return row(layer, feature, Self.villageFields) { field, value in
            switch field {
            case "best_site": .optional(own.flatMap { visibleSites.contains($0.site) ? $0.site : nil })
            // Why a village is dark, and how far a verdict may be trusted, rests on everybody's sites: told only of the operator's own service.
            case "reason":
                .optional(own.map { $0.basis == Basis.terrainPrediction.rawValue ? Reason.predictedSignal.rawValue : "inside-\($0.basis)" })
            case "basis": .optional(own?.basis)
            case "confidence": .optional(own.map { $0.basis != Basis.disc.rawValue && !isRounded ? "medium" : "low" })
            case "best_operator": .optional(own?.carrier)
            // Its own level in every village that it serves: a blank one would tell that somebody else is stronger there.
            case "signal_dbm": .optional(own?.signalDBm)
            case "probability": .optional(own?.probability)
            case "technology": .optional(own?.technologies.last)
            case "operators": .text(own?.carrier ?? "")
            case "technologies": .joined(own?.technologies ?? [])
            case "nearest_site": .optional(nearest?.id)
            case "nearest_site_m": .optional(nearest.map { Int($0.meters.rounded()) })
            // The other remarks speak of how many operators are heard.
            case "notes": .text(isRounded ? "rounded-coordinate" : "")
            default: value
            }
        }
    }

    /// Left out: who else is heard; the path from the best site, whose ridge points to it; what other sources and missing tiles say, which
    /// rests on everybody's sites.
    private static let hiddenFields = Set(
        [
            "by_operator", "missing_tile", "grade_by_footprints", "grade_by_prediction", "rounding_agreement", "service_class",
            "uncounted_technologies", "reason_vi",
            "reason_en",
        ]
            + (VillageLayer.pathFields + VillageLayer.evidenceFields).map(\.name))

    private static let villageFields = VillageLayer.fields.filter { !hiddenFields.contains($0.name) }

    /// A proposed site. Where its line leads to a site out of sight, whatever tells the line's length is left out: with the place of the
    /// proposed site it would draw a circle through the hidden one.
    private func proposedSite(_ layer: RunLayer, _ feature: Feature, _ visible: Set<String>) -> OutputRow {
        // Another proposed site of the same plan may be the parent of a chain. Where there is no line there is nothing to hide.
        func isVisible(_ field: String) -> Bool {
            let site = layer.text(field, feature)
            return site.isEmpty || visible.contains(site) || visibleSites.contains(site)
        }
        let (isParentVisible, isClearParentVisible) = (isVisible("parent"), isVisible("clear_parent"))
        return row(layer, feature, PlanLayer.fields) { field, value in
            switch field {
            case "parent", "link", "hop_km", "hop_clearance_m", "hop_verdict", "hop_band_ghz", "hop_rain_margin_db",
                "cost_transmission_vnd",
                "cost_vnd":
                isParentVisible ? value : .null
            case "clear_parent", "clear_parent_km", "clear_parent_band_ghz": isClearParentVisible ? value : .null
            default: value
            }
        }
    }

    private func row(_ layer: RunLayer, _ feature: Feature, _ fields: [OutputField], _ change: (String, FieldValue) -> FieldValue)
        -> OutputRow
    {
        OutputRow(
            id: layer.text("id", feature), values: fields.map { change($0.name, layer.value($0.name, feature)) }, shape: feature.shape)
    }
}

/// An operator that neither the run nor this program knows: more likely a slip than a wish for an empty map.
public struct UnknownOperator: Error, Hashable, Sendable, CustomStringConvertible {
    public var name: String
    /// The operators at hand.
    public var known: [String]

    public var description: String { "no operator `\(name)` is in the run; write one of \(known.joined(separator: ", "))" }
}
