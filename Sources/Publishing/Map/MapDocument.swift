import Foundation
import GeoFiles
import Planning
import Scenarios

/// The data block of a map page, `phusong.map-data/1`: what its script draws. Texts stand once in `texts`; columns hold their numbers.
struct MapDocument: Encodable {
    /// A coverage raster as a picture.
    struct Raster: Encodable {
        struct Shade: Encodable {
            var fromDBm: Double
            var color: String
        }

        var png: String
        /// Metres in the projection of web maps: west, south, east, north.
        var bounds: [Double]
        var shades: [Shade]
        /// What the raster says it is a map of: `all`, `viettel`, `viettel-4g`.
        var layer: String
    }

    var schema = "phusong.map-data/1"
    /// The language that the page starts in.
    var language: String
    /// The operator that the page is for; none when it holds those of all.
    var forOperator: String?
    var includesConfidential: Bool
    var isNational: Bool
    var runs: [MapRun]
    var outlines: MapOutlines
    var raster: Raster?
    var words: MapWords
    var texts: [String]
}

/// One run in the data block.
struct MapRun: Encodable {
    /// Name in the switch of scenarios.
    var name: String
    var project: String
    var command: String
    var asOf: String
    var rule: String
    var inputHash: String
    /// What is made up in the inputs; none for real data.
    var synthetic: Bilingual?
    /// Existing sites and works that are left out because the sites are confidential.
    var sitesWithheld: Int
    var worksWithheld: Int
    var plan: MapPlanFacts?
    var villages: MapVillages
    var sites: MapSites
    var footprints: MapFootprints
    var works: MapWorks?
}

/// What is told of a plan as a whole.
struct MapPlanFacts: Encodable {
    var goal: String
    var status: String
    /// Null where it would give away what the page leaves out.
    var costVND: Int64?
}

/// The villages, column by column. A column in which nothing stands is left out.
struct MapVillages: Encodable {
    var id: [Int]
    var name: [Int]
    var lon: [Double]
    var lat: [Double]
    /// Positions in `Grade.allCases`.
    var grade: [Int]
    var columns: [String: MapColumn]?
    /// What the plan changes; none without a plan.
    var after: After?

    struct After: Encodable {
        /// Positions of the villages that the plan changes or explains.
        var rows: [Int]
        var grade: [Int]
        var columns: [String: MapColumn]
    }

    /// Text columns of villages, with and without a plan.
    static let texts = [
        "reason", "reason_vi", "reason_en", "best_site", "best_operator", "operators", "technologies", "commune", "province", "electricity",
        "confidence", "basis", "notes", "missing_tile",
    ]
    static let numbers = ["signal_dbm", "probability", "households", "population", "clusters", "clusters_covered"]
    static let afterTexts = ["reason", "reason_vi", "reason_en", "best_site", "operators", "gained_by", "why_not"]
    static let afterNumbers = ["signal_dbm", "probability"]

    init(_ layers: MapLayers, _ texts: inout MapTexts) {
        let table = layers.villages
        let rows = table.rows.filter { $0.place != nil }
        id = rows.map { texts.number($0.id) }
        name = rows.map { texts.number(table.text("name", $0)) }
        lon = rows.map { $0.place?.longitude ?? 0 }
        lat = rows.map { $0.place?.latitude ?? 0 }
        grade = rows.map { Self.grade(table, $0) }
        columns = MapColumn.all(table, rows, texts: Self.texts, numbers: Self.numbers, flags: ["synthetic"], &texts)
        guard let later = layers.after else { return }
        let positions = Dictionary(rows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        // Most villages stay as they are.
        let changed = later.rows.compactMap { row -> (Int, MapTable.Row)? in
            guard let position = positions[row.id] else { return nil }
            let before = rows[position]
            let isSame =
                later.text("grade", row) == table.text("grade", before) && later.text("gained_by", row).isEmpty
                && later.text("why_not", row).isEmpty
            return isSame ? nil : (position, row)
        }
        after = After(
            rows: changed.map(\.0), grade: changed.map { Self.grade(later, $0.1) },
            columns: MapColumn.all(later, changed.map(\.1), texts: Self.afterTexts, numbers: Self.afterNumbers, flags: [], &texts))
    }

    private static func grade(_ table: MapTable, _ row: MapTable.Row) -> Int {
        let grade = Grade(rawValue: table.text("grade", row)) ?? .unknown
        return Grade.allCases.firstIndex(of: grade) ?? 0
    }
}

/// The existing sites, column by column.
struct MapSites: Encodable {
    var id: [Int]
    var lon: [Double]
    var lat: [Double]
    var columns: [String: MapColumn]

