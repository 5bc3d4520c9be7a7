import Foundation
import Testing

/// What the shell offers after a tabulator key, asked of bash with the script that the program prints.
@Suite struct CompletionTests {
    /// What bash offers for the last of the words; several are joined by blanks.
    private func offered(_ words: String..., in program: Program) throws -> String {
        guard let binary = Program.binary else { throw Program.NotBuilt() }
        let script = try program.run("--generate-completion-script", "bash")
        #expect(script.status == 0)
        try
            (script.out + """

                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
                _phusong phusong "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                echo "${COMPREPLY[*]}"
                """).write(toFile: program.path("ask.bash"), atomically: true, encoding: .utf8)
        let bash = Process()
        bash.executableURL = URL(fileURLWithPath: "/bin/bash")
        bash.arguments = ["ask.bash"] + words
        bash.currentDirectoryURL = program.folder
        bash.environment = [
            "PATH": "\(binary.deletingLastPathComponent().path):/usr/bin:/bin",
            "PHUSONG_DATA": Program.root.appendingPathComponent("GeoData").path,
        ]
        let pipe = Pipe()
        bash.standardOutput = pipe
        try bash.run()
        let answer = pipe.fileHandleForReading.readDataToEndOfFile()
        bash.waitUntilExit()
        return String(decoding: answer, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func commandsOptionsAndTheirValuesAreOffered() throws {
        try Program.inFreshFolder { program in
            let commands = try offered("phusong", "ve", in: program)
            #expect(commands == "verify")
            let options = try offered("phusong", "gaps", "--thr", in: program)
            #expect(options == "--threads")
            let values = try offered("phusong", "gaps", "--lang", "v", in: program)
            #expect(values == "vi")
        }
    }

    @Test func shippedRulesAreOfferedByTheirIds() throws {
        try Program.inFreshFolder { program in
            let rules = try offered("phusong", "gaps", "--rule", "two", in: program)
            #expect(rules == "two-grade-2024 two-operators-2024")
        }
    }

    @Test func projectsAndTheirFoldersAreOfferedAndOtherFilesAreNot() throws {
        try Program.inFreshFolder { program in
            try FileManager.default.createDirectory(atPath: program.path("my-province"), withIntermediateDirectories: true)
            for file in ["my-plan.yaml", "my-letter.txt"] {
                try "".write(toFile: program.path(file), atomically: true, encoding: .utf8)
            }
            let projects = Set(try offered("phusong", "gaps", "my", in: program).split(separator: " "))
            #expect(projects == ["my-plan.yaml", "my-province"])
            let folders = try offered("phusong", "verify", "my", in: program)
            #expect(folders == "my-province")
        }
    }
}
