import Foundation
import GeoFiles
import Scenarios
import Testing

/// The folder of runs under rough treatment: killed processes, two at once, a disk that is full, a folder that may not be written.
@Suite(.serialized) struct StoreTests {
    private static let scenario = Program.sample("tuyen-quang", "scenarios/half-budget.yaml")

    /// Starts the program in a folder; nothing is read from it.
    private func start(_ arguments: [String], in program: Program, shell: String? = nil) throws -> Process {
        let process = Process()
        let binary = try #require(Program.binary)
        process.executableURL = shell == nil ? binary : URL(fileURLWithPath: "/bin/sh")
        process.arguments = shell.map { ["-c", "\($0); exec \"$0\" \"$@\"", binary.path] + arguments } ?? arguments
        process.currentDirectoryURL = program.folder
        var variables = ProcessInfo.processInfo.environment
        variables["PHUSONG_DATA"] = Program.root.appendingPathComponent("GeoData").path
        process.environment = variables
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// The files of a run by name, but for `run.json`, which holds clock times.
    private func content(_ program: Program, _ run: String) throws -> [String: Data] {
        Dictionary(
            try program.files("runs/\(run)").filter { $0 != "run.json" }.map {
                ($0, try #require(FileManager.default.contents(atPath: program.path("runs/\(run)/\($0)"))))
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test func killedAtAnyMomentNothingIsLost() throws {
        try Program.inFreshFolder { program in
            let clock = ContinuousClock.now
            #expect(try program.run("plan", Self.scenario, "--quiet").status == 0)
            let whole = (ContinuousClock.now - clock) / .seconds(1)
            let name = try #require(program.runs.first)
            let expected = try content(program, name)
            var random = UInt64(20_261_128)
            var kills = 0
            for _ in 0..<14 {
                // Every other time from nothing, else from what the killed one has left.
                if kills.isMultiple(of: 2) { try? FileManager.default.removeItem(atPath: program.path("runs")) }
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let process = try start(["plan", Self.scenario, "--quiet"], in: program)
                Thread.sleep(forTimeInterval: whole * Double(random >> 40) / Double(1 << 24))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                if process.terminationReason == .uncaughtSignal { kills += 1 }
                let standing = program.runs.filter { !$0.hasPrefix(".") }
                #expect(standing.isEmpty || standing == [name])
                if standing == [name] { #expect(try content(program, name) == expected) }
            }
            #expect(kills > 0, "every run had ended before it was killed")
            #expect(try program.run("plan", Self.scenario, "--quiet").status == 0)
            #expect(try content(program, name) == expected)
            #expect(try program.run("runs", "prune").status == 0)
            #expect(program.runs == [name])
            #expect(try program.run("verify", "runs/\(name)").status == 0)
        }
    }

    @Test func twoProcessesOnOneStoreDoNoHarm() throws {
        try Program.inFreshFolder { program in
            let folder = "samples/tuyen-quang/scenarios"
            let files = ["half-budget", "budget-8bn"].map { Program.root.appendingPathComponent("GeoData/\(folder)/\($0).yaml").path }
            let processes = try [files, files, files.reversed()].map { try start(["compare"] + $0 + ["--quiet"], in: program) }
            for process in processes {
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)
            }
            let plans = program.runs.filter { $0.hasPrefix("plan-") }
            #expect(plans.count == 2 && program.runs.count == 4, "\(program.runs)")
            for plan in plans {
                let manifest = try RunStore.document(Manifest.self, "run.json", in: program.path("runs/\(plan)"))
                #expect(manifest.isIntact(in: program.path("runs/\(plan)")))
            }
            let again = try program.run(list: ["compare"] + files)
            #expect(again.status == 0 && again.out.contains("2 of 2 plans were taken as they stood"), "\(again.out)\(again.err)")
        }
    }

    @Test func aFullDiskLeavesTheStoreAsItWas() throws {
        try Program.inFreshFolder { program in
            // Without the signal, writing beyond the limit fails like writing to a full disk.
            let process = try start(["plan", Self.scenario], in: program, shell: "trap '' XFSZ; ulimit -f 100")
            process.waitUntilExit()
            #expect(process.terminationStatus == 74)
            #expect(program.runs.isEmpty)
            // Nothing half is found by the next one.
            #expect(try program.run("plan", Self.scenario, "--quiet").status == 0)
            #expect(program.runs.count == 1)
        }
    }

    @Test func aStoreThatCannotBeWrittenIsNamed() throws {
        try Program.inFreshFolder { program in
            // A file in the place of the folder stops root, too.
            try "mine".write(toFile: program.path("runs"), atomically: true, encoding: .utf8)
            let outcome = try program.run("plan", Self.scenario)
            #expect(outcome.status == 73 && outcome.err.contains("runs"), "\(outcome.status) \(outcome.err)")
            #expect(try String(contentsOfFile: program.path("runs"), encoding: .utf8) == "mine")
            // With -o elsewhere nothing is asked of the store.
            #expect(try program.run("plan", Self.scenario, "-o", "mine", "--quiet").status == 0)
        }
    }
}
