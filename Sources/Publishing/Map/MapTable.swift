import GeoFiles
import Geodesy
import Geometry

/// Rows with their fields by name, whether they were read from a run or made for one operator.
struct MapTable {
    struct Row {
        var id: String
        var values: [FieldValue]
        var shape: Shape?

        /// The place of a point; nil for any other shape.
        var place: Coordinate? {
            if case .point(let place)? = shape { place } else { nil }
        }

        /// The area of a polygon; nil for any other shape.
        var area: MultiPolygon? {
            if case .polygon(let area)? = shape { area } else { nil }
        }
    }

    var rows: [Row]
    private let positions: [String: Int]

    init(_ layer: RunLayer) {
        positions = Dictionary(layer.table.fieldNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        rows = layer.table.features.map { Row(id: layer.text("id", $0), values: $0.values, shape: $0.shape) }
    }

    init(_ layer: OutputLayer) {
        positions = Dictionary(layer.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        rows = layer.rows.map { Row(id: $0.id, values: $0.values, shape: $0.shape) }
    }

    func value(_ field: String, _ row: Row) -> FieldValue {
        guard let position = positions[field], position < row.values.count else { return .null }
        return row.values[position]
    }

    func text(_ field: String, _ row: Row) -> String { value(field, row).text ?? "" }

    func number(_ field: String, _ row: Row) -> Double? { value(field, row).number }

    func flag(_ field: String, _ row: Row) -> Bool {
        switch value(field, row) {
        case .boolean(let isSet): isSet
        case .integer(let number): number != 0
        default: text(field, row) == "true"
        }
    }

    /// Puts a value into a row; a field that the table lacks stays out.
    func set(_ field: String, _ value: FieldValue, in row: inout Row) {
        guard let position = positions[field], position < row.values.count else { return }
        row.values[position] = value
    }

    /// Takes a row over from another table, field by field.
    mutating func append(_ row: Row, from other: MapTable) {
        var taken = Row(id: row.id, values: [FieldValue](repeating: .null, count: positions.count), shape: row.shape)
        for (field, position) in positions { taken.values[position] = other.value(field, row) }
        rows.append(taken)
    }
}
