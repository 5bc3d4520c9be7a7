import Foundation
import Scenarios
import Testing

@testable import phusong

@Suite struct CommandLineTests {
    static let commands = [
        "demo", "new", "check", "gaps", "link", "plan", "compare", "export", "map", "report", "raster", "track", "rules", "verify",
    ]

    @Test(arguments: commands) func everyCommandExplainsItself(command: String) throws {
        try Program.inFreshFolder { program in
            let help = try program.run(command, "--help")
            #expect(help.status == 0)
            #expect(help.out.contains("Example"))
            #expect(help.out.contains("phusong \(command)"))
            #expect(help.out.contains("Exit codes"))
            #expect(help.out.contains("--json"))
            #expect(help.out.contains("--quiet"))
        }
    }

    @Test func examplesNameFilesThatAreShipped() throws {
        try Program.inFreshFolder { program in
            let help = try program.run("--experimental-dump-help")
            let plain = help.out.replacingOccurrences(of: "\\/", with: "/")
            let named = plain.matches(of: /GeoData\/[A-Za-z0-9.\/-]+[*]?/).map { String($0.output) }.filter { !$0.hasSuffix("*") }
            #expect(named.count > 5)
            for path in Set(named) {
                #expect(FileManager.default.fileExists(atPath: Program.root.appendingPathComponent(path).path), "\(path)")
            }
        }
    }

