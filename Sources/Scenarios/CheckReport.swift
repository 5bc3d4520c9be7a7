import Ingest
import Planning

/// The data-quality report of `phusong check`.
public struct CheckReport: Codable, Hashable, Sendable {
    /// One defect, with the place where a person finds it.
    public struct Finding: Codable, Hashable, Sendable {
        /// How bad it is.
        public var severity: Diagnostic.Severity
        /// What is wrong, as a code for programs.
        public var code: DiagnosticCode
        /// The file as the project names it.
        public var file: String
        /// The row as a person counts, the header of a table being row 1; null = the whole file.
        @ExplicitNull public var row: Int?
        /// The column's title or the project's key; empty = none.
        public var field: String
        /// What was found, on one line of at most 300 characters; empty = nothing to show.
        public var value: String
        /// What became of the row, field or file.
        public var consequence: Diagnostic.Consequence
        /// What is wrong and what was found, in English.
        public var message: String
        /// What to do about it, in English.
        public var remedy: String

        init(_ diagnostic: Diagnostic) {
            severity = diagnostic.severity
            code = diagnostic.code
            file = diagnostic.file
            row = diagnostic.row
            field = diagnostic.field
            value = diagnostic.value
            consequence = diagnostic.consequence
            message = diagnostic.message(.english)
            remedy = diagnostic.code.remedy.en
        }
    }

    /// Name and version of the format.
    public var schema = "phusong.check/1"
    /// Name of the project; the path as given when its file cannot be used.
    public var project: String
    /// Number of findings with severity `error`.
    public var errors: Int
    /// Number of findings with severity `warning`.
    public var warnings: Int
    /// Each file and what came of its rows, in reading order; empty when the project file cannot be used.
    public var files: [ReadWorld.FileCount]
    /// Every defect, in reading order.
    public var findings: [Finding]
    /// What the terrain is made of; null when the project names none.
    @ExplicitNull public var terrain: TerrainReport?

    /// Describes what was read; the findings are the diagnostics in their order, and errors and warnings are counted from them.
    public init(
        project: String, files: [ReadWorld.FileCount], diagnostics: [Diagnostic], terrain: TerrainReport? = nil
    ) {
        _terrain = ExplicitNull(wrappedValue: terrain)
        self.project = project
        self.files = files
        errors = diagnostics.count { $0.severity == .error }
        warnings = diagnostics.count { $0.severity == .warning }
        findings = diagnostics.map(Finding.init)
    }
}
