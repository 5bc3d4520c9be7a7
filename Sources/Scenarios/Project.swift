import Candidates
import Ingest
import Planning

/// How coverage is decided.
public enum CoverageMode: String, CaseIterable, Hashable, Sendable, Codable {
    case footprints
    case prediction
    case both
}

/// A project file (`phusong.project/1`), read and resolved.
public struct Project: Sendable {
    /// Absolute path of the file.
    public var path: String
    /// The file's own name, used in messages.
    public var displayName: String
    public var name: String
    public var asOf: CalendarDate
    public var inputs: InputFiles
    public var mode: CoverageMode
    /// Rule as the project names it: a path relative to the project, or the id of a shipped rule.
    public var ruleReference: String
    public var lists: [TableSource]
    public var plan: PlanSettings
    public var timeLimitSeconds: Double?
    public var seed: Int64
    /// One sentence saying what is made up; nil for real data.
    public var synthetic: Bilingual?
    /// Warnings of the project file itself.
    public var diagnostics: [Diagnostic]
}
