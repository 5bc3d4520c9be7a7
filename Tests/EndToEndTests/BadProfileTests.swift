import Foundation
import Testing

/// Every fixture of `Resources/bad-profiles` gives its messages and exit code, never a crash, never a loss for a bad row.
@Suite struct BadProfileTests {
    private static let folder = Bundle.module.bundleURL.appendingPathComponent("Resources/bad-profiles")

    private struct Case: Decodable {
        var lossDB: Double?
        var error: String?
        var warnings: [String]
    }

    @Test func everyFixtureHasItsExpectationAndTheOtherWayRound() throws {
        let fixtures = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(fixtures) == Set(BadProfile.all.map(\.fixture)))
        #expect(BadProfile.all.count == fixtures.count)
        #expect(fixtures.count >= 15)
    }

    @Test(arguments: BadProfile.all)
    func givesItsMessagesAndExitCode(bad: BadProfile) throws {
        let fixture = Self.folder.appendingPathComponent(bad.fixture)
        let outcome = try BenchProgram.run(["profile", "--cases", "cases.csv", "--json"] + bad.arguments, in: fixture)
        #expect(!outcome.wasKilled, "crashed: \(outcome.err)")
        #expect(outcome.status == bad.status)
        #expect(outcome.err.split(separator: "\n").map(String.init) == bad.messages)
        guard let hasLoss = bad.hasLoss else {
            #expect(outcome.outData.isEmpty)
            return
        }
        let cases = try JSONDecoder().decode([Case].self, from: outcome.outData)
        #expect(cases.map { $0.lossDB != nil } == hasLoss)
        for item in cases { #expect((item.error == nil) == (item.lossDB != nil)) }
        #expect(cases.compactMap(\.error).joined(separator: "\n").split(separator: "\n").map(String.init) == bad.messages)
    }

    @Test(arguments: [
        ["--model", "no-such-model", "--profiles", "."], ["--model", "delta-bullington"], ["--profiles"],
    ]) func badUsageExitsWith64(arguments: [String]) throws {
        let fixture = Self.folder.appendingPathComponent("one-bad-row-of-three")
        let outcome = try BenchProgram.run(["profile", "--cases", "cases.csv"] + arguments, in: fixture)
        #expect(outcome.status == 64)
        #expect(outcome.outData.isEmpty && !outcome.err.isEmpty)
    }

    @Test func aMissingFolderOfProfilesExitsWith66() throws {
        let fixture = Self.folder.appendingPathComponent("one-bad-row-of-three")
        let outcome = try BenchProgram.run(["profile", "--cases", "cases.csv", "--profiles", "nowhere"], in: fixture)
        #expect(outcome.status == 66)
        #expect(outcome.err == "nowhere: there is no such folder or file; check --profiles\n")
    }
}

/// The built benchmark program, run in a folder that it only reads.
private enum BenchProgram {
    static func run(_ arguments: [String], in folder: URL) throws -> Program.Outcome {
        guard let product = Program.binary else { throw Program.NotBuilt() }
        let process = Process()
        process.executableURL = product.deletingLastPathComponent().appendingPathComponent("phusong-bench")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        return try Program.inFreshFolder { scratch in
            // Files rather than pipes: a full pipe would stop the program.
            let (out, err) = (scratch.path("out"), scratch.path("err"))
            for file in [out, err] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
            process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
            process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
            try process.run()
            process.waitUntilExit()
            let written = try Data(contentsOf: URL(fileURLWithPath: out))
            return Program.Outcome(
                status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
                out: String(decoding: written, as: UTF8.self),
                err: String(decoding: try Data(contentsOf: URL(fileURLWithPath: err)), as: UTF8.self), outData: written)
        }
    }
}
