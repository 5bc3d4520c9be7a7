import Foundation
import Siting

/// The same question put to pysal's spopt by `peers/spopt_mclp.py`; no failure where Python or spopt is missing.
struct SpoptPeer {
    struct Program: Sendable {
        var python = "python3"
        var script = "Sources/phusong-bench/peers/spopt_mclp.py"
    }

    /// Why there is nothing to compare with.
    struct Absence: Error {
        let reason: String
    }

    private struct Answer: Decodable {
        var missing: String?
        var versions: String?
        var status: String?
        var objective: Int64?
        var buildSeconds: Double?
        var solveSeconds: Double?
        var peakBytes: Int?
    }

    private struct Question: Encodable {
        var weights: [Int64]
        var covers: [[Int]]
        var sites: Int
    }

    let program: Program

    /// - Throws: ``Absence``, or ``BenchmarkFailure`` when the script breaks off.
    func solve(_ problem: SitingProblem, sites: Int) throws -> SitingResult.Peer {
        guard FileManager.default.fileExists(atPath: program.script) else {
            throw Absence(reason: "there is no \(program.script); run from the package's folder or name it with --peer-script")
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-bench-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try JSONEncoder().encode(Question(weights: problem.targetWeights, covers: problem.options.map(\.covers), sites: sites)).write(
            to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program.python, program.script, file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard let line = data.split(separator: UInt8(ascii: "\n")).last,
            let answer = try? JSONDecoder().decode(Answer.self, from: Data(line))
        else { throw Absence(reason: "\(program.python) gave no answer; its message stands above") }
        if let missing = answer.missing { throw Absence(reason: "\(program.python) has no module \(missing); pip install spopt") }
        guard let status = answer.status, let build = answer.buildSeconds, let solve = answer.solveSeconds else {
            throw BenchmarkFailure("\(program.script) gave an answer without status or times")
        }
        return SitingResult.Peer(
            versions: answer.versions ?? "unknown versions", objective: answer.objective, status: status, buildSeconds: build,
            solveSeconds: solve, peakBytes: answer.peakBytes)
    }
}
