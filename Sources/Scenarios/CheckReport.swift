import Ingest
import Planning

/// The data-quality report of `phusong check`.
public struct CheckReport: Codable, Hashable, Sendable {
    public struct Finding: Codable, Hashable, Sendable {
        public var severity: Diagnostic.Severity
        public var code: DiagnosticCode
        public var file: String
        @ExplicitNull public var row: Int?
        public var field: String
        public var value: String
        public var consequence: Diagnostic.Consequence
        public var message: String
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

    public var schema = "phusong.check/1"
    public var project: String
    public var errors: Int
    public var warnings: Int
    public var files: [ReadWorld.FileCount]
    public var findings: [Finding]
    /// What the terrain is made of; null when the project names none.
    @ExplicitNull public var terrain: TerrainReport?

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
