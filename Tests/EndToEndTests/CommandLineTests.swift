import Foundation
import Testing

@Suite struct CommandLineTests {
    static let commands = ["demo", "new", "check", "gaps", "plan", "compare", "export", "rules", "verify"]

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

    @Test(arguments: [
        ["nonsense"], ["gaps"], ["plan", "p.yaml"], ["plan", "p.yaml", "--sites", "1", "--cover-all"], ["plan", "p.yaml", "--sites", "-1"],
        ["plan", "p.yaml", "--budget", "cheap"], ["plan", "p.yaml", "--budget", "-5"], ["plan", "p.yaml", "--sites", "1", "--strict"],
        ["compare", "one"], ["export", "r", "--for", "viettel", "--format", "shapefilex"], ["export", "r"],
        ["gaps", "p", "--threads", "0"],
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
    ])
    func missingInputEndsWith66(arguments: [String]) throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run(list: arguments)
            #expect(outcome.status == 66, "\(arguments): \(outcome.err)")
            #expect(program.files("runs").isEmpty)
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
            #expect(document?.compactMap { $0["id"] as? String } == ["signal-at-village", "two-grade-2024"])
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
}
