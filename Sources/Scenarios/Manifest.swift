import Planning

/// `run.json`: what went into a run, and what came out. The only file of a run that holds clock times.
public struct Manifest: Codable, Hashable, Sendable {
    public struct Input: Codable, Hashable, Sendable {
        /// What the file is read as, such as `villages`.
        public var role: String
        /// The path as the project names it.
        public var file: String
        public var sha256: String

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
        public var sha256: String
        /// Source and licence in one sentence.
        public var licence: String

        public init(file: String, sha256: String, licence: String) {
            (self.file, self.sha256, self.licence) = (file, sha256, licence)
        }
    }

    public struct Output: Codable, Hashable, Sendable {
        public var file: String
        public var sha256: String

        init(_ file: String, in folder: String) throws(StoreError) {
            guard let hash = Fingerprint.ofFile("\(folder)/\(file)") else {
                throw StoreError(.io, path: file, reason: "what was written cannot be read back", remedy: "check the disk")
            }
            (self.file, sha256) = (file, hash)
        }
    }

    public struct Rule: Codable, Hashable, Sendable {
        public var id: String
        public var version: Int
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

    public var schema = "phusong.run/1"
    /// `gaps` or `plan`.
    public var command: String
    public var project: String
    /// What the scenario changed, in order; nil for a plain project.
    public var scenarioChanges: [ScenarioChange]?
    /// Absolute path of the project file on the machine that made the run; `verify` looks there.
    public var projectFile: String
    public var asOf: CalendarDate
    public var rule: Rule
    /// Absolute path of the rule file.
    public var ruleFile: String
    /// Parameters that change the result, as they took effect: a plan's time limit stands here whether it was given or not.
    public var parameters: [String: String]
    public var seed: Int64
    public var inputs: [Input]
    /// Source and licence of those inputs that come with the program, by their hash; nil where none is known. Of other files nobody but their owner
    /// knows the licence.
    public var licences: [Licence]?
    /// Hash over program version, command, parameters, rule and inputs: equal hash, equal results.
    public var inputHash: String
    public var outputs: [Output]
    /// Version of the program, by its name. The libraries it was built with are not recorded.
    public var versions: [String: String]
    /// One sentence saying what is made up in the inputs; empty for real data.
    public var synthetic: String
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
    public var threads: Int
    /// ISO 8601, UTC.
    public var startedAt: String
    /// Seconds by stage.
    public var durationsSeconds: [String: Double]
    /// What was taken from earlier runs; nil where nothing is kept between runs.
    public var stages: [StageUse]?
    /// Folder of the program's own data, whose table of licences is looked up; nil = none is known.
    public var dataFolder: String?

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
