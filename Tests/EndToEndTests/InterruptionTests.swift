import Foundation
import Testing

/// Ctrl-C at any moment: the run stands whole, or there is no trace of it.
@Suite struct InterruptionTests {
    @Test(arguments: stride(from: 0.05, through: 1.5, by: 0.16).map { $0 }) func nothingHalfIsLeft(seconds: Double) throws {
        try Program.inFreshFolder { program in
            let process = Process()
            process.executableURL = Program.binary
            process.arguments = ["gaps", Program.sample("vietnam-2022"), "-o", "run", "--quiet"]
            process.currentDirectoryURL = program.folder
            process.standardOutput = FileHandle.nullDevice
            let errors = Pipe()
            process.standardError = errors
            try process.run()
            Thread.sleep(forTimeInterval: seconds)
            process.interrupt()
            let talk = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            let isWhole = process.terminationReason == .exit && process.terminationStatus == 0
            // Before the program listens, the signal itself ends it; later it ends with 130.
            let isInterrupted = process.terminationReason == .uncaughtSignal || process.terminationStatus == 130
            #expect(isWhole || isInterrupted)
            #expect(talk.isEmpty, "\(talk)")
            if isWhole {
                #expect(program.files("run").contains("run.json"))
            } else {
                let left = program.files("")
                #expect(left == [] || left == ["run"] && program.files("run").contains("run.json"), "\(left)")
            }
        }
    }
}
