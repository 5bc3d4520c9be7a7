import Coverage
import GeoFiles
import Geodesy
import Geometry
import Planning
import Scenarios

/// What of a run one operator may see, or its owner.
///
/// An operator sees its own sites and footprints; sites of others only where they are shared and not confidential; proposed sites that are its
/// own or not assigned; villages that it serves or would serve, with its own service there; all dead zones of the rule. No attribute names or
/// gives away a site that it may not see, or another operator heard at a village. The owner sees everything.
struct OperatorView: Sendable {
    /// Nil for the owner.
    let carrier: Operator?
    private let visibleSites: Set<String>
    /// Ids and places of the visible sites on air, for the nearest one.
    private let visibleActive: [String]
    private let visibleIndex: PointIndex
    private let proposed: Set<String>
    /// How many proposed sites would be the operator's, but stand on a mast that it may not see.
    let hiddenProposals: Int
    /// The first proposed site that covers a village.
    private let gainedBy: [String: String]

    /// - Parameter sites: the run's layer of existing sites.
    init(_ carrier: Operator?, sites: RunLayer, plan: PlanDocument?) {
        self.carrier = carrier
        let visible = sites.table.features.filter { feature in
            guard let carrier else { return true }
            return sites.text("operator", feature) == carrier.id || (sites.flag("shared", feature) && !sites.flag("confidential", feature))
        }
        visibleSites = Set(visible.map { sites.text("id", $0) })
        let onAir: [(String, Coordinate)] = visible.compactMap { feature in
            guard sites.text("status", feature) == Site.Status.active.rawValue, case .point(let place)? = feature.shape else { return nil }
            return (sites.text("id", feature), place)
        }
        visibleActive = onAir.map(\.0)
        visibleIndex = PointIndex(onAir.map(\.1))
        let planned = (plan?.sites ?? []).filter { site in
            carrier.map { site.operators.isEmpty || site.operators.contains($0) } ?? true
        }
        // One that stands on a mast out of sight would give away its place, and often its id.
        let shown = planned.filter { site in site.existingSite.map(Set(visible.map { sites.text("id", $0) }).contains) ?? true }
        proposed = Set(shown.map(\.id))
        hiddenProposals = planned.count - shown.count
        var gainedBy: [String: String] = [:]
        for site in shown { for village in site.villagesCovered where gainedBy[village] == nil { gainedBy[village] = site.id } }
        self.gainedBy = gainedBy
    }

    /// Whether a raster by its layer's name shows one operator alone: all of it, or one of its technologies.
    static func isOwn(rasterLayer layer: String, of carrier: Operator) -> Bool {
        layer == carrier.id || Technology.allCases.contains { layer == "\(carrier.id)-\($0.rawValue.lowercased())" }
    }

    func sees(site: String) -> Bool { visibleSites.contains(site) }

    func sees(proposed site: String) -> Bool { proposed.contains(site) }

    func sees(footprintOf owner: String) -> Bool { carrier.map { $0.id == owner } ?? true }

    /// Whether a village is among those that the operator serves, or would serve by the plan.
    func sees(village feature: Feature, _ fields: RunFields) -> Bool {
        guard let carrier else { return true }
        return fields.words("operators", feature).contains(carrier.id) || gainedBy[fields.text("id", feature)] != nil
    }

    // MARK: Fields

    /// Left out for operators: who else is heard; the path from the best site, whose ridge points to it; what other sources and missing tiles
    /// say, which rests on everybody's sites.
    private static let hiddenFields = Set(
        [
            "by_operator", "missing_tile", "grade_by_footprints", "grade_by_prediction", "rounding_agreement", "service_class",
            "uncounted_technologies", "reason_vi", "reason_en",
        ] + (VillageLayer.pathFields + VillageLayer.evidenceFields).map(\.name))

    /// The fields of a village that are told.
    var villageFields: [OutputField] {
        carrier == nil ? VillageLayer.fields : VillageLayer.fields.filter { !Self.hiddenFields.contains($0.name) }
    }

    static let gainField = OutputField(name: "gained_by", type: .text)

    // MARK: Records