    init(_ table: MapTable, _ texts: inout MapTexts) {
        let rows = table.rows.filter { $0.place != nil }
        id = rows.map { texts.number($0.id) }
        lon = rows.map { $0.place?.longitude ?? 0 }
        lat = rows.map { $0.place?.latitude ?? 0 }
        columns = MapColumn.all(
            table, rows, texts: ["operator", "technologies", "band_mhz", "azimuth_deg", "status"], numbers: ["mast_height_m", "power_dbm"],
            flags: ["confidential", "shared", "fibre", "synthetic"], &texts)
    }
}

/// The works of a plan, column by column.
struct MapWorks: Encodable {
    var id: [Int]
    var name: [Int]
    var lon: [Double]
    var lat: [Double]
    var columns: [String: MapColumn]
    /// Ids from the parent to the network.
    var chain: [[Int]]
    /// Villages by id.
    var villagesGained: [[Int]]

    init(_ table: MapTable, _ chains: [String: [String]], _ texts: inout MapTexts) {
        let rows = table.rows.filter { $0.place != nil }
        id = rows.map { texts.number($0.id) }
        name = rows.map { texts.number(table.text("name", $0)) }
        lon = rows.map { $0.place?.longitude ?? 0 }
        lat = rows.map { $0.place?.latitude ?? 0 }
        columns = MapColumn.all(
            table, rows,
            texts: [
                "option", "operators", "technologies", "bands_mhz", "azimuths_deg", "power", "existing_site", "parent", "link",
                "hop_verdict",
            ],
            numbers: [
                "rank", "mast_height_m", "cost_vnd", "hop_km", "hop_clearance_m", "hop_band_ghz", "households_gained",
                "households_exclusive",
            ], flags: ["synthetic"], &texts)
        chain = rows.map { (chains[$0.id] ?? []).map { texts.number($0) } }
        villagesGained = rows.map { row in
            table.text("villages_gained", row).split(separator: ";").map { texts.number(String($0)) }
        }
    }
}

/// One column; a number that is not known is `null`.
enum MapColumn: Encodable {
    /// Numbers of texts, −1 for none.
    case texts([Int])
    case numbers([Double?])

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .texts(let numbers): try numbers.encode(to: encoder)
        case .numbers(let numbers): try numbers.encode(to: encoder)
        }
    }

    /// The columns in which something stands.
    static func all(
        _ table: MapTable, _ rows: [MapTable.Row], texts fields: [String], numbers: [String], flags: [String], _ texts: inout MapTexts
    ) -> [String: MapColumn] {
        var columns: [String: MapColumn] = [:]
        for field in fields {
            let column = rows.map { texts.number(table.text(field, $0)) }
            if column.contains(where: { $0 >= 0 }) { columns[field] = .texts(column) }
        }
        for field in numbers {
            let column = rows.map { table.number(field, $0) }
            if column.contains(where: { $0 != nil }) { columns[field] = .numbers(column) }
        }
        for field in flags {
            let column = rows.map { table.flag(field, $0) ? 1.0 : 0.0 }
            if column.contains(1) { columns[field] = .numbers(column) }
        }
        return columns
    }
}
