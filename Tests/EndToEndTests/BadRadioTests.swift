import Foundation
import Testing

/// Every fixture of `Resources/bad-radio` gives its diagnostics and exit codes, never a crash, never a level that is no number.
@Suite struct BadRadioTests {
    static let folder = Bundle.module.bundleURL.appendingPathComponent("Resources/bad-radio")

    private struct Report: Decodable {
        struct Finding: Decodable {
            var severity, code, file, field, value, message, remedy: String
            var row: Int?
        }
        var findings: [Finding]
    }

    @Test func everyFixtureHasItsExpectationAndTheOtherWayRound() throws {
        let fixtures = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(fixtures) == Set(BadRadio.all.map(\.fixture)))
        #expect(BadRadio.all.count == fixtures.count)
    }

    @Test(arguments: BadRadio.all)
    func givesItsDiagnosticAndExitCode(radio: BadRadio) throws {
        let body: () throws -> Void = {
            try Program.inFreshFolder { program in
                let path = Self.folder.appendingPathComponent(radio.fixture).path
                let check = try program.run("check", path, "--json")
                #expect(!check.wasKilled && check.status == radio.check, "check: \(check.status) \(check.err)")
                let findings = try JSONDecoder().decode(Report.self, from: check.outData).findings
                #expect(
                    // What stands in for cells that cannot be read is counted in one line for all sites.
                    findings.filter { $0.code != "equipment-assumed" }.map {
                        "\($0.severity == "error" ? "E" : "W") \($0.code) \($0.file) \($0.row.map(String.init) ?? "-") \($0.field)"
                            .trimmingCharacters(in: .whitespaces)
                    } == radio.findings)
                for finding in findings {
                    #expect(!finding.message.isEmpty && !finding.remedy.isEmpty)
                    #expect(!(finding.file + finding.value).contains(Self.folder.path), "\(finding.value)")
                }
                let gaps = try program.run("gaps", path, "--json", "-o", "gaps")
                #expect(!gaps.wasKilled && gaps.status == radio.gaps, "gaps: \(gaps.status) \(gaps.err)")
                guard gaps.status == 0 else {
                    for finding in findings where finding.severity == "error" { #expect(gaps.err.contains(finding.remedy), "\(gaps.err)") }
                    #expect(program.files(".").isEmpty, "nothing is half written")
                    return
                }
                let villages = try PredictionRun.villages(program.path("gaps/villages.geojson"))
                let letters = ["covered": "c", "uncovered": "n", "unknown": "?"]
                #expect(villages.map { letters[$0.grade] ?? "-" }.joined() == radio.grades)
                #expect(villages.compactMap(\.signalDBm).allSatisfy { $0.isFinite && (-400...40).contains($0) })
                let verified = try program.run("verify", "gaps")
                #expect(verified.status == 0, "a run that was just made is verified: \(verified.out)")
            }
        }
        if radio.isKnown {
            withKnownIssue("\(radio.fixture) is not told yet") { try body() }
        } else {
            try body()
        }
    }

    /// A pattern decides levels: another pattern is another run.
    @Test func aChangedPatternFileMakesAnotherRun() throws {
        try Program.inFreshFolder { program in
            // The copy stands where the fixtures stand, one level deep beside the tables that it names.
            for part in ["bad-radio/pattern-good", "good", "bad-rasters/raster-good"] {
                let target = program.path("r/\(part)")
                try FileManager.default.createDirectory(
                    atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try FileManager.default.copyItem(
                    atPath: Self.folder.deletingLastPathComponent().appendingPathComponent(part).path, toPath: target)
            }
            #expect(try program.run("gaps", "r/bad-radio/pattern-good").status == 0)
            #expect(program.runs.count == 1)
            let pattern = program.path("r/bad-radio/pattern-good/a.msi")
            let text = try String(contentsOfFile: pattern, encoding: .utf8)
            try #require(text.contains("GAIN 15.0 dBi"))
            try text.replacingOccurrences(of: "GAIN 15.0 dBi", with: "GAIN -19.0 dBi").write(
                toFile: pattern, atomically: true, encoding: .utf8)
            let again = try program.run("gaps", "r/bad-radio/pattern-good")
            #expect(again.status == 0)
            #expect(!again.out.contains("there already"))
            #expect(program.runs.count == 2)
            let verified = try program.runs.map { try program.run("verify", "runs/\($0)").status }
            #expect(verified.sorted() == [0, 65], "the run of the old pattern no longer holds")
        }
    }
}
