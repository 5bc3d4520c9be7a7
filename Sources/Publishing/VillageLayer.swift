import Coverage
import Foundation
import GeoFiles
import Geometry
import Planning
import Scenarios

/// The villages of a run as a layer of points, one per village, in the order of the input.
///
/// `clusters` counts the places of a village that its grade rests on, its centre among them, and `clusters_covered` those that have signal;
/// `share_clusters_covered` and `share_households_covered` are 1 where the village is covered, 0 where it is uncovered, between them where it is
/// partial, and null where the grade is unknown (the latter also where households are). `extent` says where the places come from: `clusters`,
/// `residential` or `assumed`. `rounding_agreement` is the share of the places where a centre rounded to the arc-minute might be that are served
/// as the stated one is. All six are null where the rule looks at the centre alone. Everything else is about the centre.
public enum VillageLayer {
    static let fields: [OutputField] =
        [
            OutputField(name: "id", type: .text), OutputField(name: "name", type: .text), OutputField(name: "commune_code", type: .text),
            OutputField(name: "commune", type: .text), OutputField(name: "province_code", type: .text),
            OutputField(name: "province", type: .text), OutputField(name: "grade", type: .text), OutputField(name: "reason", type: .text),
            OutputField(name: "basis", type: .text), OutputField(name: "confidence", type: .text),
            OutputField(name: "best_site", type: .text), OutputField(name: "best_operator", type: .text),
            OutputField(name: "technology", type: .text), OutputField(name: "operators", type: .text),
            OutputField(name: "by_operator", type: .text), OutputField(name: "technologies", type: .text),
            OutputField(name: "service_class", type: .text), OutputField(name: "uncounted_technologies", type: .text),
            OutputField(name: "signal_dbm", type: .real), OutputField(name: "probability", type: .real),
        ] + pathFields + extentFields + [
            OutputField(name: "missing_tile", type: .text), OutputField(name: "grade_by_footprints", type: .text),
            OutputField(name: "grade_by_prediction", type: .text), OutputField(name: "nearest_site", type: .text),
            OutputField(name: "nearest_site_m", type: .integer), OutputField(name: "households", type: .integer),
            OutputField(name: "population", type: .integer), OutputField(name: "electricity", type: .text),
            OutputField(name: "notes", type: .text), OutputField(name: "former_district", type: .text),
            OutputField(name: "reason_vi", type: .text), OutputField(name: "reason_en", type: .text),
            OutputField(name: "traits", type: .text), OutputField(name: "funding", type: .text),
            OutputField(name: "priority_rank", type: .integer),
        ] + evidenceFields + priorityFields + [OutputField(name: "synthetic", type: .boolean)]

    /// How far the prediction lies from the threshold, what the confidence rests on, and what the field says.
    static let evidenceFields: [OutputField] = [
        OutputField(name: "margin_sigma", type: .real), OutputField(name: "coordinate_quality", type: .text),
        OutputField(name: "terrain_quality", type: .text), OutputField(name: "data_age_days", type: .integer),
        OutputField(name: "evidence", type: .text), OutputField(name: "measurements", type: .integer),
        OutputField(name: "measured_dbm", type: .real), OutputField(name: "reports", type: .integer),
    ]

    /// The values of ``evidenceFields``, in their order.
    static func evidenceValues(_ verdict: VillageVerdict, _ run: GapRun) -> [FieldValue] {
        let found = run.evidence[verdict.village]
        return [.optional(verdict.marginSigma(run.report.rule)?.rounded(2))] + EvidenceLayers.quality(verdict, run) + [
            .optional(found?.says.rawValue), .integer(Int64(found?.measurements ?? 0)), .optional(found?.measuredDBm?.rounded(2)),
            .integer(Int64(found?.reports.count ?? 0)),
        ]
    }

    /// The parts of a dead zone's priority, in points; nulls elsewhere.
    static let priorityFields: [OutputField] =
        [OutputField(name: "priority", type: .real), OutputField(name: "priority_households", type: .real)]
        + VillageTrait.allCases.filter { $0 != .inhabited }.map { OutputField(name: "priority_\($0.rawValue)", type: .real) }

