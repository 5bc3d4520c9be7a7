import Coverage
import GeoFiles
import Geodesy
import Geometry
import Planning
import Scenarios

/// The proposed sites of a plan, and the villages as they would be with them.
public enum PlanLayer {
    static let fields: [OutputField] = [
        OutputField(name: "id", type: .text), OutputField(name: "name", type: .text), OutputField(name: "rank", type: .integer),
        OutputField(name: "option", type: .text),
        OutputField(name: "operators", type: .text), OutputField(name: "technologies", type: .text),
        OutputField(name: "bands_mhz", type: .text),
        OutputField(name: "mast_height_m", type: .real), OutputField(name: "azimuths_deg", type: .text),
        OutputField(name: "power", type: .text),
        OutputField(name: "cost_vnd", type: .integer), OutputField(name: "cost_site_vnd", type: .integer),
        OutputField(name: "cost_power_vnd", type: .integer),
        OutputField(name: "cost_transmission_vnd", type: .integer), OutputField(name: "cost_equipment_vnd", type: .integer),
        OutputField(name: "cost_grid_vnd", type: .integer),
        OutputField(name: "cost_road_vnd", type: .integer), OutputField(name: "cost_operation_vnd", type: .integer),
        OutputField(name: "cost_stated_vnd", type: .integer), OutputField(name: "existing_site", type: .text),
        OutputField(name: "parent", type: .text),
        OutputField(name: "link", type: .text),
        OutputField(name: "hop_km", type: .real), OutputField(name: "hop_clearance_m", type: .real),
        OutputField(name: "hop_verdict", type: .text), OutputField(name: "hop_band_ghz", type: .real),
        OutputField(name: "hop_rain_margin_db", type: .real), OutputField(name: "clear_parent", type: .text),
        OutputField(name: "clear_parent_km", type: .real), OutputField(name: "clear_parent_band_ghz", type: .real),
        OutputField(name: "villages_gained", type: .text),
        OutputField(name: "villages_gained_count", type: .integer), OutputField(name: "households_gained", type: .integer),
        OutputField(name: "households_exclusive", type: .integer),
        OutputField(name: "synthetic", type: .boolean),
    ]

    /// The layer `plan`: a point for each proposed site, by rank.
    public static func sites(_ run: PlanRun) -> OutputLayer {
        OutputLayer(
            name: "plan", title: "Proposed sites", fields: fields,
            rows: run.document.sites.map { site in
                OutputRow(
                    id: site.id,
                    values: [
                        .text(site.id), .text(site.name), .integer(Int64(site.rank)), .text(site.option),
                        .joined(site.operators.map(\.id)), .joined(site.technologies.map(\.rawValue)),
                        .joined(site.bandsMHz.map(SiteLayer.plain)), .real(site.mastHeightMeters),
                        .joined(site.azimuthsDegrees.map(SiteLayer.plain)), .text(site.power.rawValue), .integer(site.costVND),
                        .integer(site.costParts.siteVND), .integer(site.costParts.powerVND), .integer(site.costParts.transmissionVND),
                        .integer(site.costParts.equipmentVND), .integer(site.costParts.gridVND), .integer(site.costParts.roadVND),
                        .integer(site.costParts.operationVND), .integer(site.costParts.statedVND), .optional(site.existingSite),
                        .optional(site.parent), .optional(site.link?.rawValue),
                        .optional(site.hopKm),
                        .optional(site.hopClearanceMeters), .optional(site.hop?.verdict.rawValue), .optional(site.hop?.bandGHz),
                        .optional(site.hop?.rainMarginDB), .optional(site.hop?.clearParent), .optional(site.hop?.clearParentKm),
                        .optional(site.hop?.clearParentBandGHz), .joined(site.villagesGained), .integer(Int64(site.villagesGained.count)),
                        .integer(Int64(site.householdsGained)), .integer(Int64(site.householdsExclusive)), .boolean(site.synthetic),
                    ],
                    shape: .point(Coordinate(longitude: site.lon, latitude: site.lat)))
            })
    }

    static let afterFields =
        VillageLayer.fields + [
            OutputField(name: "grade_before", type: .text), OutputField(name: "gained_by", type: .text),
            OutputField(name: "why_not", type: .text), OutputField(name: "covered_by", type: .text),
            OutputField(name: "cheapest_site", type: .text), OutputField(name: "cheapest_cost_vnd", type: .integer),
        ]

