import ArgumentParser
import Foundation

/// How a benchmark tells what it does and what it found.
struct ReportOptions: ParsableArguments {
    @Flag(help: "Print one JSON document on stdout instead of tables.")
    var json = false

    @Flag(help: "Do not tell on stderr what is being done.")
    var quiet = false

    /// Tells on stderr what is being done now.
    func tell(_ line: String) {
        if !quiet { FileHandle.standardError.write(Data((line + " …\n").utf8)) }
    }

    /// Prints what came out: the document, or the text made of it.
    func show<Result: Encodable>(_ result: Result, _ text: (Result) -> String) throws {
        guard json else {
            print(text(result), terminator: "")
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        print(String(decoding: try encoder.encode(result), as: UTF8.self))
    }
}
