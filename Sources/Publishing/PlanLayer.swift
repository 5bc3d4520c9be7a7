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
        OutputField(name: "cost_transmission_vnd", type: .integer), OutputField(name: "cost_stated_vnd", type: .integer),
        OutputField(name: "parent", type: .text),
        OutputField(name: "hop_km", type: .real), OutputField(name: "hop_clearance_m", type: .real),
        OutputField(name: "villages_gained", type: .text),
        OutputField(name: "villages_gained_count", type: .integer), OutputField(name: "households_gained", type: .integer),
        OutputField(name: "synthetic", type: .boolean),
    ]

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
                        .integer(site.costParts.statedVND), .optional(site.parent), .optional(site.hopKm),
                        .optional(site.hopClearanceMeters), .joined(site.villagesGained), .integer(Int64(site.villagesGained.count)),
                        .integer(Int64(site.householdsGained)), .boolean(site.synthetic),
                    ],
                    shape: .point(Coordinate(longitude: site.lon, latitude: site.lat)))
            })
    }

    static let afterFields: [OutputField] = [
        OutputField(name: "id", type: .text), OutputField(name: "name", type: .text), OutputField(name: "commune_code", type: .text),
        OutputField(name: "commune", type: .text),
        OutputField(name: "province", type: .text), OutputField(name: "grade", type: .text), OutputField(name: "grade_before", type: .text),
        OutputField(name: "gained_by", type: .text),
        OutputField(name: "why_not", type: .text), OutputField(name: "households", type: .integer),
        OutputField(name: "population", type: .integer),
        OutputField(name: "electricity", type: .text), OutputField(name: "synthetic", type: .boolean),
    ]

    /// Every village with its grade before and after, the site that gains it, or why none does.
    public static func villagesAfter(_ run: PlanRun) -> OutputLayer {
        let world = run.gaps.loaded.read.world
        var gainedBy: [String: String] = [:]
        for site in run.document.sites { for village in site.villagesGained { gainedBy[village] = site.id } }
        let unreachable = Set(run.document.unreachable.map(\.id))
        return OutputLayer(
            name: "villages-after", title: "Villages with the plan", fields: afterFields,
            rows: zip(run.gaps.report.verdicts, run.gradesAfter).map { verdict, after in
                let village = world.villages[verdict.village]
                let whyNot: String? =
                    switch after {
                    case .covered: nil
                    case .unknown: "unknown-before"
                    case .partial, .uncovered: unreachable.contains(village.id) ? "no-candidate-in-range" : "not-chosen"
                    }
                return OutputRow(
                    id: village.id,
                    values: [
                        .text(village.id), .text(village.name), .text(village.communeCode), .text(village.communeName),
                        .text(village.provinceName), .text(after.rawValue), .text(verdict.grade.rawValue),
                        .optional(gainedBy[village.id]), .optional(whyNot), .optional(village.households), .optional(village.population),
                        .text(village.electricity.rawValue), .boolean(village.isSynthetic),
                    ],
                    shape: .point(village.centre))
            })
    }
}