    /// What is told of the path from the best site.
    static let pathFields: [OutputField] = [
        OutputField(name: "band_mhz", type: .real), OutputField(name: "path_loss_db", type: .real),
        OutputField(name: "line_of_sight", type: .boolean), OutputField(name: "uplink_margin_db", type: .real),
        OutputField(name: "obstacle_lon", type: .real), OutputField(name: "obstacle_lat", type: .real),
        OutputField(name: "obstacle_distance_m", type: .integer), OutputField(name: "obstacle_height_m", type: .integer),
        OutputField(name: "obstacle_clearance_m", type: .real),
    ]

    /// What is told of the places of a village.
    static let extentFields: [OutputField] = [
        OutputField(name: "extent", type: .text), OutputField(name: "clusters", type: .integer),
        OutputField(name: "clusters_covered", type: .integer), OutputField(name: "share_clusters_covered", type: .real),
        OutputField(name: "share_households_covered", type: .real), OutputField(name: "rounding_agreement", type: .real),
    ]

    /// The values of ``extentFields``, in their order; nulls where the rule looks at the centre alone.
    static func extentValues(_ extent: ExtentVerdict?) -> [FieldValue] {
        [
            .optional(extent?.origin.rawValue), .optional(extent?.clusters), .optional(extent?.clustersCovered),
            .optional(extent?.shareClustersCovered?.rounded(4)), .optional(extent?.shareHouseholdsCovered?.rounded(4)),
            .optional(extent?.roundingAgreement?.rounded(4)),
        ]
    }

    /// The values of ``pathFields``, in their order; nulls without a prediction.
    static func pathValues(_ signal: PredictedSignal?) -> [FieldValue] {
        let ridge = signal?.obstruction
        return [
            .optional(signal?.frequencyMHz), .optional(signal?.pathLossDB.rounded(2)),
            signal.map { .boolean($0.isLineOfSight) } ?? .null, .optional(signal?.uplink.oneBlockDB.rounded(1)),
            .optional(ridge?.place.longitude.rounded(7)), .optional(ridge?.place.latitude.rounded(7)),
            .optional(ridge.map { Int($0.distanceMeters.rounded()) }), .optional(ridge.map { Int($0.heightMeters.rounded()) }),
            .optional(ridge?.clearanceMeters.rounded(1)),
        ]
    }

    /// Every village with its verdict.
    public static func villages(_ run: GapRun) -> OutputLayer {
        OutputLayer(name: "villages", title: "Villages by grade", fields: fields, rows: run.report.verdicts.map { row($0, run) })
    }

    /// The villages that are uncovered or partly covered.
    public static func deadZones(_ run: GapRun) -> OutputLayer {
        OutputLayer(
            name: "dead-zones", title: "Villages without usable signal", fields: fields,
            rows: run.report.verdicts.filter(\.grade.isDeadZone).map { row($0, run) })
    }

