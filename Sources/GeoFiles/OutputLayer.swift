import Geometry

/// What a column holds.
public enum FieldType: String, Hashable, Sendable {
    /// Text.
    case text
    /// Whole numbers of 64 bits.
    case integer
    /// Numbers.
    case real
    /// Yes or no.
    case boolean
}

/// A column of a layer to be written.
public struct OutputField: Hashable, Sendable {
    /// The column's name, lower_snake_case with a unit by convention. Names differ by more than case.
    public var name: String
    /// What it holds.
    public var type: FieldType
    /// Greatest number of characters, for formats that ask; nil for no limit.
    public var width: Int?

    /// Makes a column.
    public init(name: String, type: FieldType, width: Int? = nil) {
        self.name = name
        self.type = type
        self.width = width
    }
}

/// A record to be written.
public struct OutputRow: Sendable {
    /// A stable id, unique within its layer. It becomes the `id` column, and in GeoJSON the `id` member as well.
    public var id: String
    /// One value for each of the layer's fields.
    public var values: [FieldValue]
    /// The shape in WGS 84, if any.
    public var shape: Shape?

    /// Makes a record.
    public init(id: String, values: [FieldValue], shape: Shape? = nil) {
        self.id = id
        self.values = values
        self.shape = shape
    }
}

/// What shapes a layer holds; formats that are strict about types want to know.
public enum LayerGeometry: String, Hashable, Sendable {
    /// No shapes: a table.
    case none
    /// Single places.
    case point
    /// Lines, of one part or many.
    case line
    /// Areas, of one part or many.
    case polygon
    /// Anything.
    case any
}

/// A layer to be written.
public struct OutputLayer: Sendable {
    /// The layer's name, lower_snake_case by convention.
    public var name: String
    /// A title for people.
    public var title: String
    /// The columns. A column `id` of type text comes first by itself; a field of that name only says where it stands instead.
    public var fields: [OutputField]
    /// The records in order.
    public var rows: [OutputRow]
    /// What shapes the layer holds; nil finds out from the rows (a layer without rows then may hold anything).
    public var geometry: LayerGeometry?

    /// Makes a layer.
    public init(name: String, title: String = "", fields: [OutputField], rows: [OutputRow], geometry: LayerGeometry? = nil) {
        self.name = name
        self.title = title
        self.fields = fields
        self.rows = rows
        self.geometry = geometry
    }
}

extension OutputLayer {
    /// The kind of shapes, stated or found.
    var effectiveGeometry: LayerGeometry {
        if let geometry { return geometry }
        var found: LayerGeometry?
        for row in rows {
            let kind: LayerGeometry
            switch row.shape {
            case .point: kind = .point
            case .lineString, .multiLineString: kind = .line
            case .polygon: kind = .polygon
            case .multiPoint: return .any
            case .empty, nil: continue
            }
            if let found, found != kind { return .any }
            found = kind
        }
        return found ?? (rows.isEmpty || rows.contains { $0.shape != nil } ? .any : .none)
    }

    /// Whether any line or area has several parts.
    var hasMultipleParts: Bool {
        rows.contains { row in
            switch row.shape {
            case .multiLineString: true
            case .polygon(let area): area.polygons.count != 1
            default: false
            }
        }
    }
}

extension FieldValue {
    /// Whether a column of a type can hold the value without loss. Text columns hold anything, as text.
    func fits(_ type: FieldType) -> Bool {
        switch (type, self) {
        case (_, .null), (.text, _), (.integer, .integer), (.real, .real), (.real, .integer), (.boolean, .boolean): true
        case (.integer, .real(let number)): Int64(exactly: number) != nil
        default: false
        }
    }
}
