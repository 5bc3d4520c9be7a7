import Coverage
import GeoFiles
import Planning
import Scenarios

/// The tables of a gap analysis that a planner sends on: by commune, former district, operator, technology, reason and funding, and the dead
/// zones one by one. Rows stand in a stable order: by code, or for dead zones by priority.
enum GapTables {
    /// All tables, in the order of the sheets.
    static func all(_ run: GapRun) -> [OutputLayer] {
        [deadZones(run), communes(run), districts(run), operators(run), technologies(run), services(run), reasons(run), funding(run)]
    }

    /// The tables that also stand in files of their own.
    static let filed = ["dead-zones", "by-commune"]

    private static let countNames = ["total", "covered", "partial", "uncovered", "unknown"]

    private static func countFields(_ things: [String]) -> [OutputField] {
        things.flatMap { thing in countNames.map { OutputField(name: "\(thing)_\($0)", type: .integer) } }
    }

    private static func countValues(_ counts: GapSummary.Counts) -> [FieldValue] {
        [counts.total, counts.covered, counts.partial, counts.uncovered, counts.unknown].map { .integer(Int64($0)) }
    }

    private static func values(_ tally: GapSummary.Tally) -> [FieldValue] {
        countValues(tally.villages) + countValues(tally.households) + countValues(tally.population)
    }

    private static func table(_ name: String, _ title: String, _ fields: [OutputField], _ rows: [[FieldValue]]) -> OutputLayer {
        // Rows about villages go by the village's id: people join on it.
        let id = fields.firstIndex { $0.name == "id" }
        return OutputLayer(
            name: name, title: title, fields: fields,
            rows: rows.enumerated().map { number, values in
                OutputRow(id: id.flatMap { values[$0].text } ?? String(number + 1), values: values, shape: nil)
            })
    }

    private static func text(_ name: String) -> OutputField { OutputField(name: name, type: .text) }
    private static func count(_ name: String) -> OutputField { OutputField(name: name, type: .integer) }

    static func communes(_ run: GapRun) -> OutputLayer {
        table(
            "by-commune", "Villages by commune",
            [text("province_code"), text("province"), text("commune_code"), text("commune")]
                + countFields(["villages", "households", "population"]),
            run.summary.byCommune.map { row in
                [.text(row.provinceCode), .text(row.province), .text(row.communeCode), .text(row.commune)] + countValues(row.villages)
                    + countValues(row.households) + countValues(row.population)
            })
    }

    private static func districts(_ run: GapRun) -> OutputLayer {
        table(
            "by-former-district", "Villages by district until 2025-06-30",
            [text("province"), text("former_district")] + countFields(["villages", "households", "population"]),
            run.summary.byFormerDistrict.map { [.text($0.province), .text($0.formerDistrict)] + values($0.counts) })
    }

    private static func operators(_ run: GapRun) -> OutputLayer {
        table(
            "by-operator", "Villages by operator", [text("operator"), count("villages_heard"), count("villages_heard_alone")],
            run.summary.byOperator.map {
                [.text($0.operator.id), .integer(Int64($0.villagesHeard)), .integer(Int64($0.villagesHeardAlone))]
            })
    }

    private static func technologies(_ run: GapRun) -> OutputLayer {
        table(
            "by-technology", "Villages that hear a technology",
            [text("technology"), count("villages_heard"), count("households_heard")],
            run.summary.byTechnology.map {
                [.text($0.technology.rawValue), .integer(Int64($0.villagesHeard)), .integer(Int64($0.householdsHeard))]
            })
    }

    private static func services(_ run: GapRun) -> OutputLayer {
        table(
            "by-service-class", "Villages by their newest service",
            [text("service_class"), text("service_class_vi"), text("service_class_en"), count("villages"), count("households")],
            run.summary.byServiceClass.map { row in
                [
                    .text(row.serviceClass.rawValue), .text(row.serviceClass.label.vi), .text(row.serviceClass.label.en),
                    .integer(Int64(row.villages)), .integer(Int64(row.households)),
                ]
            })
    }

    private static func reasons(_ run: GapRun) -> OutputLayer {
        table(
            "by-reason", "Villages by grade and reason",
            [text("grade"), text("reason"), text("reason_vi"), text("reason_en"), count("villages")],
            run.summary.byReason.map { row in
                [
                    .text(row.grade.rawValue), .text(row.reason.rawValue), .text(row.reason.label.vi), .text(row.reason.label.en),
                    .integer(Int64(row.villages)),
                ]
            })
    }

    private static func funding(_ run: GapRun) -> OutputLayer {
        table(
            "by-funding", "Dead zones by who pays and by electricity",
            [text("funding"), text("electricity"), count("villages"), count("households")],
            run.summary.byFunding.map {
                [
                    .text($0.funding.rawValue), .text($0.electricity.rawValue), .integer(Int64($0.villages)),
                    .integer(Int64($0.households)),
                ]
            })
    }

    /// The dead zones, the most urgent first.
    static func deadZones(_ run: GapRun) -> OutputLayer {
        let world = run.loaded.read.world
        let fields =
            [
                count("rank"), text("id"), text("name"), text("commune_code"), text("commune"), text("former_district"), text("province"),
                OutputField(name: "lon", type: .real), OutputField(name: "lat", type: .real), text("grade"), text("reason"),
                text("reason_vi"), text("reason_en"), text("confidence"), text("funding"), text("electricity"), count("households"),
                count("population"),
            ] + VillageLayer.priorityFields + [OutputField(name: "synthetic", type: .boolean)]
        return table(
            "dead-zones", "Villages without usable signal, the most urgent first", fields,
            run.urgency.ranked.map { urgent in
                let verdict = run.report.verdicts[urgent.verdict]
                let village = world.villages[verdict.village]
                let reason = run.reasons.text(verdict)
                let place: [FieldValue] = [
                    .integer(Int64(urgent.rank)), .text(village.id), .text(village.name), .text(village.communeCode),
                    .text(village.communeName), .text(village.formerDistrict), .text(village.provinceName),
                    .real(village.centre.longitude.rounded(7)), .real(village.centre.latitude.rounded(7)),
                ]
                let judged: [FieldValue] = [
                    .text(verdict.grade.rawValue), .text(verdict.reason.rawValue), .text(reason.vi), .text(reason.en),
                    .text(verdict.confidence.rawValue), .text(urgent.funding.rawValue), .text(village.electricity.rawValue),
                    .optional(village.households), .optional(village.population),
                ]
                return place + judged + urgent.priority.values + [.boolean(village.isSynthetic)]
            })
    }
}

extension Priority {
    /// Score, points for households, and points for every trait that priorities know, in the order of the columns.
    var values: [FieldValue] {
        [.real(score.rounded(2)), .real(households.rounded(2))]
            + VillageTrait.allCases.filter { $0 != .inhabited }.map { trait in
                .real((traits.first { $0.trait == trait }?.points ?? 0).rounded(2))
            }
    }
}
