import Foundation
import GeoFiles
import Testing

/// Every fixture of `Resources/bad` gives its diagnostics and exit codes, never a crash, never a half-written run.
@Suite struct BadInputTests {
    static let folder = Bundle.module.bundleURL.appendingPathComponent("Resources")

    /// The report of `phusong check --json`.
    private struct Report: Decodable {
        struct Finding: Decodable {
            var severity, code, file, field, value, consequence, message, remedy: String
            var row: Int?
            /// As the table of expectations writes it.
            var short: String {
                let place = [row.map(String.init) ?? "-", field].joined(separator: " ").trimmingCharacters(in: .whitespaces)
                return "\(severity == "error" ? "E" : "W") \(code) \(place)".precomposedStringWithCanonicalMapping
            }
        }
        var schema: String
        var errors, warnings: Int
        var findings: [Finding]
    }

    private struct Summary: Decodable {
        struct Villages: Decodable { var total, covered, partial, uncovered, unknown: Int }
        var villages: Villages
    }

    private struct Manifest: Decodable {
        struct Output: Decodable { var file: String }
        var outputs: [Output]
    }

    @Test func everyFixtureHasItsExpectationAndTheOtherWayRound() throws {
        let fixtures = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appendingPathComponent("bad").path)
        #expect(Set(fixtures) == Set(BadInput.all.map(\.fixture)))
        #expect(BadInput.all.count == fixtures.count)
        #expect(fixtures.count >= 30)
    }

    @Test func theGoodProjectHasNoFinding() throws {
        try expect(BadInput("good", check: 0, gaps: 0, villages: 3, []), in: Self.folder)
    }

    @Test(arguments: BadInput.all)
    func givesItsDiagnosticAndExitCode(input: BadInput) throws {
        try expect(input, in: Self.folder.appendingPathComponent("bad"))
    }

    private func expect(_ input: BadInput, in folder: URL) throws {
        let fixture = folder.appendingPathComponent(input.fixture).path
        let filesBefore = try Self.files(fixture)
        try Program.inFreshFolder { program in
            let check = try program.run("check", fixture, "--json")
            #expect(!check.wasKilled, "check crashed: \(check.err)")
            #expect(check.status == input.check, "check: \(check.err)")
            let report = try JSONDecoder().decode(Report.self, from: check.outData)
            #expect(report.findings.map(\.short) == input.findings)
            #expect(report.errors == input.findings.count { $0.hasPrefix("E") })
            for finding in report.findings {
                #expect(!finding.file.isEmpty && !finding.message.isEmpty && !finding.remedy.isEmpty)
                // Findings travel in reports: they name files as the project does, not by their place on this machine.
                #expect(!(finding.file + finding.value).contains(Self.folder.path), "\(finding.value)")
            }
            #expect(program.files(".").isEmpty, "check writes nothing")

            let gaps = try program.run("gaps", fixture, "-o", "run", "--json")
            #expect(!gaps.wasKilled, "gaps crashed: \(gaps.err)")
            #expect(gaps.status == input.gaps, "gaps: \(gaps.err)")
            if input.gaps == 0 {
                #expect(program.files(".") == ["run"], "nothing but the run is left")
                try expectWholeRun(input, program, gaps)
            } else {
                #expect(program.files(".").isEmpty, "nothing is left, hidden or not")
                #expect(gaps.outData.isEmpty)
                #expect(!gaps.err.isEmpty)
            }
            if let expected = input.plan {
                let plan = try program.run("plan", fixture, "--cover-all", "-o", "plan", "--json")
                #expect(!plan.wasKilled, "plan crashed: \(plan.err)")
                #expect(plan.status == expected, "plan: \(plan.err)")
                #expect(program.files(".") == (expected == 0 ? ["plan", "run"] : ["run"]))
            }
        }
        #expect(try Self.files(fixture) == filesBefore, "an input folder is only read")
    }

    /// The run stands whole: every file of its manifest is there, and its villages can be read back.
    private func expectWholeRun(_ input: BadInput, _ program: Program, _ gaps: Program.Outcome) throws {
        let villages = try JSONDecoder().decode(Summary.self, from: gaps.outData).villages
        #expect(villages.total == input.villages)
        #expect(villages.covered + villages.partial + villages.uncovered + villages.unknown == villages.total)
        let manifest = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: URL(fileURLWithPath: program.path("run/run.json"))))
        let present = Set(program.files("run"))
        for output in manifest.outputs { #expect(present.contains(output.file)) }
        #expect(try VectorReader.read(program.path("run/villages.geojson")).features.count == input.villages)
    }

    private static func files(_ path: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    }
}
