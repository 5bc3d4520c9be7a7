import Coverage
import Foundation
import GeoFiles
import Geometry
import Planning
import Scenarios

/// The villages of a run as a layer of points, one per village, in the order of the input.
public enum VillageLayer {
    static let fields: [OutputField] = [
        OutputField(name: "id", type: .text), OutputField(name: "name", type: .text), OutputField(name: "commune_code", type: .text),
        OutputField(name: "commune", type: .text),
        OutputField(name: "province_code", type: .text), OutputField(name: "province", type: .text),
        OutputField(name: "grade", type: .text), OutputField(name: "reason", type: .text),
        OutputField(name: "basis", type: .text), OutputField(name: "confidence", type: .text), OutputField(name: "best_site", type: .text),
        OutputField(name: "best_operator", type: .text), OutputField(name: "technology", type: .text),
        OutputField(name: "operators", type: .text),
        OutputField(name: "by_operator", type: .text),
        OutputField(name: "technologies", type: .text), OutputField(name: "signal_dbm", type: .real),
        OutputField(name: "probability", type: .real), OutputField(name: "band_mhz", type: .real),
        OutputField(name: "path_loss_db", type: .real), OutputField(name: "line_of_sight", type: .boolean),
        OutputField(name: "uplink_margin_db", type: .real), OutputField(name: "obstacle_lon", type: .real),
        OutputField(name: "obstacle_lat", type: .real),
        OutputField(name: "obstacle_distance_m", type: .integer), OutputField(name: "obstacle_height_m", type: .integer),
        OutputField(name: "obstacle_clearance_m", type: .real), OutputField(name: "missing_tile", type: .text),
        OutputField(name: "grade_by_footprints", type: .text), OutputField(name: "grade_by_prediction", type: .text),
        OutputField(name: "nearest_site", type: .text), OutputField(name: "nearest_site_m", type: .integer),
        OutputField(name: "households", type: .integer),
        OutputField(name: "population", type: .integer), OutputField(name: "electricity", type: .text),
        OutputField(name: "notes", type: .text),
        OutputField(name: "synthetic", type: .boolean),
    ]

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
        return OutputRow(
            id: village.id,
            values: [
                .text(village.id), .text(village.name), .text(village.communeCode), .text(village.communeName),
                .text(village.provinceCode), .text(village.provinceName), .text(verdict.grade.rawValue), .text(verdict.reason.rawValue),
                .text(verdict.basis.rawValue), .text(verdict.confidence.rawValue),
                .optional(verdict.bestSite.map { world.sites[$0].id }), .optional(verdict.bestOperator?.id),
                .optional(verdict.bestTechnology?.rawValue), .joined(verdict.operators.map(\.id)),
                .joined(verdict.services.map { OperatorServiceText($0, world).text }),
                .joined(verdict.technologies.map(\.rawValue)), .optional(verdict.signalDBm?.rounded(2)),
                .optional(verdict.probability?.rounded(4)), .optional(verdict.prediction?.frequencyMHz),
                .optional(verdict.prediction?.pathLossDB.rounded(2)),
                verdict.prediction.map { .boolean($0.isLineOfSight) } ?? .null,
                .optional(verdict.prediction?.uplink.oneBlockDB.rounded(1)),
                .optional(verdict.prediction?.obstruction?.place.longitude.rounded(7)),
                .optional(verdict.prediction?.obstruction?.place.latitude.rounded(7)),
                .optional(verdict.prediction?.obstruction.map { Int($0.distanceMeters.rounded()) }),
                .optional(verdict.prediction?.obstruction.map { Int($0.heightMeters.rounded()) }),
                .optional(verdict.prediction?.obstruction?.clearanceMeters.rounded(1)), .optional(verdict.missingTile?.description),
                .optional(verdict.sources?.footprints.rawValue), .optional(verdict.sources?.prediction.rawValue),
                .optional(verdict.nearestSite.map { world.sites[$0].id }),
                .optional(verdict.nearestSiteMeters.map { Int($0.rounded()) }), .optional(village.households),
                .optional(village.population), .text(village.electricity.rawValue), .joined(verdict.notes.map(\.rawValue)),
                .boolean(village.isSynthetic),
            ],
            shape: .point(village.centre))
    }
}

/// One operator's service at a village as a word of the column `by_operator`: `viettel=3G+4G/footprint@SITE-1`.
struct OperatorServiceText {
    var carrier: String
    var technologies: [String]
    /// `footprint`, `disc` or `terrain-prediction`.
    var basis: String
    /// Empty when the serving site is not known.
    var site: String

    init(_ service: OperatorService, _ world: World) {
        carrier = service.operator.id
        technologies = service.technologies.map(\.rawValue)
        basis = service.basis.rawValue
        site = service.bestSite.map { world.sites[$0].id } ?? ""
    }

    /// Reads a word back; nil when it is none. A site id may hold any character but `;`, so the first `=` and the first `@` count.
    init?(_ text: String) {
        guard let equals = text.firstIndex(of: "="), let slash = text[equals...].firstIndex(of: "/"),
            let at = text[slash...].firstIndex(of: "@")
        else { return nil }
        carrier = String(text[..<equals])
        technologies = text[text.index(after: equals)..<slash].split(separator: "+").map(String.init)
        basis = String(text[text.index(after: slash)..<at])
        site = String(text[text.index(after: at)...])
    }

    var text: String { "\(carrier)=\(technologies.joined(separator: "+"))/\(basis)@\(site.replacingOccurrences(of: ";", with: ","))" }
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
