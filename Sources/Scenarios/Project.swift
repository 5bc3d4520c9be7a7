import Candidates
import Coverage
import Foundation
import Ingest
import Planning
import Radio

/// How coverage is decided.
public enum CoverageMode: String, CaseIterable, Hashable, Sendable, Codable {
    /// By the operators' polygons, and range discs where they give none.
    case footprints
    /// By predicted levels.
    case prediction
    /// By both: a polygon or a level is enough.
    case both
}

/// A project file (`phusong.project/1`), read and resolved.
public struct Project: Sendable {
    /// Absolute path of the file.
    public var path: String
    /// The file's own name, used in messages.
    public var displayName: String
    /// Name of the project; of the scenario where the file is one.
    public var name: String
    /// The day by which everything is judged.
    public var asOf: CalendarDate
    /// The tables that it names.
    public var inputs: InputFiles
    /// How coverage is decided.
    public var mode: CoverageMode
    /// Rule as the project names it: a path relative to the project, or the id of a shipped rule.
    public var ruleReference: String
    /// The folder that a path to the rule starts from.
    public var ruleFolder: String
    /// Nil for a plain project.
    public var scenario: Scenario?
    /// What the file says, a scenario's changes included: each key of the top with its value as YAML on one line.
    public var settings: [String: String]
    /// Whether measurements correct the prediction.
    public var appliesCalibration = false
    /// Heights of the ground and, perhaps, land cover; nil when the project names none.
    public var terrain: TerrainSource?
    /// The air as the project states it; nil = by latitude. Use ``climate(in:)``.
    public var statedClimate: RadioClimate?
    /// Sites farther from a village are not looked at when predicting, metres.
    public var maximumRangeMeters: Double
    /// Official lists of villages without signal, in the order of the file.
    public var lists: [TableSource]
    /// What makes a dead zone urgent.
    public var priority: PriorityWeights
    /// Which dead zones the fund pays for.
    public var funding: FundingRule
    /// The file that the costs came from; nil where none is named.
    public var costFile: TableSource?
    /// What is planned with, costs and backhaul included.
    public var plan: PlanSettings
    /// How long a plan may be searched for, seconds, 0…86,400; nil where the project says nothing.
    public var timeLimitSeconds: Double?
    /// A number that tells apart runs of equal inputs, at least 0; 1 where the project states none.
    public var seed: Int64
    /// One sentence saying what is made up; nil for real data.
    public var synthetic: Bilingual?
    /// Warnings of the project file itself.
    public var diagnostics: [Diagnostic]

    /// Folder of the project file itself, below a scenario too: what tables name without a place of their own, such as antenna patterns, is looked for there.
    public var folder: String { ((scenario?.projectPath ?? path) as NSString).deletingLastPathComponent }

    /// Age of the oldest dated table of sites or footprints on the project's day, days; nil where none states its day.
    public var networkDataAgeDays: Int? {
        (inputs.sites + inputs.footprints).compactMap(\.asOf).min().map { asOf.days(since: $0) }
    }

    /// The air over a world: as the project states it, else the usual one of its middle latitude.
    public func climate(in world: World) -> RadioClimate { statedClimate ?? .usual(in: world) }
}
