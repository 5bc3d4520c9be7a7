/// One defect of the input, with the place where a person finds it and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    /// How bad a defect is.
    public enum Severity: String, Hashable, Sendable, Codable, Comparable {
        /// Something was repaired or is doubtful; the data can be used.
        case warning
        /// The row, field or file could not be used as given.
        case error

        /// A warning is less than an error.
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

    /// How bad it is.
    public var severity: Severity
    /// What is wrong.
    public var code: DiagnosticCode
    /// The file as the project names it.
    public var file: String
    /// The row as a person counts: in CSV and XLSX the header is row 1; in GIS files the feature's position from 1. Nil = whole file.
    public var row: Int?
    /// The field's title in the file, or the project key; empty = none.
    public var field: String
    /// What was found, as one line of text of at most `valueLimit` characters.
    public var value: String
    /// What happened to the data.
    public var consequence: Consequence

    /// The greatest length of `value`; a longer one is cut and ends with "…".
    public static let valueLimit = 300

    /// Makes a diagnostic. Field and value come from other people's files: they are cut, and control characters in them are made harmless,
    /// before they reach a terminal.
    public init(
        _ severity: Severity, _ code: DiagnosticCode, file: String, row: Int? = nil, field: String = "", value: String = "",
        consequence: Consequence
    ) {
        self.severity = severity
        self.code = code
        self.file = file
        self.row = row
        self.field = Self.oneLine(field)
        self.value = Self.oneLine(value)
        self.consequence = consequence
    }

    private static func oneLine(_ text: String) -> String {
        var line = ""
        var length = 0
        for character in text {
            guard length < valueLimit else { return line + "…" }
            length += 1
            let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
            line.append(!isControl ? character : character.isWhitespace ? " " : "\u{FFFD}")
        }
        return line
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
