import Coverage
import GeoFiles
import Planning
import Scenarios

/// What a run says of field evidence: where it contradicts prediction or claim, and where a measurement would decide most.
enum EvidenceLayers {
    /// The contradictions, one per row, by village; operators' own sites are named nowhere.
    static func conflicts(_ run: GapRun) -> OutputLayer {
        let world = run.loaded.read.world
        let fields = [
            text("village_id"), text("name"), text("commune"), text("province"), text("operator"), text("kind"), text("kind_vi"),
            text("kind_en"),
            text("grade"), text("basis"), real("predicted_dbm"), real("probability"), real("measured_dbm"), whole("measurements"),
            text("newest"), text("sources"),
        ]
        let grades = Dictionary(run.report.verdicts.map { ($0.village, $0.grade) }, uniquingKeysWith: { first, _ in first })
        let rows = run.conflicts.enumerated().map { number, conflict in
            let village = world.villages[conflict.village]
            let who: [FieldValue] = [
                .text(village.id), .text(village.name), .text(village.communeName), .text(village.provinceName),
                .optional(conflict.operator?.id),
            ]
            let what: [FieldValue] = [
                .text(conflict.kind.rawValue), .text(conflict.kind.label.vi), .text(conflict.kind.label.en),
                .optional(grades[conflict.village]?.rawValue), .optional(conflict.basis?.rawValue),
                .optional(conflict.predictedDBm?.rounded(2)), .optional(conflict.probability?.rounded(4)),
                .optional(conflict.measuredDBm?.rounded(2)), .integer(Int64(conflict.measurements)), .text("\(conflict.newest)"),
                .joined(conflict.sources),
            ]
            return OutputRow(id: String(number + 1), values: who + what, shape: nil)
        }
        return OutputLayer(
            name: "evidence-conflicts", title: "Where the field contradicts prediction or claim", fields: fields, rows: rows)
    }

    /// The villages where a measurement would decide most, the most at stake first.
    static func measureHere(_ run: GapRun) -> OutputLayer {
        let world = run.loaded.read.world
        let fields = [
            whole("rank"), text("id"), text("name"), text("commune"), text("province"), real("lon"), real("lat"), text("grade"),
            whole("households"), real("signal_dbm"), real("margin_sigma"), real("flip_probability"), real("households_at_stake"),
            text("doubt"), text("doubt_vi"), text("doubt_en"), text("confidence"), text("coordinate_quality"), text("terrain_quality"),
            whole("data_age_days"), .init(name: "synthetic", type: .boolean),
        ]
        let rows = run.measureHere.map { here in
            let verdict = run.report.verdicts[here.verdict]
            let village = world.villages[verdict.village]
            let place: [FieldValue] = [
                .integer(Int64(here.rank)), .text(village.id), .text(village.name), .text(village.communeName), .text(village.provinceName),
                .real(village.centre.longitude.rounded(7)), .real(village.centre.latitude.rounded(7)), .text(verdict.grade.rawValue),
                .optional(village.households),
            ]
            let doubt: [FieldValue] = [
                .optional(verdict.signalDBm?.rounded(2)), .optional(verdict.marginSigma(run.report.rule)?.rounded(2)),
                .real(here.flipProbability.rounded(4)), .real(here.householdsAtStake.rounded(2)), .text(here.doubt.rawValue),
                .text(here.doubt.label.vi), .text(here.doubt.label.en), .text(verdict.confidence.rawValue),
            ]
            return OutputRow(
                id: village.id, values: place + doubt + quality(verdict, run) + [.boolean(village.isSynthetic)],
                shape: .point(village.centre))
        }
        return OutputLayer(name: "measure-here", title: "Where a measurement would decide most", fields: fields, rows: rows)
    }

    /// What a verdict's confidence rests on beside its level: `exact` or `arc-minute`; `known`, `missing` (a tile that could change the grade), or
    /// nothing where no terrain is used; age of the network data in days.
    static func quality(_ verdict: VillageVerdict, _ run: GapRun) -> [FieldValue] {
        let village = run.loaded.read.world.villages[verdict.village]
        let terrain: String? = run.loaded.environment == nil ? nil : verdict.missingTiles.isEmpty ? "known" : "missing"
        return [
            .text(village.isCoordinateRounded ? "arc-minute" : "exact"), .optional(terrain),
            .optional(run.loaded.project.networkDataAgeDays),
        ]
    }

    private static func text(_ name: String) -> OutputField { OutputField(name: name, type: .text) }
    private static func real(_ name: String) -> OutputField { OutputField(name: name, type: .real) }
    private static func whole(_ name: String) -> OutputField { OutputField(name: name, type: .integer) }
}