    @Test(arguments: [
        ["nonsense"], ["gaps"], ["plan", Program.sample("tuyen-quang")], ["plan", "p.yaml", "--sites", "1", "--cover-all"],
        ["plan", "p.yaml", "--sites", "-1"],
        ["plan", "p.yaml", "--budget", "cheap"], ["plan", "p.yaml", "--budget", "-5"], ["plan", "p.yaml", "--sites", "1", "--strict"],
        ["compare", "one"], ["export", "r", "--for", "viettel", "--format", "shapefilex"], ["export", "r", "--format", "cog"],
        ["export", "r", "--crs", "vn2000/99"], ["export", "r", "--raster", "a.tif"],
        ["gaps", "p", "--threads", "0"], ["raster", "p", "-o", "map.png"], ["raster", "p", "--technology", "6G"],
        ["raster", "p", "--radius-km", "0"],
        ["gaps", "p", "--lang", "fr"],
    ])
    func wrongUseEndsWith64(arguments: [String]) throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run(list: arguments)
            #expect(outcome.status == 64, "\(arguments): \(outcome.err)")
            #expect(!outcome.err.isEmpty)
            #expect(outcome.out.isEmpty)
        }
    }

    @Test(arguments: [
        ["gaps", "none.yaml"], ["check", "none.yaml"], ["verify", "none"], ["compare", "a", "b"], ["export", "none", "--for", "vnpt"],
        ["raster", "none.yaml"],
    ])
    func missingInputEndsWith66(arguments: [String]) throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run(list: arguments)
            #expect(outcome.status == 66, "\(arguments): \(outcome.err)")
            #expect(program.runs.isEmpty)
        }
    }

    @Test func whatStandsInTheWayEndsWith73() throws {
        try Program.inFreshFolder { program in
            try FileManager.default.createDirectory(atPath: program.path("full"), withIntermediateDirectories: true)
            try "x".write(toFile: program.path("full/mine.txt"), atomically: true, encoding: .utf8)
            try "x".write(toFile: program.path("file"), atomically: true, encoding: .utf8)
            for folder in ["full", "file", "file/below"] {
                let outcome = try program.run("gaps", Program.sample("vietnam-2022"), "-o", folder)
                #expect(outcome.status == 73, "\(folder): \(outcome.err)")
            }
            #expect(try program.run("gaps", Program.sample("vietnam-2022"), "-o", "full", "--force").status == 73)
            #expect(program.files("full") == ["mine.txt"])
        }
    }

    @Test func forceReplacesARun() throws {
        try Program.inFreshFolder { program in
            let first = try program.run("gaps", Program.sample("tuyen-quang"), "-o", "run")
            let second = try program.run("gaps", Program.sample("tuyen-quang"), "-o", "run")
            let third = try program.run("gaps", Program.sample("tuyen-quang"), "-o", "run", "--force")
            #expect([first.status, second.status, third.status] == [0, 73, 0])
            #expect(program.files("").filter { !$0.hasPrefix(".out") && !$0.hasPrefix(".err") } == ["run"])
        }
    }

    @Test func aNewProjectIsCheckedAndFilled() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("new", "tinh-moi").status == 0)
            #expect(program.files("tinh-moi") == ["project.yaml", "rule.yaml", "sites.csv", "villages.csv"])
            #expect(try program.run("new", "tinh-moi").status == 73)
            // Empty tables are errors that name the file.
            let empty = try program.run("check", "tinh-moi")
            #expect(empty.status == 65)
            #expect(empty.out.contains("villages.csv"))
            func append(_ file: String, _ line: String) throws {
                let handle = try FileHandle(forWritingTo: program.folder.appendingPathComponent("tinh-moi/\(file)"))
                try handle.seekToEnd()
                try handle.write(contentsOf: Data((line + "\n").utf8))
                try handle.close()
            }
            try append("villages.csv", "v1,Khuổi Phìn,02266,Sinh Long,08,Tuyên Quang,105.3529,22.6275,45,368,grid")
            try append("villages.csv", "v2,Bản Bung,02233,Nà Hang,08,Tuyên Quang,105.4302,22.2800,30,150,none")
            try append("sites.csv", "TQG0327-12,viettel,105.34808,22.62924,4G,1800,46,42,,,,active,false")
            #expect(try program.run("check", "tinh-moi").status == 0)
            let gaps = try program.run("gaps", "tinh-moi", "--json")
            #expect(gaps.status == 0, "\(gaps.err)")
            #expect(
                try JSONDecoder().decode(MainJobTests.Summary.self, from: gaps.outData).villages
                    == .init(total: 2, covered: 1, partial: 0, uncovered: 1, unknown: 0))
            let plan = try program.run("plan", "tinh-moi", "--cover-all", "--strict", "--json")
            #expect(plan.status == 0, "\(plan.err)")
            #expect(try JSONDecoder().decode(MainJobTests.Plan.self, from: plan.outData).villages.after.uncovered == 0)
        }
    }

    @Test func aTechnologyThatHasEndedCannotBePlanned() throws {
        try Program.inFreshFolder { program in
            let made = try program.run("new", "p")
            #expect(made.status == 0)
            for (file, line) in [
                ("villages.csv", "v1,Bản Bung,02233,Nà Hang,08,Tuyên Quang,105.4302,22.2800,30,150,none"),
                ("sites.csv", "s1,viettel,105.34808,22.62924,4G,1800,46,42,,,,active,false"),
            ] {
                let handle = try FileHandle(forWritingTo: program.folder.appendingPathComponent("p/\(file)"))
                try handle.seekToEnd()
                try handle.write(contentsOf: Data((line + "\n").utf8))
                try handle.close()
            }
            let path = program.path("p/project.yaml")
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains("technologies: [4G]"))
            try text.replacingOccurrences(of: "technologies: [4G]", with: "technologies: [2G]").write(
                toFile: path, atomically: true, encoding: .utf8)
            let outcome = try program.run("plan", "p", "--cover-all")
            #expect(outcome.status == 65, "\(outcome.err)")
            #expect(outcome.err.contains("plan.technologies"))
            #expect(program.runs.isEmpty)
        }
    }

    @Test func quietSaysNothing() throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run("gaps", Program.sample("tuyen-quang"), "--quiet")
            #expect(outcome.status == 0)
            #expect(outcome.out.isEmpty && outcome.err.isEmpty)
        }
    }

    @Test func rulesAreExplainedInBothLanguages() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("rules").out.contains("technologies that count"))
            #expect(try program.run("rules", "--lang", "vi").out.contains("công nghệ được tính"))
            let document = try JSONSerialization.jsonObject(with: program.run("rules", "--json").outData) as? [[String: Any]]
            let files = try FileManager.default.contentsOfDirectory(atPath: Program.root.appendingPathComponent("GeoData/rules").path)
            let ids = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
            #expect(document?.compactMap { $0["id"] as? String } == ids && ids.contains("two-grade-2024"))
        }
    }

    @Test func everyJSONAnswerIsOneDocument() throws {
        try Program.inFreshFolder { program in
            for arguments in [
                ["check", Program.sample("tuyen-quang"), "--json"], ["gaps", Program.sample("tuyen-quang"), "--json", "-o", "run"],
                ["export", "run", "--for", "vnpt", "--json"], ["compare", "run", "run", "--json"], ["verify", "run", "--json"],
                ["new", "p", "--json"],
                ["demo", "--json"],
            ] {
                let outcome = try program.run(list: arguments)
                #expect(outcome.status == 0, "\(arguments): \(outcome.err)")
                let document = try #require(try JSONSerialization.jsonObject(with: outcome.outData) as? [String: Any], "\(arguments)")
                #expect((document["schema"] as? String)?.hasPrefix("phusong.") == true, "\(arguments)")
            }
        }
    }

    /// A device that is always full; Linux has one.
    static let full = "/dev/full"

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: full)),
        arguments: [
            ["rules"], ["rules", "--json"], ["new", "p"], ["check", Program.sample("tuyen-quang")],
            ["gaps", Program.sample("tuyen-quang"), "--json"],
        ], [false, true])
    func aFullDiskUnderStdoutEndsWith74(arguments: [String], isStderrFull: Bool) throws {
        try Program.inFreshFolder { program in
            let process = Process()
            process.executableURL = Program.binary
            process.arguments = arguments
            process.currentDirectoryURL = program.folder
            process.environment = ["LANG": "C.UTF-8", "PHUSONG_DATA": Program.root.appendingPathComponent("GeoData").path]
            process.standardOutput = FileHandle(forWritingAtPath: Self.full)
            let errors = program.folder.appendingPathComponent("errors")
            _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
            process.standardError = isStderrFull ? FileHandle(forWritingAtPath: Self.full) : try FileHandle(forWritingTo: errors)
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationReason == .exit)
            #expect(process.terminationStatus == 74)
            let talk = try String(contentsOf: errors, encoding: .utf8)
            #expect(talk.filter { $0 == "\n" }.count == (isStderrFull ? 0 : 1), "\(talk)")
        }
    }

    @Test func remediesAreThoseOfTheCommand() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("new", "p").status == 0)
            let again = try program.run("new", "p")
            #expect(again.status == 73)
            #expect(!again.err.contains("--force") && !again.err.contains("-o"), "\(again.err)")
            #expect(try program.run("gaps", Program.sample("tuyen-quang"), "-o", "run").status == 0)
            #expect(try program.run("gaps", Program.sample("tuyen-quang"), "-o", "run").err.contains("--force"))
            try "x".write(toFile: program.path("run/mine.txt"), atomically: true, encoding: .utf8)
            let forced = try program.run("gaps", Program.sample("tuyen-quang"), "-o", "run", "--force")
            #expect(forced.status == 73)
            #expect(forced.err.contains("mine.txt"))
            #expect(program.files("run").contains("mine.txt"))
        }
    }

    @Test func comparingAgainChangesNothing() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("gaps", Program.sample("tuyen-quang"), "-o", "run").status == 0)
            #expect(try program.run("compare", "run", "run").status == 0)
            let place = "runs/\(try #require(program.runs.first))"
            let again = try program.run("compare", "run", "run")
            #expect(again.status == 0)
            #expect(again.out.contains("there already"))
            try "x".write(toFile: program.path("\(place)/mine.txt"), atomically: true, encoding: .utf8)
            let third = try program.run("compare", "run", "run")
            #expect(third.err.contains("mine.txt") || third.out.contains("there already"))
            #expect(program.files(place).contains("mine.txt"))
        }
    }

    @Test func aProvenPlanIsKept() throws {
        try Program.inFreshFolder { program in
            let arguments = ["plan", Program.sample("tuyen-quang"), "--sites", "3", "--json"]
            let first = try program.run(list: arguments)
            #expect(first.status == 0, "\(first.err)")
            let place = "runs/\(try #require(program.runs.first))"
            let manifest = try RunStore.document(Manifest.self, "run.json", in: program.path(place))
            #expect(manifest.parameters["timeLimitSeconds"] == "120.0")
            let again = try program.run(list: arguments)
            #expect(again.outData == first.outData)
            #expect(try RunStore.document(Manifest.self, "run.json", in: program.path(place)) == manifest)
            // A stored plan that nobody has proven gives way to the proof.
            var stored = try RunStore.document(PlanDocument.self, "plan.json", in: program.path(place))
            stored.status = .timeLimit
            try store(stored, manifest, program.path(place))
            #expect(try program.run(list: arguments).outData == first.outData)
            #expect(FileManager.default.contents(atPath: program.path("\(place)/plan.json")) == first.outData)
            // A stored proof stays, and is what is shown, whatever the new search has found.
            stored.status = .optimal
            stored.objective += 1
            try store(stored, manifest, program.path(place))
            #expect(try program.run(list: arguments).outData == CanonicalJSON.data(stored))
            #expect(try program.run(list: arguments.dropLast()).out.contains("exactly these inputs is there already"))
            #expect(try program.run(list: arguments + ["--force"]).outData == first.outData)
        }
    }

    /// Puts a changed plan into a run, as if the run had written it.
    private func store(_ plan: PlanDocument, _ manifest: Manifest, _ folder: String) throws {
        try RunStore.write(CanonicalJSON.data(plan), to: "\(folder)/plan.json")
        var manifest = manifest
        for index in manifest.outputs.indices where manifest.outputs[index].file == "plan.json" {
            manifest.outputs[index].sha256 = Fingerprint.of(try CanonicalJSON.data(plan))
        }
        try RunStore.write(CanonicalJSON.data(manifest), to: "\(folder)/run.json")
    }

    @Test(
        arguments: [
            ("20000000000", 20_000_000_000), ("20_000_000_000", 20_000_000_000), ("20.000.000.000", 20_000_000_000),
            ("20,000,000,000", 20_000_000_000), ("20e9", 20_000_000_000), ("2.5e9", 2_500_000_000), ("20 tỷ", 20_000_000_000),
            ("20bn", 20_000_000_000), ("1,5 tỷ", 1_500_000_000), ("1.5 tỷ", 1_500_000_000), ("0,125 tỉ", 125_000_000),
            ("1.000.000 tỷ", 1_000_000_000_000_000), ("500.000", 500_000), ("0", 0),
            // Written with a mark of its own.
            ("2 ty\u{309}", 2_000_000_000),
        ] as [(String, Int64)]) func moneyIsReadAsPeopleWriteIt(text: String, amount: Int64)
    { #expect(VNDAmount.parse(text) == amount) }

    @Test(arguments: [
        "", "tỷ", "cheap", "-5", "+5", "1.5", "1,5", "1.500 tỷ", "1,500 tỷ", "20.000.00", "20.000,000", "20,000.000.000", "1..5 tỷ", "nan",
        "inf", "0x10", "1e400", "9223372036854775808", "9.300.000.000 tỷ", ".5 tỷ",
    ]) func moneyThatCanBeReadInTwoWaysIsRefused(text: String) { #expect(VNDAmount.parse(text) == nil) }

    @Test func aBudgetThatIsNotUnderstoodShowsAGoodForm() throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run("plan", "p", "--budget", "cheap")
            #expect(outcome.status == 64)
            #expect(outcome.err.contains("20.000.000.000"))
        }
    }
}
