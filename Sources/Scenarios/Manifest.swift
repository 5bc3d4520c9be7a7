import Planning

/// `run.json`: what went into a run, and what came out. The only file of a run that holds clock times.
public struct Manifest: Codable, Hashable, Sendable {
    /// A file that was read.
    public struct Input: Codable, Hashable, Sendable {
        /// What the file is read as, such as `villages`.
        public var role: String
        /// The path as the project names it.
        public var file: String
        /// SHA-256 of its bytes, 64 hex digits; `missing` for an antenna file that was not there.
        public var sha256: String

        /// Describes an input.
        public init(role: String, file: String, sha256: String) {
            self.role = role
            self.file = file
            self.sha256 = sha256
        }
    }

    /// Where an input comes from and under which terms.
    public struct Licence: Codable, Hashable, Sendable {
        /// The path as the project names it.
        public var file: String
        /// SHA-256 of its bytes, 64 hex digits.
        public var sha256: String
        /// Source and licence in one sentence.
        public var licence: String

        /// Describes where an input comes from.
        public init(file: String, sha256: String, licence: String) {
            (self.file, self.sha256, self.licence) = (file, sha256, licence)
        }
    }

    /// A file that the run wrote.
    public struct Output: Codable, Hashable, Sendable {
        /// Name in the run's folder.
        public var file: String
        /// SHA-256 of its bytes, 64 hex digits.
        public var sha256: String

        init(_ file: String, in folder: String) throws(StoreError) {
            guard let hash = Fingerprint.ofFile("\(folder)/\(file)") else {
                throw StoreError(.io, path: file, reason: "what was written cannot be read back", remedy: "check the disk")
            }
            (self.file, sha256) = (file, hash)
        }
    }

    /// The coverage rule of a run.
    public struct Rule: Codable, Hashable, Sendable {
        /// Name by which projects call it.
        public var id: String
        /// Counts up when the rule changes, from 1.
        public var version: Int
        /// SHA-256 of the rule file, 64 hex digits.
        public var sha256: String
    }

    /// What a scenario changed in the project that it stands on.
    public struct ScenarioChange: Codable, Hashable, Sendable {
        /// Name of the change.
        public var name: String
        /// Key of the project file.
        public var key: String
        /// One line of YAML; nil where there was nothing.
        public var before: String?
        /// Nil where the key was taken out.
        public var after: String?
    }

    /// Name and version of the format.
    public var schema = "phusong.run/1"
    /// `gaps` or `plan`.
    public var command: String
    /// Name of the project, or of the scenario.
    public var project: String
    /// What the scenario changed, in order; nil for a plain project.
    public var scenarioChanges: [ScenarioChange]?
    /// Absolute path of the project file on the machine that made the run; `verify` looks there.
    public var projectFile: String
    /// The day that the run speaks of.
    public var asOf: CalendarDate
    /// The rule by which villages are graded.
    public var rule: Rule
    /// Absolute path of the rule file.
    public var ruleFile: String
    /// Parameters that change the result, as they took effect: a plan's time limit stands here whether it was given or not.
    public var parameters: [String: String]
    /// `seed` of the project file; it counts in ``inputHash``.
    public var seed: Int64
    /// Every file that was read but the rule: project files, tables, terrain, antennas.
    public var inputs: [Input]
    /// Source and licence of those inputs that come with the program, by their hash; nil where none is known. Of other files nobody but their owner
    /// knows the licence.
    public var licences: [Licence]?
    /// Hash over program version, command, parameters, rule and inputs: equal hash, equal results.
    public var inputHash: String
    /// Every other file of the run.
    public var outputs: [Output]
    /// Version of the program, by its name. The libraries it was built with are not recorded.
    public var versions: [String: String]
    /// One sentence saying what is made up in the inputs; empty for real data.
    public var synthetic: String
    /// Number of threads that computed the run; results do not depend on it.
    public var threads: Int
    /// Start of the run, ISO 8601 UTC.
    public var startedAt: String
    /// Seconds by stage.
    public var durationsSeconds: [String: Double]
    /// What was taken from earlier runs; nil where nothing is kept between runs.
    public var stages: [StageUse]?
}

/// Facts of a run that its inputs do not determine; they stand in `run.json` only.
public struct RunCircumstances: Sendable {
    /// Number of threads that compute the run.
    public var threads: Int
    /// ISO 8601, UTC.
    public var startedAt: String
    /// Seconds by stage.
    public var durationsSeconds: [String: Double]
    /// What was taken from earlier runs; nil where nothing is kept between runs.
    public var stages: [StageUse]?
    /// Folder of the program's own data, whose table of licences is looked up; nil = none is known.
    public var dataFolder: String?

    /// Describes how a run came about.
    public init(
        threads: Int, startedAt: String, durationsSeconds: [String: Double], stages: [StageUse]? = nil, dataFolder: String? = nil
    ) {
        self.dataFolder = dataFolder
        self.threads = threads
        self.startedAt = startedAt
        self.durationsSeconds = durationsSeconds
        self.stages = stages
    }
}

extension Manifest {
    /// The manifest of a run whose other files stand in `folder` already.
    ///
    /// - Throws: `StoreError` when one of them cannot be read back.
    public init(
        _ loaded: LoadedProject, command: String, parameters: [String: String], files: [String], in folder: String,
        _ circumstances: RunCircumstances
    ) throws(StoreError) {
        let project = loaded.project
        var outputs: [Output] = []
        for file in files { outputs.append(try Output(file, in: folder)) }
        self.init(
            command: command, project: project.name,
            scenarioChanges: project.scenario?.changes.flatMap { change in
                change.settings.map { ScenarioChange(name: change.name, key: $0.key, before: $0.before, after: $0.after) }
            }, projectFile: project.path, asOf: project.asOf,
            rule: .init(id: loaded.rule.rule.id, version: loaded.rule.rule.version, sha256: loaded.rule.sha256),
            ruleFile: loaded.rule.path, parameters: parameters, seed: project.seed, inputs: loaded.fingerprints,
            inputHash: loaded.inputHash(command: command, parameters: parameters),
            outputs: outputs,
            versions: ["phusong": ProgramVersion.current], synthetic: project.synthetic?.en ?? "", threads: circumstances.threads,
            startedAt: circumstances.startedAt, durationsSeconds: circumstances.durationsSeconds, stages: circumstances.stages)
    }
}
