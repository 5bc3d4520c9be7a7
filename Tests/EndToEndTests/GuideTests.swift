import Foundation
import Testing

/// The guides of the documentation catalog against the program: what they tell must be so.
@Suite struct GuideTests {
    private static let catalog = Program.root.appendingPathComponent("Sources/phusong/Documentation.docc")
    static let names = ["Inputs", "Outputs", "Method", "Scenarios", "Limits", "Glossary"]

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: catalog.appendingPathComponent("\(name).md"), encoding: .utf8)
    }

    /// Every `phusong` line of the shell blocks, without its remark.
    private static func commands(_ name: String) throws -> [[String]] {
        var isShell = false
        var found: [[String]] = []
        for line in try text(name).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isShell = line == "```sh"
            } else if isShell {
                found.append(line.prefix { $0 != "#" }.split(separator: " ").map(String.init))
            }
        }
        return found
    }

    private static func matches(_ pattern: String, in text: String) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern, options: [.dotMatchesLineSeparators])
        return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
            Range($0.range(at: 1), in: text).map { String(text[$0]) }
        }
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    }

    @Test func everyGuideIsLinkedAndHasASummaryInVietnamese() throws {
        let page = try Self.text("phusong")
        for name in Self.names {
            #expect(page.contains("- <doc:\(name)>"), "\(name) is not linked")
            #expect(try Self.text(name).contains("\n## Tóm tắt\n"), "\(name) has no summary in Vietnamese")
        }
    }

    /// In an empty folder a line may miss its files (66), but never be misunderstood (64).
    @Test(arguments: names) func everyCommandLineIsUnderstood(guide: String) throws {
        let commands = try Self.commands(guide)
        #expect(!commands.isEmpty)
        for command in commands {
            try #require(command.first == "phusong", "\(command) is no call of the program")
            let outcome = try Program.inFreshFolder { try $0.run(list: Array(command.dropFirst())) }
            #expect([0, 65, 66].contains(outcome.status), "\(command.joined(separator: " ")): \(outcome.status) \(outcome.err)")
        }
    }

    @Test(arguments: names) func everyNamedFileIsShipped(guide: String) throws {
        for word in try Self.commands(guide).joined() where word.hasPrefix("GeoData/") && !word.contains("*") {
            #expect(FileManager.default.fileExists(atPath: Program.root.appendingPathComponent(word).path), "\(word) is not there")
        }
    }

    /// Keys of project, rule, list, scenario and matrix files, from the lists by which the readers refuse unknown ones.
    @Test(arguments: [
        ("Scenarios/ProjectFile", 28), ("Scenarios/ProjectTerrain", 6), ("Scenarios/PlanReading", 25), ("Scenarios/CostReading", 14),
        ("Scenarios/ListVintage", 20), ("Ingest/RuleReader", 30), ("Scenarios/ScenarioFile", 12), ("Scenarios/RunMatrix", 6),
    ])
    func everyKeyIsExplained(reader: String, least: Int) throws {
        let source = try String(contentsOf: Program.root.appendingPathComponent("Sources/\(reader).swift"), encoding: .utf8)
        let lists = try Self.matches(#"[kK]eys(?:: \[String\])?(?:: |\s*=\s*)\s*\[(.*?)\]"#, in: source)
        let keys = Set(try lists.flatMap { try Self.matches("\"(\\w+)\"", in: $0) })
        #expect(keys.count >= least, "only \(keys.count) keys were found in \(reader)")
        let explained = Self.words(try Self.text("Inputs") + Self.text("Scenarios"))
        #expect(keys.subtracting(explained).sorted() == [])
    }

    @Test func everyColumnOfALayerIsExplained() throws {
        let folder = Program.root.appendingPathComponent("Sources/Publishing")
        let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        let columns = Set(
            try sources.flatMap { file in
                try Self.matches(
                    #"OutputField\(\s*name: "(\w+)""#, in: String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
            })
        #expect(columns.count > 80, "only \(columns.count) columns were found")
        #expect(columns.subtracting(Self.words(try Self.text("Outputs"))).sorted() == [])
    }
}