    static func row(_ verdict: VillageVerdict, _ run: GapRun) -> OutputRow {
        let world = run.loaded.read.world
        let village = world.villages[verdict.village]
        let sentence = run.reasons.text(verdict)
        let verdictValues: [FieldValue] = [
            .text(village.id), .text(village.name), .text(village.communeCode), .text(village.communeName), .text(village.provinceCode),
            .text(village.provinceName), .text(verdict.grade.rawValue), .text(verdict.reason.rawValue), .text(verdict.basis.rawValue),
            .text(verdict.confidence.rawValue), .optional(verdict.bestSite.map { world.sites[$0].id }), .optional(verdict.bestOperator?.id),
            .optional(verdict.bestTechnology?.rawValue), .joined(verdict.operators.map(\.id)),
            .joined(verdict.services.map { OperatorServiceText($0, world).text }), .joined(verdict.technologies.map(\.rawValue)),
            .text(verdict.serviceClass.rawValue), .joined(verdict.uncountedTechnologies.map(\.rawValue)),
            .optional(verdict.signalDBm?.rounded(2)), .optional(verdict.probability?.rounded(4)),
        ]
        let placeValues: [FieldValue] = [
            .optional(verdict.missingTiles.isEmpty ? nil : verdict.missingTiles.map(\.description).joined(separator: ";")),
            .optional(verdict.sources?.footprints.rawValue),
            .optional(verdict.sources?.prediction.rawValue), .optional(verdict.nearestSite.map { world.sites[$0].id }),
            .optional(verdict.nearestSiteMeters.map { Int($0.rounded()) }), .optional(village.households), .optional(village.population),
            .text(village.electricity.rawValue), .joined(verdict.notes.map(\.rawValue)), .text(village.formerDistrict),
            .text(sentence.vi), .text(sentence.en), .joined(village.traits.filter(\.value).keys.sorted().map(\.rawValue)),
        ]
        let urgent = run.urgency.entry(verdict.village)
        let urgentValues: [FieldValue] =
            [.optional(urgent?.funding.rawValue), .optional(urgent?.rank)] + evidenceValues(verdict, run)
            + (urgent?.priority.values ?? priorityFields.map { _ in .null }) + [.boolean(village.isSynthetic)]
        return OutputRow(
            id: village.id,
            values: verdictValues + pathValues(verdict.prediction) + extentValues(verdict.extent) + placeValues + urgentValues,
            shape: .point(village.centre))
    }
}

/// One operator's service at a village as a word of the column `by_operator`: `viettel=3G+4G/footprint@SITE-1`, or with level and probability
/// `vnpt=4G/terrain-prediction:-92.31:0.9977@SITE-2`.
struct OperatorServiceText {
    var carrier: String
    var technologies: [String]
    /// `footprint`, `disc` or `terrain-prediction`.
    var basis: String
    /// Predicted level in dBm and its probability, as the columns `signal_dbm` and `probability` write them; nil when nothing was predicted.
    var signalDBm: Double?
    var probability: Double?
    /// Empty when the serving site is not known.
    var site: String

    init(_ service: OperatorService, _ world: World) {
        carrier = service.operator.id
        technologies = service.technologies.map(\.rawValue)
        basis = service.basis.rawValue
        signalDBm = service.signalDBm?.rounded(2)
        probability = service.probability?.rounded(4)
        site = service.bestSite.map { world.sites[$0].id } ?? ""
    }

    /// Reads a word back; nil when it is none. A site id may hold any character but `;`, so the first `=` and the first `@` count.
    init?(_ text: String) {
        guard let equals = text.firstIndex(of: "="), let slash = text[equals...].firstIndex(of: "/"),
            let at = text[slash...].firstIndex(of: "@")
        else { return nil }
        carrier = String(text[..<equals])
        technologies = text[text.index(after: equals)..<slash].split(separator: "+").map(String.init)
        let parts = text[text.index(after: slash)..<at].split(separator: ":", omittingEmptySubsequences: false)
        basis = parts.first.map(String.init) ?? ""
        signalDBm = parts.count > 1 ? Double(parts[1]) : nil
        probability = parts.count > 2 ? Double(parts[2]) : nil
        site = String(text[text.index(after: at)...])
    }

    var text: String {
        var how = basis
        if let signalDBm { how += ":\(signalDBm)" + (probability.map { ":\($0)" } ?? "") }
        return "\(carrier)=\(technologies.joined(separator: "+"))/\(how)@\(site.replacingOccurrences(of: ";", with: ","))"
    }
}

extension Double {
    /// The number with so many decimals, as a table shows it.
    func rounded(_ decimals: Int) -> Double {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}

extension FieldValue {
    /// Several words in one cell, joined by `;`: one way in every format, where lists differ from format to format.
    static func joined(_ words: [String]) -> FieldValue { .text(words.joined(separator: ";")) }

    static func optional(_ text: String?) -> FieldValue { text.map { .text($0) } ?? .null }
    static func optional(_ number: Double?) -> FieldValue { number.map { .real($0) } ?? .null }
    static func optional(_ number: Int?) -> FieldValue { number.map { .integer(Int64($0)) } ?? .null }
}
