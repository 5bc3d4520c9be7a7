import GeoFiles
import Geodesy
import Geometry
import Planning
import Scenarios

/// The layers of an export, each read from the run while it is written.
struct ExportLayers: Sendable {
    let folder: String
    let view: OperatorView
    let places: ExportPlaces
    let sites: RunLayer
    /// Whether the run is a plan.
    let hasPlan: Bool
    let language: Language

    /// Every theme, in the order of files and legends.
    func all() -> [LayerStream] {
        var layers = [villages(), deadZones(), existingSites(), footprints()]
        guard hasPlan else { return layers }
        layers += [proposedSites(), links()]
        if view.carrier == nil { layers += [villagesAfter(), candidates()] }
        return layers
    }

    private func title(_ vi: String, _ en: String) -> String { Bilingual(vi: vi, en: en).text(language) }

    private func villages() -> LayerStream {
        let (view, places) = (view, places)
        return layer(
            "villages", from: "villages",
            view.carrier == nil
                ? title("Thôn, bản", "Villages") : title("Thôn đang hoặc sẽ phục vụ", "Villages served, or served by the plan"),
            view.villageFields + [OperatorView.gainField], .point
        ) { fields, feature in
            guard places.communes.contains(.init(fields, feature)), view.sees(village: feature, fields) else { return nil }
            return view.village(fields, feature, withGain: true)
        }
    }

    private func deadZones() -> LayerStream {
        let (view, places) = (view, places)
        return layer(
            "dead_zones", from: "dead-zones", title("Thôn trắng sóng, lõm sóng", "Villages without usable signal"), view.villageFields,
            .point
        ) { fields, feature in
            places.communes.contains(.init(fields, feature)) ? view.village(fields, feature, withGain: false) : nil
        }
    }

    private func existingSites() -> LayerStream {
        let (view, places) = (view, places)
        return layer("sites", from: "sites", title("Trạm hiện có", "Existing sites"), SiteLayer.fields, .point) { fields, feature in
            let id = fields.text("id", feature)
            guard view.sees(site: id), places.servingSites.contains(id) || places.holds(feature.shape) else { return nil }
            return view.plain(fields, feature, SiteLayer.fields)
        }
    }

    private func footprints() -> LayerStream {
        let (view, places) = (view, places)
        return layer(
            "footprints", from: "footprints", title("Vùng phủ đã tính", "Areas taken as covered"), FootprintLayer.fields, .polygon
        ) { fields, feature in
            guard view.sees(footprintOf: fields.text("operator", feature)), case .polygon(let area)? = feature.shape else { return nil }
            guard !places.isNarrowed || places.isReached(by: area) else { return nil }
            return view.footprint(fields, feature)
        }
    }

    private func proposedSites() -> LayerStream {
        let (view, places) = (view, places)
        return layer("proposed_sites", from: "plan", title("Trạm đề xuất", "Proposed sites"), PlanLayer.fields, .point) { fields, feature in
            Self.isWanted(fields, feature, view, places) ? view.proposedSite(fields, feature) : nil
        }
    }

    /// Whether a proposed site is seen and lies in, or serves, what is wanted.
    private static func isWanted(_ fields: RunFields, _ feature: Feature, _ view: OperatorView, _ places: ExportPlaces) -> Bool {
        guard view.sees(proposed: fields.text("id", feature)) else { return false }
        return places.holds(feature.shape) || fields.words("villages_gained", feature).contains(where: places.villages.contains)
    }

    static let linkFields: [OutputField] = [
        OutputField(name: "id", type: .text), OutputField(name: "site", type: .text), OutputField(name: "parent", type: .text),
        OutputField(name: "link", type: .text), OutputField(name: "hop_km", type: .real), OutputField(name: "hop_clearance_m", type: .real),
        OutputField(name: "hop_verdict", type: .text), OutputField(name: "hop_band_ghz", type: .real),
        OutputField(name: "cost_transmission_vnd", type: .integer), OutputField(name: "synthetic", type: .boolean),
    ]

    /// The lines from proposed sites to the sites that connect them, where both ends are seen.
    private func links() -> LayerStream {
        let (view, places, folder) = (view, places, folder)
        var ends: [String: Coordinate] = [:]
        for feature in sites.table.features {
            if case .point(let place)? = feature.shape { ends[sites.text("id", feature)] = place }
        }
        let existing = ends
        return LayerStream(
            name: "links", title: title("Tuyến truyền dẫn đề xuất", "Proposed transmission lines"), fields: Self.linkFields, geometry: .line
        ) { sink throws(GeoFileError) in
            var ends = existing
            try RunLayer.each("plan", in: folder) { fields, feature throws(GeoFileError) in
                if case .point(let place)? = feature.shape { ends[fields.text("id", feature)] = place }
            }
            try RunLayer.each("plan", in: folder) { fields, feature throws(GeoFileError) in
                let (id, parent) = (fields.text("id", feature), fields.text("parent", feature))
                guard Self.isWanted(fields, feature, view, places), view.isVisible("parent", fields, feature), let from = ends[id],
                    let to = ends[parent]
                else { return }
                let values = Self.linkFields.map { column -> FieldValue in
                    switch column.name {
                    case "id": .text("\(id)→\(parent)")
                    case "site": .text(id)
                    default: fields.value(column.name, feature).fitted(to: column.type)
                    }
                }
                try sink(OutputRow(id: "\(id)→\(parent)", values: values, shape: .lineString([from, to])))
            }
        }
    }

    private func villagesAfter() -> LayerStream {
        let (view, places) = (view, places)
        return layer(
            "villages_after", from: "villages-after", title("Thôn, bản sau khi thực hiện phương án", "Villages with the plan"),
            PlanLayer.afterFields, .point
        ) { fields, feature in
            places.communes.contains(.init(fields, feature)) ? view.plain(fields, feature, PlanLayer.afterFields) : nil
        }
    }

    private func candidates() -> LayerStream {
        let (view, places) = (view, places)
        return layer(
            "candidates", from: "candidates", title("Vị trí đã xem xét", "Places looked at"), CandidateLayer.fields, .point
        ) { fields, feature in
            guard places.holds(feature.shape) || fields.words("villages_covered", feature).contains(where: places.villages.contains) else {
                return nil
            }
            return view.plain(fields, feature, CandidateLayer.fields)
        }
    }

    private func layer(
        _ name: String, from file: String, _ title: String, _ columns: [OutputField], _ geometry: LayerGeometry,
        _ row: @escaping @Sendable (RunFields, Feature) -> OutputRow?
    ) -> LayerStream {
        let folder = folder
        return LayerStream(name: name, title: title, fields: columns, geometry: geometry, hasMultipleParts: geometry == .polygon) {
            sink throws(GeoFileError) in
            try RunLayer.each(file, in: folder) { fields, feature throws(GeoFileError) in
                if let row = row(fields, feature) { try sink(row) }
            }
        }
    }
}

extension ExportPlaces {
    /// Whether a point is taken to lie in what is wanted.
    func holds(_ shape: Shape?) -> Bool {
        guard isNarrowed else { return true }
        guard case .point(let place)? = shape else { return false }
        return holds(place)
    }
}
