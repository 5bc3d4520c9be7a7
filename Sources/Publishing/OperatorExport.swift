import Foundation
import GeoFiles
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
/// assigned; villages that it serves or would serve; all dead zones, which nobody serves. Ids of sites that it may not see are taken out of
/// every attribute, and so are the names of the other operators heard at a village.
public struct OperatorExport {
    private let `operator`: Operator
    private let folder: String
    private let manifest: Manifest
    private let plan: PlanDocument?
    private let visibleSites: Set<String>
    private let sites: RunLayer

    /// Reads a run folder.
    ///
    /// - Throws: `StoreError` when it is no run.
    public init(run folder: String, for carrier: Operator) throws {
        self.folder = folder
        `operator` = carrier
        manifest = try RunStore.document(Manifest.self, "run.json", in: folder)
        plan = manifest.command == "plan" ? try RunStore.document(PlanDocument.self, "plan.json", in: folder) : nil
        let layer = try RunLayer("sites", in: folder)
        sites = layer
        visibleSites = Set(
            layer.table.features.filter { feature in
                layer.text("operator", feature) == carrier.id || (layer.flag("shared", feature) && !layer.flag("confidential", feature))
            }.map { layer.text("id", $0) })
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
        let fields = VillageLayer.fields + [OutputField(name: "gained_by", type: .text)]
        let kept = layer.table.features.filter { feature in
            layer.words("operators", feature).contains(self.operator.id) || gainedBy[layer.text("id", feature)] != nil
        }
        return OutputLayer(
            name: "villages", title: "Villages served, or served by the plan", fields: fields,
            rows: kept.map { feature in
                let row = redacted(layer, feature, VillageLayer.fields)
                return OutputRow(id: row.id, values: row.values + [.optional(gainedBy[row.id])], shape: row.shape)
            })
    }

    private func deadZones() throws -> OutputLayer {
        let layer = try RunLayer("dead-zones", in: folder)
        return OutputLayer(
            name: "dead_zones", title: "Villages without usable signal", fields: VillageLayer.fields,
            rows: layer.table.features.map { redacted(layer, $0, VillageLayer.fields) })
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
                .map { plain(layer, $0, FootprintLayer.fields) })
    }

    private func proposedSites(_ proposed: [PlanDocument.ProposedSite]) throws -> OutputLayer {
        let ids = Set(proposed.map(\.id))
        let layer = try RunLayer("plan", in: folder)
        return OutputLayer(
            name: "proposed_sites", title: "Proposed sites", fields: PlanLayer.fields,
            rows: layer.table.features.filter { ids.contains(layer.text("id", $0)) }.map { redacted(layer, $0, PlanLayer.fields) })
    }

    private func plain(_ layer: RunLayer, _ feature: Feature, _ fields: [OutputField]) -> OutputRow {
        OutputRow(id: layer.text("id", feature), values: fields.map { layer.value($0.name, feature) }, shape: feature.shape)
    }

    /// A row without what belongs to others: ids of sites out of sight, and other operators' names.
    private func redacted(_ layer: RunLayer, _ feature: Feature, _ fields: [OutputField]) -> OutputRow {
        let isBestOwn = layer.text("best_operator", feature) == self.operator.id
        let values = fields.map { field -> FieldValue in
            let value = layer.value(field.name, feature)
            switch field.name {
            case "best_site", "parent": return visibleSites.contains(value.text ?? "") ? value : .null
            case "nearest_site": return visibleSites.contains(value.text ?? "") ? value : .null
            case "nearest_site_m": return visibleSites.contains(layer.text("nearest_site", feature)) ? value : .null
            case "hop_km": return visibleSites.contains(layer.text("parent", feature)) ? value : .null
            case "best_operator", "technology": return isBestOwn ? value : .null
            case "operators" where fields == VillageLayer.fields:
                return .joined(layer.words("operators", feature).filter { $0 == self.operator.id })
            case "technologies" where fields == VillageLayer.fields:
                // Which technologies are heard is known per village, not per operator: shown only where the operator is alone.
                return layer.words("operators", feature) == [self.operator.id] ? value : .null
            case "notes": return .joined(layer.words("notes", feature).filter { $0 == "rounded-coordinate" })
            default: return value
            }
        }
        return OutputRow(id: layer.text("id", feature), values: values, shape: feature.shape)
    }
}
