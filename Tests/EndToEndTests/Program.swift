import Foundation
import Testing

/// The built binary, run as a user runs it.
struct Program {
    struct Outcome {
        var status: Int32
        /// True when a signal ended the program: a crash.
        var wasKilled: Bool
        var out: String
        var err: String
        var outData: Data
    }

    /// The binary does not stand beside the tests.
    struct NotBuilt: Error {}

    /// The checkout that the tests were built from.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The binary stands beside the test bundle, whatever the configuration.
    static let binary: URL? = {
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        for _ in 0..<6 {
            folder = folder.deletingLastPathComponent()
            let candidate = folder.appendingPathComponent("phusong")
            if FileManager.default.isExecutableFile(atPath: candidate.path), !candidate.hasDirectoryPath { return candidate }
        }
        return nil
    }()

    /// Working folder of the runs.
    let folder: URL

    /// Runs a body in a fresh folder that is removed afterwards.
    static func inFreshFolder<Result>(_ body: (Program) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(Program(folder: folder))
    }

    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try run(list: arguments, environment: environment)
    }

    func run(list arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        let process = Process()
        guard let binary = Self.binary else { throw NotBuilt() }
        process.executableURL = binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ProcessInfo.processInfo.environment
        variables["LANG"] = "C.UTF-8"
        variables["PHUSONG_DATA"] = Self.root.appendingPathComponent("GeoData").path
        for (name, value) in environment { variables[name] = value }
        process.environment = variables
        // Files rather than pipes: a full pipe would stop the program.
        let outFile = folder.appendingPathComponent(".out-\(UUID().uuidString)")
        let errFile = folder.appendingPathComponent(".err-\(UUID().uuidString)")
        for file in [outFile, errFile] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        defer { for file in [outFile, errFile] { try? FileManager.default.removeItem(at: file) } }
        process.standardOutput = try FileHandle(forWritingTo: outFile)
        process.standardError = try FileHandle(forWritingTo: errFile)
        try process.run()
        process.waitUntilExit()
        let out = try Data(contentsOf: outFile)
        return Outcome(
            status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
            out: String(decoding: out, as: UTF8.self), err: String(decoding: try Data(contentsOf: errFile), as: UTF8.self), outData: out)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func files(_ name: String) -> [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted() }

    /// The folders of the store, without what stages have left for later runs.
    var runs: [String] { files("runs").filter { $0 != ".stages" } }

    static func sample(_ name: String, _ file: String = "project.yaml") -> String {
        root.appendingPathComponent("GeoData/samples/\(name)/\(file)").path
    }
}