    /// A village as it is told: to an operator its own service, and the nearest of the sites that it may see.
    func village(_ fields: RunFields, _ feature: Feature, withGain: Bool) -> OutputRow {
        var row = carrier.map { village(fields, feature, for: $0) } ?? plain(fields, feature, villageFields)
        if withGain { row.values.append(.optional(gainedBy[row.id])) }
        return row
    }

    private func village(_ fields: RunFields, _ feature: Feature, for carrier: Operator) -> OutputRow {
        let own = fields.words("by_operator", feature).compactMap(OperatorServiceText.init).first { $0.carrier == carrier.id }
        let isRounded = fields.words("notes", feature).contains(VerdictNote.roundedCoordinate.rawValue)
        var nearest: (id: String, meters: Double)?
        if case .point(let place)? = feature.shape, let found = visibleIndex.nearest(to: place) {
            nearest = (visibleActive[found.index], found.distanceMeters)
        }
        return row(fields, feature, villageFields) { field, value in
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
            case "notes": .text(isRounded ? VerdictNote.roundedCoordinate.rawValue : "")
            default: value
            }
        }
    }

    func footprint(_ fields: RunFields, _ feature: Feature) -> OutputRow {
        row(fields, feature, FootprintLayer.fields) { field, value in
            // On a shared mast the footprint may name somebody else's site.
            field == "site_id" && !visibleSites.contains(value.text ?? "") ? .null : value
        }
    }

    /// A proposed site. Where its line leads to a site out of sight, whatever tells the line's length is left out: with the place of the
    /// proposed site it would draw a circle through the hidden one. So is the mast out of sight that would be used.
    func proposedSite(_ fields: RunFields, _ feature: Feature) -> OutputRow {
        let isParentVisible = isVisible("parent", fields, feature)
        let isClearParentVisible = isVisible("clear_parent", fields, feature)
        return row(fields, feature, PlanLayer.fields) { field, value in
            switch field {
            case "parent", "link", "hop_km", "hop_clearance_m", "hop_verdict", "hop_band_ghz", "hop_rain_margin_db",
                "cost_transmission_vnd", "cost_vnd":
                isParentVisible ? value : .null
            case "clear_parent", "clear_parent_km", "clear_parent_band_ghz": isClearParentVisible ? value : .null
            case "existing_site": isVisible("existing_site", fields, feature) ? value : .null
            default: value
            }
        }
    }

    /// Whether the site that a field names may be seen. Another proposed site of the same plan may be the parent of a chain; where no site is named there is
    /// nothing to hide.
    func isVisible(_ field: String, _ fields: RunFields, _ feature: Feature) -> Bool {
        let site = fields.text(field, feature)
        return carrier == nil || site.isEmpty || proposed.contains(site) || visibleSites.contains(site)
    }

    func plain(_ fields: RunFields, _ feature: Feature, _ columns: [OutputField]) -> OutputRow {
        row(fields, feature, columns) { _, value in value }
    }

    private func row(
        _ fields: RunFields, _ feature: Feature, _ columns: [OutputField], _ change: (String, FieldValue) -> FieldValue
    ) -> OutputRow {
        OutputRow(
            id: fields.text("id", feature),
            values: columns.map { column in change(column.name, fields.value(column.name, feature)).fitted(to: column.type) },
            shape: feature.shape)
    }
}

extension FieldValue {
    /// GeoJSON tells whole numbers and numbers apart by their look alone, and a column that is null throughout has no type at all.
    func fitted(to type: FieldType) -> FieldValue {
        switch (type, self) {
        case (.integer, .real(let number)): Int64(exactly: number).map { .integer($0) } ?? .null
        case (.boolean, .integer(let number)): .boolean(number != 0)
        case (.boolean, .text(let text)): text == "true" || text == "1" ? .boolean(true) : text.isEmpty ? .null : .boolean(false)
        case (.integer, .text(let text)), (.real, .text(let text)):
            Double(text).map { type == .real ? .real($0) : Int64(exactly: $0).map { .integer($0) } ?? .null } ?? .null
        case (.text, .null), (.text, .text): self
        case (.text, _): .text(self.text ?? "")
        default: self
        }
    }
}
