/// Why a file could not be read or written.
public struct GeoFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Hashable, Sendable {
        /// There is no such file.
        case missing
        /// A folder stands where a file is wanted.
        case isDirectory
        /// The file has no bytes.
        case emptyFile
        /// The file may not be opened.
        case unreadable
        /// A network or virtual path; this program stays offline.
        case remotePath
        /// No format that this program reads.
        case unknownFormat
        /// The format is known, the content is broken.
        case corrupt
        /// A part of a Shapefile is missing.
        case missingSidecar
        /// The file has no layer of that name.
        case layerNotFound
        /// The file has several layers and none was named.
        case ambiguousLayer
        /// Text in an encoding that is unknown or was not said.
        case badEncoding
        /// A coordinate reference system that nobody knows.
        case unknownReferenceSystem
        /// Layers that the format cannot hold: too many, double field names, a value of the wrong type.
        case badLayer
        /// The target cannot be made: no such folder, no permission, a folder in the way.
        case cannotCreate
        /// Writing failed half-way, for instance because the disk is full. Nothing was left behind.
        case writeFailed
        /// The GDAL at hand is too old or was built without a driver.
        case unsupported
    }

    /// What kind of failure it is.
    public let code: Code
    /// The file.
    public let path: String
    /// Row as a person counts, where one is to blame.
    public let row: Int?
    /// Field, where one is to blame.
    public let field: String?
    /// What went wrong.
    public let reason: String
    /// What to do about it.
    public let remedy: String

    /// Makes an error from its parts.
    public init(code: Code, path: String, row: Int? = nil, field: String? = nil, reason: String, remedy: String) {
        self.code = code
        self.path = path
        self.row = row
        self.field = field
        self.reason = reason
        self.remedy = remedy
    }

    /// One line: file, row, field, reason, remedy.
    public var description: String {
        var text = path
        if let row { text += ", row \(row)" }
        if let field { text += ", field \(field)" }
        return "\(text): \(reason). \(remedy)"
    }
}
