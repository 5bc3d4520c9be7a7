import Foundation
import Testing

/// Ctrl-C at any moment: the run stands whole, or there is no trace of it.
@Suite(.serialized) struct InterruptionTests {
    /// How often a run is interrupted, evenly over the time that it takes on this machine.
    private static let moments = 8

    /// Starts the national sample, and interrupts it if told when.
    ///
    /// - Returns: true when the signal ended the program while it was listening, that is at work.
    private func run(_ program: Program, interruptAfter seconds: Double?, force: Bool = false) throws -> Bool {
        let process = Process()
        process.executableURL = Program.binary
        process.arguments = ["gaps", Program.sample("vietnam-2022"), "-o", "run", "--quiet"] + (force ? ["--force"] : [])
        process.currentDirectoryURL = program.folder
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        if let seconds {
            Thread.sleep(forTimeInterval: seconds)
            process.interrupt()
        }
        let talk = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(talk.isEmpty, "\(talk)")
        // Before the program listens, the signal itself ends it; later it ends with 130.
        if process.terminationReason == .uncaughtSignal {
            #expect(process.terminationStatus == SIGINT)
            return false
        }
        #expect([0, 130].contains(process.terminationStatus))
        return process.terminationStatus == 130
    }

    /// Runs a body at every moment of a run, and sees to it that some of them were moments of work.
    private func atEveryMoment(_ body: (_ program: Program, _ seconds: Double) throws -> Bool) throws {
        try Program.inFreshFolder { program in
            let start = ContinuousClock.now
            _ = try run(program, interruptAfter: nil)
            let whole = (ContinuousClock.now - start) / .seconds(1)
            var hits = 0
            for moment in 1...Self.moments where try body(program, whole * Double(moment) / Double(Self.moments + 1)) { hits += 1 }
            #expect(hits > 0, "no signal came while the program was working")
        }
    }

    @Test func nothingHalfIsLeft() throws {
        try atEveryMoment { program, seconds in
            try? FileManager.default.removeItem(atPath: program.path("run"))
            let isHit = try run(program, interruptAfter: seconds)
            let left = program.files("")
            #expect(left == [] || left == ["run"] && program.files("run").contains("run.json"), "\(left)")
            return isHit
        }
    }

    @Test func aRunThatIsReplacedStandsAllTheTime() throws {
        try atEveryMoment { program, seconds in
            let before = program.files("run")
            let isHit = try run(program, interruptAfter: seconds, force: true)
            #expect(program.files("") == ["run"])
            #expect(program.files("run") == before && before.contains("run.json"))
            return isHit
        }
    }
}