    /// Every village as it would be with the plan: its grade before and after, the site that gains it, or why none does.
    ///
    /// A village whose centre gains signal carries the proposed site as `best_site`, with the level predicted there, or the basis `disc` and low
    /// confidence. One whose centre had signal before keeps its server. Shares of clusters are those with the plan.
    public static func villagesAfter(_ run: PlanRun) -> OutputLayer {
        let world = run.gaps.loaded.read.world
        var gainedBy: [String: PlanDocument.ProposedSite] = [:]
        for site in run.document.sites { for village in site.villagesGained { gainedBy[village] = site } }
        let options = Dictionary(
            run.solution.chosen.map { (run.options[$0].place.id, run.options[$0]) }, uniquingKeysWith: { first, _ in first })
        let answers = Dictionary(run.document.answers.deadZones.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let unreachable = Dictionary(run.document.unreachable.map { ($0.id, $0.reason) }, uniquingKeysWith: { first, _ in first })
        return OutputLayer(
            name: "villages-after", title: "Villages with the plan", fields: afterFields,
            rows: run.gaps.report.verdicts.enumerated().map { number, verdict in
                let after = run.gradesAfter[number]
                let village = world.villages[verdict.village]
                let whyNot: String? =
                    switch after {
                    case .covered: nil
                    case .unknown where verdict.grade == .unknown: "unknown-before"
                    case .unknown, .partial, .uncovered:
                        unreachable[village.id] ?? (run.gaps.loaded.project.plan.aims(at: village) ? "not-chosen" : "waits")
                    }
                var future = verdict
                (future.grade, future.extent) = (after, run.extentsAfter[number])
                var row = VillageLayer.row(future, run.gaps)
                if after == .covered, verdict.grade.isDeadZone { set(Self.planned(gainedBy[village.id]?.id), in: &row) }
                let hadSignal = verdict.extent?.points.first?.life == .alive
                if !hadSignal, let site = gainedBy[village.id] {
                    let option = options[site.id]
                    let signal = option?.covers.firstIndex(of: verdict.village).flatMap { position in
                        option?.signals.indices.contains(position) ?? false ? option?.signals[position] : nil
                    }
                    Self.applyGain(site, signal, to: &row)
                }
                let answer = answers[village.id]
                row.values += [
                    .text(verdict.grade.rawValue), .optional(gainedBy[village.id]?.id), .optional(whyNot),
                    .joined(answer?.coveredBy ?? []), .optional(answer?.cheapestCandidate),
                    answer?.cheapestCostVND.map { .integer($0) } ?? .null,
                ]
                return row
            })
    }

    /// What is said of a village that the plan covers, instead of why it was dark.
    private static func planned(_ site: String?) -> [String: FieldValue] {
        [
            "reason": .text("planned-site"),
            "reason_vi": .text(site.map { "Trạm đề xuất \($0) phủ tới thôn." } ?? "Các trạm đề xuất cùng nhau phủ tới thôn."),
            "reason_en": .text(site.map { "The proposed site \($0) covers it." } ?? "The proposed sites cover it together."),
            "funding": .null, "priority_rank": .null,
        ]
    }

    /// The village as the new site serves it: nothing of the old path may stay beside the new site's name.
    private static func applyGain(_ site: PlanDocument.ProposedSite, _ signal: PredictedSignal?, to row: inout OutputRow) {
        var changes = Dictionary(
            zip(VillageLayer.pathFields.map(\.name), VillageLayer.pathValues(signal)), uniquingKeysWith: { first, _ in first })
        let served: [String: FieldValue] = [
            "grade": .text(Grade.covered.rawValue), "reason": .text("planned-site"),
            "basis": .text((signal == nil ? Basis.disc : .terrainPrediction).rawValue),
            "confidence": .text((signal == nil ? Confidence.low : .medium).rawValue),
            "signal_dbm": .optional(signal?.rsrpDBm.rounded(2)), "probability": .optional(signal?.probability.rounded(4)),
            "missing_tile": .null, "best_site": .text(site.id), "best_operator": .optional(site.operators.first?.id),
            "technology": .optional(site.technologies.last?.rawValue), "operators": .joined(site.operators.map(\.id)),
            "by_operator": .text(""),
            "technologies": .joined(site.technologies.map(\.rawValue)), "service_class": .text(ServiceClass(site.technologies).rawValue),
            "uncounted_technologies": .text(""), "margin_sigma": .null,
        ]
        changes.merge(served) { _, new in new }
        set(changes, in: &row)
    }

    private static func set(_ changes: [String: FieldValue], in row: inout OutputRow) {
        for (position, field) in VillageLayer.fields.enumerated() {
            if let value = changes[field.name] { row.values[position] = value }
        }
    }
}
