/// One defect of the input, with the place where a person finds it and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    /// How bad a defect is.
    public enum Severity: String, Hashable, Sendable, Codable, Comparable {
        /// Something was repaired or is doubtful; the data can be used.
        case warning
        /// The row, field or file could not be used as given.
        case error

        public static func < (left: Severity, right: Severity) -> Bool { left == .warning && right == .error }
    }

    /// What happened to the data.
    public enum Consequence: String, Hashable, Sendable, Codable {
        /// Used as it is.
        case kept
        /// Mended and used.
        case repaired
        /// The field is treated as not given; the rest of the row is used.
        case fieldIgnored = "field-ignored"
        /// The row is left out.
        case rowDropped = "row-dropped"
        /// Nothing of the file is used.
        case fileRejected = "file-rejected"
    }

    public var severity: Severity
    public var code: DiagnosticCode
    /// The file as the project names it.
    public var file: String
    /// The row as a person counts: in CSV and XLSX the header is row 1; in GIS files the feature's position from 1. Nil = whole file.
    public var row: Int?
    /// The field's title in the file, or the project key; empty = none.
    public var field: String
    /// What was found, as text.
    public var value: String
    public var consequence: Consequence

    public init(
        _ severity: Severity, _ code: DiagnosticCode, file: String, row: Int? = nil, field: String = "", value: String = "",
        consequence: Consequence
    ) {
        self.severity = severity
        self.code = code
        self.file = file
        self.row = row
        self.field = field
        self.value = value
        self.consequence = consequence
    }

    /// `villages.csv, row 12, field lon`, in the language asked for.
    public func location(_ language: Language) -> String {
        var parts = [file]
        if let row { parts.append(language == .vietnamese ? "dòng \(row)" : "row \(row)") }
        if !field.isEmpty { parts.append(language == .vietnamese ? "cột \(field)" : "field \(field)") }
        return parts.joined(separator: ", ")
    }

    /// One line: what is wrong, with the value found.
    public func message(_ language: Language) -> String {
        let title = code.title.text(language)
        return value.isEmpty ? title : "\(title): \(value)"
    }
}
