import Geometry

/// One record of a file.
public struct Feature: Sendable {
    /// Row as a person counts. In CSV and XLSX the header is row 1 and blank rows count; elsewhere the position from 1.
    public let row: Int
    /// The record's number in its file (FID), whatever that format takes for it.
    public let id: Int64
    /// One value for each of the table's fields.
    public let values: [FieldValue]
    /// The shape in WGS 84; nil when the record has none or it cannot be used.
    public let shape: Shape?
    /// What is wrong with the shape: not readable (then ``shape`` is nil), or outside ±180° and ±90° (then it is as in the file).
    public let shapeDefect: String?

    /// Makes a record from its parts.
    public init(row: Int, id: Int64, values: [FieldValue], shape: Shape?, shapeDefect: String? = nil) {
        self.row = row
        self.id = id
        self.values = values
        self.shape = shape
        self.shapeDefect = shapeDefect
    }
}

/// A cell whose bytes were not UTF-8; its text is a guess (windows-1258).
public struct EncodingDefect: Hashable, Sendable {
    /// Row as a person counts.
    public let row: Int
    /// The field's name.
    public let field: String

    /// Names a cell.
    public init(row: Int, field: String) {
        self.row = row
        self.field = field
    }
}

/// Something odd about a row that does not keep it from being read.
public struct RowDefect: Hashable, Sendable {
    /// Row as a person counts.
    public let row: Int
    /// What is odd, such as "4 values under 3 column names".
    public let reason: String
}

/// A file's records as read.
public struct FeatureTable: Sendable {
    /// The file.
    public let path: String
    /// The layer; several names joined by ", " when folders of a KML file were read together.
    public let layerName: String
    /// GDAL's short name of the format: `CSV`, `GeoJSON`, `GPKG`, `ESRI Shapefile`, `LIBKML`, `FlatGeobuf`, `XLSX` …
    public let driver: String
    /// Names of the fields in order, as in the file.
    public let fieldNames: [String]
    /// The records in file order.
    public let features: [Feature]
    /// The coordinate reference system that the file declares; nil when it declares none.
    public let declaredCRS: String?
    /// Says so, when the file declares one system and the project states another. The file's own was used.
    public let crsConflict: String?
    /// All layers in the file.
    public let layerNames: [String]
    /// Cells that were not UTF-8.
    public let encodingDefects: [EncodingDefect]
    /// Rows that were read but are odd.
    public let rowDefects: [RowDefect]
    /// What GDAL warned about while reading.
    public let warnings: [String]

    /// The same table with other names, records and oddities: for those who know what its columns mean.
    public func replacing(
        fieldNames: [String], features: [Feature], encodingDefects: [EncodingDefect], rowDefects: [RowDefect]
    ) -> FeatureTable {
        FeatureTable(
            path: path, layerName: layerName, driver: driver, fieldNames: fieldNames, features: features, declaredCRS: declaredCRS,
            crsConflict: crsConflict, layerNames: layerNames, encodingDefects: encodingDefects, rowDefects: rowDefects, warnings: warnings)
    }

    /// Position of a field, by exact name; nil when there is none.
    public func fieldIndex(_ name: String) -> Int? {
        fieldNames.firstIndex(of: name)
    }
}
