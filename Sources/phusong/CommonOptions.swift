import ArgumentParser
import Foundation
import Ingest
import Planning
import Scenarios

/// Options that every command has.
struct CommonOptions: ParsableArguments {
    @Flag(name: .long, help: "Print one JSON document on stdout instead of a table.")
    var json = false

    @Flag(name: .long, help: "Print nothing but errors (and JSON when asked for).")
    var quiet = false

    @Option(
        name: .long, help: ArgumentHelp("Language of human text: vi or en. Default: from LANG.", valueName: "vi|en"),
        completion: .list(["vi", "en"]))
    var lang: String?

    @Option(name: .long, help: ArgumentHelp("Folder of the shipped rules and samples (GeoData).", valueName: "dir"), completion: .directory)
    var data: String?

    func validate() throws {
        if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang is vi or en, not '\(lang)'.") }
    }

    var language: Language {
        if let lang, let known = Language(rawValue: lang) { return known }
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("vi") ? .vietnamese : .english
    }
}

/// Options of commands that write a folder.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.short, .long], help: ArgumentHelp("Folder to write. Default: runs/<command>-<input hash>.", valueName: "dir"),
        completion: .directory)
    var output: String?

    @Flag(name: .long, help: "Replace a run that stands there already.")
    var force = false

    /// What earlier runs have left for this one, where it goes to the working folder's `runs`.
    var stages: StageStore? { output.map(StageStore.init(forRunAt:)) ?? StageStore(store: "runs") }
}

/// Options of commands that compute.
struct ComputeOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("Coverage rule: an id that `phusong rules` lists, or a file.", valueName: "rule"),
        completion: .custom { _, _, _ in ((try? RuleStore(folder: DataFolder.rules(nil)).shipped()) ?? []).map(\.rule.id) })
    var rule: String?

    @Option(name: .long, help: ArgumentHelp("Threads to use. Results do not depend on it.", valueName: "n"))
    var threads: Int?

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads is 1 or more.") }
    }

    /// The project with its inputs, by the rule asked for.
    ///
    /// - Parameter stages: where earlier runs have left what they read.
    func load(_ project: String, _ common: CommonOptions, stages: StageStore? = nil) throws(InputError) -> LoadedProject {
        try LoadedProject(path: project, ruleOverride: rule, rules: RuleStore(folder: DataFolder.rules(common.data)), stages: stages)
    }

    var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}
