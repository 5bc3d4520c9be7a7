import Coverage
import GeoFiles
import Geodesy
import Geometry
import Planning

/// A village as a report shows it, read from a layer by the names of its columns.
struct ReportVillage {
    var id: String
    var name: String
    var communeCode: String
    var commune: String
    var province: String
    var grade: Grade
    /// Why it has the grade, as a sentence in the report's language; empty where it may not be told.
    var reason: String
    var place: Coordinate?
    var households: Int?
    var population: Int?
    var electricity: Electricity
    var funding: Funding?
    /// 1 is the most urgent; nil for a village that is no dead zone.
    var rank: Int?
    var priority: Double?
    /// Points by trait, those that are not zero.
    var priorityParts: [(trait: VillageTrait, points: Double)]
    var operators: [String]
    /// The proposed site that gains it, where a layer says so.
    var gainedBy: String?

    /// - Parameter value: the cell of a column; `.null` where the layer has no such column.
    init(_ language: Language, shape: Shape?, value: (String) -> FieldValue) {
        func text(_ field: String) -> String { value(field).text ?? "" }
        func number(_ field: String) -> Int? { value(field).number.flatMap { Int(exactly: $0) } }
        id = text("id")
        name = text("name")
        communeCode = text("commune_code")
        commune = text("commune")
        province = text("province")
        grade = Grade(rawValue: text("grade")) ?? .unknown
        reason = text(language == .vietnamese ? "reason_vi" : "reason_en")
        if case .point(let coordinate)? = shape { place = coordinate }
        households = number("households")
        population = number("population")
        electricity = Electricity(rawValue: text("electricity")) ?? .unknown
        funding = Funding(rawValue: text("funding"))
        rank = number("priority_rank")
        priority = value("priority").number
        priorityParts = VillageTrait.allCases.compactMap { trait in
            value("priority_\(trait.rawValue)").number.flatMap { $0 == 0 ? nil : (trait, $0) }
        }
        operators = text("operators").split(separator: ";").map(String.init)
        gainedBy = value("gained_by").text
    }
}

extension ReportVillage {
    /// The villages of a layer of a run.
    static func all(_ layer: RunLayer, _ language: Language) -> [ReportVillage] {
        layer.table.features.map { feature in ReportVillage(language, shape: feature.shape) { layer.value($0, feature) } }
    }

    /// The villages of a layer that was made for an operator.
    static func all(_ layer: OutputLayer, _ language: Language) -> [ReportVillage] {
        let columns = ReportColumns(layer)
        return layer.rows.map { row in ReportVillage(language, shape: row.shape) { columns.value($0, row) } }
    }
}

/// Cells of an output layer by the names of their columns.
struct ReportColumns {
    private let positions: [String: Int]

    init(_ layer: OutputLayer) {
        positions = Dictionary(layer.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func value(_ field: String, _ row: OutputRow) -> FieldValue { positions[field].map { row.values[$0] } ?? .null }
}
