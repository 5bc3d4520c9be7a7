import Geodesy
import Geometry

/// A layer whose records are made while they are written, so that memory does not grow with their number.
public struct LayerStream: Sendable {
    /// Takes one record.
    public typealias Sink = (OutputRow) throws(GeoFileError) -> Void

    /// The layer's name, lower_snake_case by convention.
    public var name: String
    /// A title for people.
    public var title: String
    /// The columns; see ``OutputLayer/fields``.
    public var fields: [OutputField]
    /// What shapes the layer holds: it is known before the first record.
    public var geometry: LayerGeometry
    /// Whether lines or areas may have several parts.
    public var hasMultipleParts: Bool
    /// Gives every record in order; may be called again, and then gives the same.
    public var rows: @Sendable (Sink) throws(GeoFileError) -> Void

    /// Makes a layer.
    public init(
        name: String, title: String = "", fields: [OutputField], geometry: LayerGeometry, hasMultipleParts: Bool = false,
        rows: @escaping @Sendable (Sink) throws(GeoFileError) -> Void
    ) {
        self.name = name
        self.title = title
        self.fields = fields
        self.geometry = geometry
        self.hasMultipleParts = hasMultipleParts
        self.rows = rows
    }

    /// The records of a layer at hand.
    public init(_ layer: OutputLayer) {
        self.init(
            name: layer.name, title: layer.title, fields: layer.fields, geometry: layer.effectiveGeometry,
            hasMultipleParts: layer.hasMultipleParts
        ) { sink throws(GeoFileError) in
            for row in layer.rows { try sink(row) }
        }
    }
}

extension LayerStream {
    /// The columns as written, the id among them, each with the position of its value (nil for the id).
    var columns: [(field: OutputField, source: Int?)] {
        var columns = fields.enumerated().map { index, field in
            field.name == "id" ? (OutputField(name: "id", type: .text, width: field.width), nil) : (field, Optional(index))
        }
        if !fields.contains(where: { $0.name == "id" }) { columns.insert((OutputField(name: "id", type: .text), nil), at: 0) }
        return columns
    }

    /// Makes sure that the layer can be written at all.
    func check(path: String) throws(GeoFileError) {
        guard !name.isEmpty else { throw bad(path, "a layer needs a name", "Name it") }
        var seen: Set<String> = []
        for column in columns {
            guard !column.field.name.isEmpty else { throw bad(path, "a field has no name", "Name it") }
            guard seen.insert(column.field.name.lowercased()).inserted else {
                throw bad(path, "the field name stands twice", "Rename one of them", field: column.field.name)
            }
            guard !["fid", "geom"].contains(column.field.name.lowercased()) else {
                throw bad(path, "the field name is reserved", "Rename it", field: column.field.name)
            }
        }
    }

    /// Makes sure that a record fits the layer.
    /// - Parameter number: of the record, from 1.
    func check(_ row: OutputRow, number: Int, format: VectorFormat, path: String) throws(GeoFileError) {
        guard row.values.count == fields.count else {
            throw bad(path, "\(row.values.count) values for \(fields.count) fields", "Give each field a value or null", row: number)
        }
        for (field, value) in zip(fields, row.values) where field.name != "id" && !value.fits(field.type) {
            throw bad(
                path, "the value \(value) is not of type \(field.type.rawValue)", "Convert it first", row: number, field: field.name)
        }
        if let place = row.shape?.coordinates.first(where: { !$0.isValid }) {
            throw bad(path, "coordinate \(place.longitude), \(place.latitude) is no place on Earth", "Leave the shape out", row: number)
        }
        if format == .fgb, row.shape == nil || row.shape == .empty {
            throw bad(path, "FlatGeobuf cannot hold a record without a shape", "Choose gpkg or geojson", row: number)
        }
    }

    private func bad(_ path: String, _ reason: String, _ remedy: String, row: Int? = nil, field: String? = nil) -> GeoFileError {
        GeoFileError(code: .badLayer, path: path, row: row, field: field, reason: "layer \(name): \(reason)", remedy: remedy)
    }
}
